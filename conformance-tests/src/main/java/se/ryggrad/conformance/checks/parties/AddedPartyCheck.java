package se.ryggrad.conformance.checks.parties;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks how a party comes to a case that has begun. */
@ConformanceCheck
class AddedPartyCheck {

    @Requirement("HAND-065")
    @Test
    void hand065_addsAPartyWhoSeesTheCaseAtOnce(Cases cases, People people) {
        Handled handled = cases.assigned();
        Person added = people.person();
        Presence.expectUnseen(handled.live(), added);
        ObjectNode entry = Papers.party("counterparty", added);
        Answer acted =
                handled.live().act(handled.officer(), Bodies.addParty(entry)).expect(200);
        acted.at("/status").is("in-progress");
        Part party = acted.at("/parties").hasSize(2).at("/1");
        party.at("/role").is("counterparty");
        party.at("/name").is(added.name());
        party.at("/identity").is(entry.path("identity"));
        party.at("/rights").is(Json.array("see", "supplement", "respond", "appeal", "be-notified"));
        party.at("/until").isMissing();
        party.at("/id").isNot(acted.at("/parties/0/id").node());
        Presence.expectSeen(handled.live(), added);
        handled.live().read(handled.applicant()).expect(200);
        Part event = Presence.told(handled.live(), added, "party-added", added);
        event.at("/content/actor/kind").is("officer");
        event.at("/content/data").is(Json.object("party", party.at("/id").node(), "role", "counterparty"));
    }

    @Requirement("HAND-065")
    @Test
    void hand065_givesTheRightsThatAreNamed(Cases cases, People people) {
        Handled handled = cases.assigned();
        Person told = people.person();
        Person reading = people.person();
        Person concerned = people.person();
        add(handled, Papers.party("applicant", told).set("rights", Json.array("be-notified")));
        add(handled, Papers.party("payer", reading).set("rights", Json.array("supplement", "see")));
        Answer acted = add(handled, Papers.party("concerned", concerned));
        acted.at("/parties").hasSize(4);
        acted.at("/parties/1/rights").is(Json.array("be-notified"));
        acted.at("/parties/2/rights").is(Json.array("see", "supplement"));
        acted.at("/parties/3/rights").is(Json.array("respond", "be-notified"));
        Presence.expectUnseen(handled.live(), told);
        Presence.expectUnseen(handled.live(), concerned);
        handled.live().read(reading).expect(200).at("/parties/2/self").is(true);
        handled.live().act(reading, Bodies.supplement("Mer.")).expect(200);
        handled.live().act(reading, Bodies.action("withdraw")).expectProblem(403, "forbidden");
    }

    private static Answer add(Handled handled, JsonNode entry) {
        return handled.live().act(handled.officer(), Bodies.addParty(entry)).expect(200);
    }

    @Requirement("HAND-065")
    @Test
    void hand065_countsThePartyFromToday(Cases cases, People people) {
        Officer officer = people.officer();
        LiveCase live = cases.create(people.registrar(), Papers.of(people.person()));
        Answer acted = live.act(officer, Bodies.addParty(Papers.party("subject", people.person())))
                .expect(200);
        acted.at("/parties/1/from").is(Bodies.today().toString());
    }

    @Requirement("HAND-065")
    @Test
    void hand065_takesAPartyInEveryStatusFromOfficersOfTheUnit(Cases cases, People people) {
        Submitted submitted = cases.unregistered();
        Handled closed = cases.closed();
        Officer colleague = people.officer();
        for (LiveCase live : List.of(submitted.live(), closed.live())) {
            String status = live.text(colleague, "/status");
            JsonNode body = Bodies.addParty(Papers.party("counterparty", people.person()));
            live.act(people.registrar(), body).expectProblem(403, "forbidden");
            Answer acted = live.act(colleague, body).expect(200);
            acted.at("/parties").hasSize(2);
            acted.at("/status").is(status);
        }
        JsonNode own = Bodies.addParty(Papers.party("co-applicant", people.person()));
        closed.live().act(closed.applicant(), own).expectProblem(403, "forbidden");
        closed.live().read(colleague).expect(200).at("/parties").hasSize(2);
    }

    @Requirement("HAND-065")
    @Test
    void hand065_findsTheFaultsOfASubmission(Cases cases, People people) {
        Handled handled = cases.assigned();
        JsonNode wrong = Json.object(
                "scheme", "personnummer", "value", people.person().number().miscalculated());
        expectFault(handled, Json.object("identity", Json.object("scheme", "none")), "/party/role required");
        expectFault(handled, Json.object("role", "payer"), "/party/identity required");
        expectFault(
                handled,
                Json.object("role", "boss", "identity", Json.object("scheme", "none")),
                "/party/role unknown-value");
        expectFault(handled, Json.object("role", "payer", "identity", wrong), "/party/identity/value format");
        expectFault(
                handled,
                Json.object("role", "payer", "identity", Json.object("scheme", "prid")),
                "/party/identity/value required");
        ObjectNode good = Json.object("role", "payer", "identity", Json.object("scheme", "none"));
        expectFault(handled, good.deepCopy().set("rights", Json.array("own")), "/party/rights/0 unknown-value");
        handled.live()
                .act(handled.officer(), Bodies.action("add-party"))
                .expectProblem(422, "validation")
                .expectErrors("/party required");
        handled.live()
                .act(handled.officer(), Bodies.addParty(good))
                .expect(200)
                .at("/parties")
                .hasSize(2);
    }

    private static void expectFault(Handled handled, JsonNode entry, String fault) {
        handled.live()
                .act(handled.officer(), Bodies.addParty(entry))
                .expectProblem(422, "validation")
                .expectErrors(fault);
    }
}
