package se.ryggrad.conformance.checks.cases;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.node.ObjectNode;

/** Checks cases that the authority opens of its own accord. */
@ConformanceCheck
class OpeningCheck {

    @Requirement("CASE-044")
    @Test
    void case044_anOfficerOpensAndHandles(Http http, Cases cases, People people) {
        Officer officer = people.officer();
        String id = http.get("/me").as(officer).send().require(200).at("/id").text();
        LiveCase live = cases.opened(officer);
        Answer created = live.created();
        Schemas.expect(created, "case-view");
        created.at("/status").is("in-progress");
        created.at("/registryNumber").matches(".{1,100}");
        created.at("/initiatedBy").is("authority");
        created.at("/officer/officer").is(id);
        Timeline timeline = Timeline.of(live, officer).expectSound();
        timeline.expectTypes("opened").last("opened").at("/content/actor/id").is(id);
        live.act(officer, Bodies.decide("procedural", "other")).expect(200);
    }

    @Requirement("CASE-044")
    @Test
    void case044_aSystemOpensWithoutOfficer(Http http, Cases cases, People people) {
        Person person = people.person();
        ObjectNode body = opening().set("parties", Json.array(Papers.party("subject", person)));
        Answer created = cases.send(people.system("cases:open"), body).expect(201);
        created.at("/status").is("in-progress");
        created.at("/registryNumber").exists();
        created.at("/officer").isMissing();
        http.get("/cases/" + created.at("/id").text())
                .as(person)
                .send()
                .expect(200)
                .at("/initiatedBy")
                .is("authority");
    }

    @Requirement("CASE-044")
    @Test
    void case044_isForTheAuthorityAlone(Cases cases, People people) {
        for (TestActor other : List.of(
                people.person(),
                people.officer(Office.A2),
                people.officer(Office.B),
                people.system("cases:read", "cases:register"),
                people.systemOfB("cases:open"))) {
            cases.send(other, opening()).expectProblem(403, "forbidden");
        }
        cases.send(people.officer(), opening()).expect(201);
    }

    private static ObjectNode opening() {
        return Bodies.newCase(Services.AUTHORITY, "Tillsyn").put("initiatedBy", "authority");
    }
}
