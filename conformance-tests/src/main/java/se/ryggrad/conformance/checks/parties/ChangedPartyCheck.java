package se.ryggrad.conformance.checks.parties;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what becomes of a party who is changed. */
@ConformanceCheck
class ChangedPartyCheck {

    @Requirement("HAND-066")
    @Test
    void hand066_changesWhatIsNamedAndNothingElse(Cases cases, People people) {
        Person other = people.person();
        Officer officer = people.officer();
        ObjectNode applicant = Papers.party("applicant", people.person());
        LiveCase live = cases.create(people.registrar(), Papers.of(applicant, Papers.party("counterparty", other)));
        Answer before = live.read(officer).expect(200);
        String party = before.at("/parties/1/id").text();
        ObjectNode expected = (ObjectNode) before.at("/parties/1").node().deepCopy();
        for (ObjectNode change : List.of(
                Json.object("role", "subject"),
                Json.object("name", "Nytt Namn"),
                Json.object("rights", Json.array("see", "respond")),
                Json.object("role", "concerned", "name", "Annat Namn", "colour", "red"))) {
            Answer acted = live.act(officer, Bodies.changeParty(party, change)).expect(200);
            change.remove("colour");
            expected.setAll(change);
            acted.at("/parties").hasSize(2).at("/1").is(expected);
            acted.at("/parties/0").is(before.at("/parties/0").node());
            acted.at("/form").is(before.at("/form").node());
            acted.at("/status").is(before.at("/status").node());
            Part event = Presence.told(live, other, "party-changed", other);
            event.at("/content/data/party").is(party);
            event.at("/content/data/ground").is("Ny uppgift.");
            Set<String> named = Set.copyOf(change.propertyNames());
            if (!Set.copyOf(event.at("/content/data/changed").texts()).equals(named)) {
                event.at("/content/data/changed").fail("the members that were given: " + named);
            }
        }
    }

    @Requirement("HAND-066")
    @Test
    void hand066_theRightsCountAtOnce(Cases cases) {
        Handled handled = cases.assigned();
        Person applicant = handled.applicant();
        String party = handled.party();
        handled.live().act(applicant, Bodies.supplement("Mer.")).expect(200);
        JsonNode seeing = Bodies.changeParty(party, Json.object("rights", Json.array("see")));
        handled.live().act(handled.officer(), seeing).expect(200);
        handled.live().act(applicant, Bodies.supplement("Mer.")).expectProblem(403, "forbidden");
        Answer seen = handled.live().read(applicant).expect(200);
        seen.at("/allowedActions").contains("message").lacks("supplement");
        JsonNode blind = Bodies.changeParty(party, Json.object("rights", Json.array()));
        handled.live().act(handled.officer(), blind).expect(200);
        Presence.expectUnseen(handled.live(), applicant);
    }

    @Requirement("HAND-066")
    @Test
    void hand066_isForOfficersOfTheUnitAndHasABodyOfItsOwn(Cases cases, People people) {
        Handled handled = cases.assigned();
        String party = handled.party();
        JsonNode good = Bodies.changeParty(party, Json.object("name", "Nytt Namn"));
        handled.live().act(handled.applicant(), good).expectProblem(403, "forbidden");
        handled.live().act(people.registrar(), good).expectProblem(403, "forbidden");
        expectFault(handled, Bodies.changeParty(party, Json.object()), "/change min-properties");
        expectFault(
                handled,
                Bodies.changeParty(party, Json.object("until", Bodies.today().toString())),
                "/change min-properties");
        expectFault(handled, Bodies.changeParty(party, Json.object("role", "boss")), "/change/role unknown-value");
        expectFault(handled, Bodies.action("change-party"), "/change required, /ground required, /party required");
        for (String number : List.of(handled.applicant().number().miscalculated(), "19")) {
            JsonNode identity = Json.object("scheme", "personnummer", "value", number);
            expectFault(
                    handled,
                    Bodies.changeParty(party, Json.object("identity", identity)),
                    "/change/identity/value format");
        }
        handled.live()
                .act(people.officer(), good)
                .expect(200)
                .at("/parties/0/name")
                .is("Nytt Namn");
    }

    private static void expectFault(Handled handled, JsonNode body, String faults) {
        handled.live()
                .act(handled.officer(), body)
                .expectProblem(422, "validation")
                .expectErrors(faults.split(", ", -1));
    }

    @Requirement("HAND-067")
    @Test
    void hand067_whoeverHasTheNewNumberIsTheParty(Cases cases, People people) {
        Person former = people.coordinated();
        Person given = people.person();
        Officer officer = people.officer();
        Submitted submitted = cases.submitted(former, Services.PLAIN);
        LiveCase live = submitted.live().perform(officer, Bodies.action("assign"));
        Presence.expectSeen(live, former);
        Presence.expectUnseen(live, given);
        JsonNode identity =
                Json.object("scheme", "personnummer", "value", given.number().digits());
        JsonNode body = Bodies.changeParty(live.text(officer, "/parties/0/id"), Json.object("identity", identity));
        Answer acted = live.act(officer, body).expect(200);
        acted.at("/parties").hasSize(1).at("/0/identity").is(identity);
        Presence.expectSeen(live, given);
        Presence.expectUnseen(live, former);
        live.act(given, Bodies.supplement("Mer.")).expect(200);
        Presence.told(live, given, "party-changed", former, given);
    }

    @Requirement("HAND-070")
    @Test
    void hand070_changesAndEndsNobodyElse(Cases cases, People people) {
        Officer officer = people.officer();
        LiveCase live = cases.create(people.registrar(), Papers.of(people.person(), people.person()));
        Answer before = live.read(officer).expect(200);
        String gone = before.at("/parties/1/id").text();
        String kept = before.at("/parties/0/id").text();
        live.perform(officer, Bodies.endParty(gone));
        JsonNode name = Json.object("name", "Nytt Namn");
        for (String party : List.of(gone, UUID.randomUUID().toString())) {
            for (ObjectNode body : List.of(Bodies.changeParty(party, name), Bodies.endParty(party))) {
                live.act(officer, body)
                        .hint("The party is unknown, or has ended.")
                        .expectProblem(422, "validation")
                        .expectErrors("/party unknown-value");
            }
        }
        Answer acted = live.act(officer, Bodies.changeParty(kept, name)).expect(200);
        live.act(officer, Bodies.endParty(acted.at("/parties/0/id").text())).expect(200);
    }
}
