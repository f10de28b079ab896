package se.ryggrad.conformance.checks.parties;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a party's place ends at once, and when it can have ended. */
@ConformanceCheck
class EndedPartyCheck {

    @Requirement("HAND-068")
    @Test
    void hand068_theCaseIsOutOfSightAtOnce(Cases cases, People people) {
        Person kept = people.person();
        Person gone = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(people.registrar(), Papers.of(kept, gone));
        live.perform(officer, Bodies.action("assign"));
        Presence.expectSeen(live, gone);
        ObjectNode end = Bodies.endParty(Papers.self(live, gone));
        live.act(kept, end).expectProblem(403, "forbidden");
        Answer acted = live.act(officer, end).expect(200);
        Part party = acted.at("/parties").hasSize(2).at("/1");
        party.at("/until").is(Bodies.today().toString());
        party.at("/ground").is("death");
        party.at("/name").is(gone.name());
        acted.at("/parties/0/until").isMissing();
        Presence.expectUnseen(live, gone);
        Presence.expectSeen(live, kept);
        live.read(kept).expect(200).at("/parties/1/until").is(Bodies.today().toString());
        Part data = Presence.told(live, kept, "party-ended", kept, gone).at("/content/data");
        data.is(Json.object(
                "party",
                party.at("/id").node(),
                "ground",
                "death",
                "endedOn",
                Bodies.today().toString()));
    }

    @Requirement("HAND-068")
    @Test
    void hand068_endsOnTheDayOfTheFact(Cases cases, People people) {
        Person kept = people.person();
        Person gone = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(people.registrar(), Papers.of(kept, gone));
        live.perform(officer, Bodies.action("assign"));
        String day = Bodies.today().minusDays(2).toString();
        for (String ground : List.of("bankruptcy", "Död")) {
            live.act(officer, Bodies.endParty(Papers.self(live, gone)).put("ground", ground))
                    .expectProblem(422, "validation")
                    .expectErrors("/ground unknown-value");
        }
        ObjectNode end = Bodies.endParty(Papers.self(live, gone));
        end.put("ground", "other").put("endedOn", day).put("text", "Återkallad fullmakt.");
        Answer acted = live.act(officer, end).expect(200);
        acted.at("/parties/1/until").is(day);
        acted.at("/parties/1/ground").is("other");
        Presence.expectUnseen(live, gone);
        Part content = Presence.told(live, kept, "party-ended", gone).at("/content");
        content.at("/occurredOn").is(day);
        content.at("/data/endedOn").is(day);
        content.at("/data/text").is("Återkallad fullmakt.");
    }

    @Requirement("HAND-068")
    @Test
    void hand068_theCodeOfAnAnonymousCaseOpensNothing(Http http, Cases cases, People people) {
        LiveCase live = cases.anonymous();
        Officer officer = people.officer();
        JsonNode code =
                Json.object("followUpCode", live.created().at("/followUpCode").text());
        ObjectNode message =
                ((ObjectNode) code.deepCopy()).put("action", "message").put("text", "Hej.");
        http.post("/follow-up").json(code).send().expect(200);
        live.act(officer, Bodies.endParty(live.text(officer, "/parties/0/id"))).expect(200);
        http.post("/follow-up").json(code).send().expectProblem(404, "not-found");
        http.post("/follow-up").key().json(message).send().expectProblem(404, "not-found");
    }

    @Requirement("HAND-003")
    @Test
    void hand003_nobodyIsLeftToChangeOrEnd(Cases cases, People people) {
        Handled handled = cases.assigned();
        String party = handled.party();
        JsonNode change = Bodies.changeParty(party, Json.object("name", "Nytt Namn"));
        Answer acted =
                handled.live().act(handled.officer(), Bodies.endParty(party)).expect(200);
        acted.at("/allowedActions").contains("add-party").lacks("change-party").lacks("end-party");
        handled.live().act(handled.officer(), change).expectProblem(409, "state-conflict");
        handled.live().act(handled.officer(), Bodies.endParty(party)).expectProblem(409, "state-conflict");
        JsonNode added = Bodies.addParty(Papers.party("applicant", people.person()));
        Answer again = handled.live().act(handled.officer(), added).expect(200);
        again.at("/allowedActions").contains("change-party").contains("end-party");
    }

    @Requirement("HAND-071")
    @Test
    void hand071_nobodyEndsInTheFutureOrBeforeTheyCame(Cases cases, People people) {
        Officer officer = people.officer();
        ObjectNode applicant = Papers.party("applicant", people.person());
        ObjectNode other = Papers.party("counterparty", people.person());
        LiveCase live = cases.create(people.registrar(), Papers.of(applicant, other));
        Part party = live.read(officer).expect(200).at("/parties/1");
        LocalDate from = LocalDate.parse(party.at("/from").text());
        ObjectNode end = Bodies.endParty(party.at("/id").text());
        expectFault(live, officer, end.put("endedOn", Bodies.today().plusDays(1).toString()), "date-in-future");
        expectFault(live, officer, end.put("endedOn", from.minusDays(1).toString()), "date-order");
        expectFault(live, officer, end.put("endedOn", "2026-02-30"), "format");
        Answer acted = live.act(officer, end.put("endedOn", from.toString())).expect(200);
        acted.at("/parties/1/until").is(from.toString());
    }

    private static void expectFault(LiveCase live, Officer officer, ObjectNode end, String code) {
        live.act(officer, end).expectProblem(422, "validation").expectErrors("/endedOn " + code);
    }
}
