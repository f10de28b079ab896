package se.ryggrad.conformance.checks.sight;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;

/**
 * Checks that a replay shows no more than its reader sees by now. A request that is sent twice has the same key; meanwhile
 * the case has gone to a unit that is not the reader's, who has limited sight of it from then on.
 */
@ConformanceCheck
class LimitedReplayCheck {

    private static final JsonNode REROUTE = Bodies.action("reroute").put("unit", "unit-a2");

    @Requirement("ID-072")
    @Test
    void id072_seesNoMoreInTheReplayOfAnAction(People people, Cases cases) {
        LiveCase live = cases.plain().live();
        Officer both = both(people);
        Answer seen = live.read(both).require(200);
        Call assigning = live.acting(both, Bodies.action("assign"))
                .ifMatch(seen.header("ETag").orElse(""));
        Answer first = assigning.send().require(200);
        first.at("/limited").isMissing();
        first.at("/form/subject").exists();
        live.perform(both, REROUTE);
        expectLimited(assigning.send().expect(200));
    }

    @Requirement("ID-072")
    @Test
    void id072_seesNoMoreInTheReplayOfASubmission(Http http, People people, Cases cases) {
        Officer both = both(people);
        Call submitting = http.post("/cases")
                .as(both)
                .key()
                .json(Papers.of(Services.PLAIN, Papers.party("applicant", people.person())));
        Answer first = submitting.send().require(201);
        first.at("/limited").isMissing();
        first.at("/form/subject").exists();
        new LiveCase(http, first.at("/id").text(), first).perform(both, REROUTE);
        expectLimited(submitting.send().expect(201));
    }

    @Requirement("ID-074")
    @Test
    void id074_readsNoMemoInAReplay(People people, Cases cases) {
        LiveCase live = cases.plain().live();
        Officer both = both(people);
        Call noting = live.acting(both, Bodies.action("memo").put("text", "Utkast"));
        noting.send().require(201).at("/text").is("Utkast");
        noting.send().hint("The officer reads the memo yet.").expect(201);
        live.perform(both, REROUTE);
        noting.send().hint("The same key again shows a contact centre no memo.").expectProblem(403, "forbidden");
    }

    private static Officer both(People people) {
        return people.officerIn(Office.A.caseOfficers(), Office.A.colleagues(), Office.A.group("contact-centre"));
    }

    private static void expectLimited(Answer again) {
        again.hint("Visibility is checked again before a replay.");
        again.at("/limited").is(true);
        again.at("/form").is(Json.object());
    }
}
