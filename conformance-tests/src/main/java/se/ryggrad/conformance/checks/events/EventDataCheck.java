package se.ryggrad.conformance.checks.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.EventData;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes cases through every action and compares what each event holds with {@code events.json}. */
@ConformanceCheck
class EventDataCheck {

    /** Comes of the option {@code messages} alone, whose checks (MSG-042) compare it too. */
    private static final String OF_MESSAGES = "letter-undelivered";

    @Requirement("CASE-082")
    @Test
    void case082_dataHoldsWhatIsListed(Cases cases, People people) {
        Officer registrar = people.registrar();
        Set<String> seen = new TreeSet<>();
        for (LiveCase live : List.of(
                handled(cases, people),
                paper(cases, people),
                withdrawn(cases, people),
                rerouted(cases, people),
                completed(cases, people),
                disposed(cases, people),
                agreed(cases, people),
                cases.opened(people.officer()))) {
            List<Part> events = new ArrayList<>(Timeline.of(live, registrar).events());
            events.removeIf(Timeline::isErased);
            events.forEach(event -> seen.add(EventData.expectListed(event)));
        }
        Set<String> wanted = EventData.types();
        wanted.remove(OF_MESSAGES);
        if (!seen.containsAll(wanted)) {
            throw ConformanceFailure.of("events of the types " + wanted, seen.toString());
        }
    }

    /** Asks, answers, decides, is appealed, remitted, decided anew, closed and reopened. */
    private static LiveCase handled(Cases cases, People people) {
        Handled handled = cases.waiting();
        LiveCase live = handled.live();
        Officer officer = handled.officer();
        Person applicant = handled.applicant();
        live.perform(applicant, Bodies.answer(handled.request()));
        live.perform(officer, Bodies.request(handled.party()));
        live.perform(officer, Bodies.action("close-request").put("request", handled.request()));
        live.perform(applicant, Bodies.message("Hej."));
        live.perform(applicant, Bodies.supplement("Mer."));
        live.perform(officer, Bodies.action("record-note").put("text", "Ringde."));
        live.perform(officer, Bodies.action("notify-delay").put("text", "Sjukdom."));
        live.perform(officer, Bodies.request(handled.party())).perform(officer, Bodies.approve());
        String decision = handled.decision();
        live.perform(officer, Bodies.notifyDecision(decision, handled.party()));
        live.perform(officer, service(decision, handled.party(), Bodies.today().toString()));
        live.perform(applicant, appeal(decision));
        String appeal = live.text(officer, "/appeals/0/id");
        live.perform(
                officer, Bodies.action("forward-appeal").put("appeal", appeal).put("to", "Rätten"));
        ObjectNode ruling = Bodies.action("record-ruling").put("appeal", appeal).put("outcome", "remitted");
        live.perform(people.officer(), ruling.put("ruledOn", Bodies.today().toString()));
        live.perform(officer, Bodies.approve().put("replaces", decision));
        String second = live.text(officer, "/decisions/1/id");
        live.perform(officer, Bodies.notifyDecision(second, handled.party()));
        live.perform(applicant, Bodies.action("acknowledge-receipt").put("decision", second));
        live.perform(officer, Bodies.action("close"));
        return live.perform(officer, Bodies.action("reopen").put("ground", "change"));
    }

    /** Came on paper long ago: a decision is demanded, refused, made, appealed too late, corrected and changed. */
    private static LiveCase paper(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        String longAgo = Bodies.today().minusMonths(9).toString();
        String since = Bodies.today().minusMonths(2).toString();
        ObjectNode paper = Bodies.newCase(Services.PAPER, Json.object("subject", "Papper", "reference", "P 3"));
        paper.put("channel", "paper").put("receivedOn", longAgo);
        JsonNode identity = Json.object(
                "scheme", "personnummer", "value", applicant.number().digits());
        paper.set("parties", Json.array(Json.object("role", "applicant", "identity", identity)));
        LiveCase live = cases.create(people.registrar(), paper);
        live.perform(officer, Bodies.action("assign"));
        String party = live.text(officer, "/parties/0/id");
        ObjectNode demand = Bodies.action("demand-decision").put("for", party).put("channel", "paper");
        live.perform(officer, demand.put("receivedOn", since));
        ObjectNode refusal = Bodies.action("refuse-demand");
        refusal.set("reasons", Json.object("text", "Remiss."));
        live.perform(officer, refusal).perform(officer, Bodies.approve().put("decidedOn", since));
        String decision = live.text(officer, "/decisions/1/id");
        live.perform(officer, Bodies.notifyDecision(decision, party).put("sentOn", since));
        live.perform(officer, service(decision, party, since)).perform(applicant, appeal(decision));
        ObjectNode dismissal = Bodies.action("dismiss-appeal").put("appeal", live.text(officer, "/appeals/0/id"));
        live.perform(officer, dismissal.set("reasons", Json.object("text", "För sent.")));
        ObjectNode correction = Bodies.correct(decision, "Bifall, 12 000 kr.");
        live.perform(officer, correction.set("reasons", Json.object("text", "Planen följs helt.")));
        return live.perform(officer, Bodies.change(decision, "incorrect"));
    }

    private static LiveCase withdrawn(Cases cases, People people) {
        Handled handled = cases.waiting();
        ObjectNode withdraw = Bodies.action("withdraw").put("for", handled.party());
        withdraw.put("channel", "phone").put("receivedOn", Bodies.today().toString());
        return handled.live().perform(people.registrar(), withdraw);
    }

    private static LiveCase rerouted(Cases cases, People people) {
        Handled handled = cases.assigned();
        handled.live()
                .perform(handled.officer(), Bodies.addParty(Papers.party("counterparty", people.person())))
                .perform(handled.officer(), Bodies.changeParty(handled.party(), Json.object("name", "Nytt Namn")))
                .perform(handled.officer(), Bodies.endParty(handled.party()).put("text", "Avled i våras."));
        return handled.live()
                .perform(handled.officer(), Bodies.action("reroute").put("unit", "unit-a2"));
    }

    private static LiveCase completed(Cases cases, People people) {
        LiveCase live = cases.anonymous();
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.action("complete").set("result", Json.object("text", "Lagat.")));
        Part submitted = Timeline.of(live, officer).last("submitted");
        return live.perform(
                people.archivist(), Bodies.redact(submitted.at("/id").text()));
    }

    private static LiveCase disposed(Cases cases, People people) {
        return cases.closed(Services.DISPOSAL, people.officer()).live().perform(people.archivist(), Bodies.dispose());
    }

    /** Is approved by one who applies together with the applicant, refused by another, and dispensed with. */
    private static LiveCase agreed(Cases cases, People people) {
        Person one = people.person();
        Person other = people.person();
        ObjectNode together = Bodies.newCase(Services.TOGETHER, Json.object("amount", 500));
        together.set("parties", Json.array(Papers.party("co-applicant", one), Papers.party("co-applicant", other)));
        LiveCase live = cases.create(people.person(), together);
        live.perform(one, Bodies.action("approve").put("request", asked(live, one)));
        live.perform(other, Bodies.action("refuse-approval").put("request", asked(live, other)));
        ObjectNode dispensation = Bodies.action("dispense-approval").put("ground", "Samäganderättslagen 6 §");
        return live.perform(people.officer(), dispensation);
    }

    /** Returns the request that is put to a party. */
    private static String asked(LiveCase live, Person person) {
        String party = Papers.self(live, person);
        return live.shown(person).at("/requests").items().stream()
                .filter(r -> r.node().at("/addressee/party").asString("").equals(party))
                .map(r -> r.at("/id").text())
                .findFirst()
                .orElse("");
    }

    private static ObjectNode service(String decision, String party, String day) {
        return Bodies.action("record-service")
                .put("decision", decision)
                .put("party", party)
                .put("servedOn", day);
    }

    private static ObjectNode appeal(String decision) {
        return Bodies.action("appeal").put("decision", decision).put("text", "Jag överklagar.");
    }
}
