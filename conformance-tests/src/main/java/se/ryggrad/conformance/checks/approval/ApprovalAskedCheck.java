package se.ryggrad.conformance.checks.approval;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.Family.Member;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Conduct;
import se.ryggrad.conformance.representation.Represented;
import tools.jackson.databind.JsonNode;

/** Checks that the others are asked as a case begins, or as soon as the registry says who they are. */
@ConformanceCheck
class ApprovalAskedCheck {

    private static final List<Conduct> FAULTS =
            List.of(Conduct.FAILS, Conduct.DENIES, Conduct.BREAKS_OFF, Conduct.SPEAKS_OTHERWISE, Conduct.LEADS_AWAY);

    @Requirement("CASE-092")
    @Test
    void case092_asksTheOtherRepresentatives(Cases cases, Families families) {
        Family company = families.signatories(3);
        LiveCase live = Approvals.signed(cases, company);
        Answer begun = live.created();
        List<Part> requests = Approvals.requests(begun);
        begun.at("/requests").hasSize(2);
        expectTypes(live, company.first(), List.of("submitted", "requested", "requested", "registered"));
        for (Member member : List.of(company.second(), company.third())) {
            Part request = requests.stream()
                    .filter(r -> r.node().at("/representative/id").asString("").equals(member.id()))
                    .findFirst()
                    .orElseThrow(() -> begun.failure("a request to each of the others", "none to one", "/requests"));
            request.at("/state").is("open");
            request.at("/representative").is(Json.object("id", member.id(), "right", "signatory"));
            request.at("/addressee")
                    .is(Json.object("party", begun.at("/parties/0/id").text()));
            request.at("/approval").isMissing();
            request.at("/text").matches(".*\\S.*");
        }
        begun.at("/waitingFor").hasSize(2);
        begun.at("/waitingFor/0/kind").is("approval");
        Part event = Approvals.event(live, company.first().proxy(), "requested");
        event.at("/actor/kind").is("automatic");
        JsonNode last =
                Approvals.request(begun, event.at("/data/request").text()).node();
        for (String same : List.of("kind", "addressee", "representative", "text")) {
            event.at("/data/" + same).is(last.path(same));
        }
    }

    @Requirement("CASE-092")
    @Test
    void case092_asksTheOtherParties(Cases cases, People people) {
        Person applicant = people.person();
        LiveCase live = cases.create(applicant, Approvals.together(people.person()));
        live.created().at("/requests").hasSize(1);
        Part request = live.created().at("/requests/0");
        request.at("/kind").is("approval");
        request.at("/representative").isMissing();
        request.at("/addressee")
                .is(Json.object("party", live.created().at("/parties/1/id").text()));
        Part event = Approvals.event(live, applicant, "requested");
        event.at("/data/request").is(request.at("/id").text());
        event.at("/data/representative").isMissing();
    }

    private static void expectTypes(LiveCase live, Member reader, List<String> expected) {
        List<String> types = Approvals.types(live, reader.proxy());
        if (!types.equals(expected)) {
            throw ConformanceFailure.of("the events " + expected, types.toString());
        }
    }

    @Requirement("CASE-094")
    @Test
    void case094_takesTheCaseWhenNobodySaysWhoElse(Cases cases, Families families) {
        Family family = families.guardians(2);
        Approvals.expectGiven(Approvals.guarded(cases, family).created(), 1, 2);
        for (Conduct fault : FAULTS) {
            families.registry().does(family.represented(), fault);
            Answer begun = cases.send(family.first().proxy(), Approvals.body(Services.GUARDIANS));
            begun.hint("The registry about representatives " + fault + ".").expect(201);
            expectUnknown(begun);
            begun.at("/status").is("registered");
        }
    }

    private static void expectUnknown(Answer seen) {
        seen.at("/approval").is(Json.object("given", 1));
        seen.at("/requests").hasSize(0);
    }

    @Requirement("CASE-094")
    @Test
    void case094_asksAgainAtEachAction(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        Represented child = family.represented();
        Officer officer = people.officer();
        families.registry().does(child, Conduct.FAILS);
        LiveCase live = Approvals.guarded(cases, family);
        Answer silent = live.act(family.first().proxy(), Bodies.message("Hej")).hint("The registry is silent still.");
        expectUnknown(silent.expect(200));
        families.registry().does(child, Conduct.ANSWERS);
        int asked = families.registry().lookups(child).size();
        expectUnknown(live.read(officer).expect(200));
        live.act(officer, Bodies.action("memo").put("text", "Ring.")).expect(201);
        expectUnknown(live.read(family.first().proxy()).expect(200));
        expectAsked(families, child, asked, "no question at a reading or a memo");
        Answer known = live.act(officer, Bodies.message("Vi har sett ärendet.")).expect(200);
        Approvals.expectGiven(known.hint("The registry answers now."), 1, 2);
        known.at("/requests").hasSize(1);
        List<String> types = Approvals.types(live, officer);
        List<String> last = types.subList(types.size() - 2, types.size());
        if (!last.equals(List.of("message-added", "requested"))) {
            throw ConformanceFailure.of("the event of the action, then requested", last.toString());
        }
        int enough = families.registry().lookups(child).size();
        live.act(officer, Bodies.message("Mer.")).expect(200);
        expectAsked(families, child, enough, "no question once it is known");
    }

    @Requirement("CASE-094")
    @Test
    void case094_findsThatNobodyElseIsNeeded(Cases cases, Families families) {
        Family family = families.guardians(1);
        families.registry().does(family.represented(), Conduct.FAILS);
        LiveCase live = Approvals.guarded(cases, family);
        expectUnknown(live.created());
        families.registry().does(family.represented(), Conduct.ANSWERS);
        Answer known = live.act(family.first().proxy(), Bodies.message("Hej")).expect(200);
        Approvals.expectGiven(known, 1, 1);
        Approvals.expectLacking(known);
        known.at("/requests").hasSize(0);
    }

    @Requirement("CASE-094")
    @Test
    void case094_asksNoMoreWhenTheCaseIsDecided(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        Officer officer = people.officer();
        families.registry().does(family.represented(), Conduct.FAILS);
        LiveCase live = Approvals.guarded(cases, family).perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.refuse());
        families.registry().does(family.represented(), Conduct.ANSWERS);
        int asked = families.registry().lookups(family.represented()).size();
        expectUnknown(live.act(officer, Bodies.message("Hej")).expect(200));
        expectAsked(families, family.represented(), asked, "no question about a case that is decided");
    }

    private static void expectAsked(Families families, Represented about, int before, String words) {
        int more = families.registry().lookups(about).size() - before;
        if (more != 0) {
            throw ConformanceFailure.of(words, more + " questions");
        }
    }
}
