package se.ryggrad.conformance.checks.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.node.ObjectNode;

/** Checks that every instant is told in one form and by one clock, UTC. */
@ConformanceCheck
class InstantCheck {

    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @Requirement("CORE-020")
    @Test
    void core020_writesTimesInOneForm(Cases cases) {
        Submitted submitted = cases.plain();
        Answer answer = submitted.live().read(submitted.applicant()).expect(200);
        for (String instant : List.of("/receivedAt", "/updatedAt")) {
            answer.at(instant).matches(INSTANT);
        }
        answer.at("/receivedOn").matches("\\d{4}-\\d\\d-\\d\\d");
        submitted
                .live()
                .events(submitted.applicant())
                .expect(200)
                .at("/items/0/content/recordedAt")
                .matches(INSTANT);
    }

    @Requirement("CORE-020")
    @Test
    void core020_writesTheTimeOfAMemoAndOfAGround(Http http, Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode secret = Bodies.request(handled.party());
        secret.set("audience", Json.object("to", "parties", "parties", Json.array(handled.party())));
        secret.set("secrecy", Json.array(Json.object("provision", "OSL 26 kap. 1 §")));
        handled.live()
                .act(handled.officer(), secret)
                .expect(200)
                .at("/requests/0/secrecy/0/assessedAt")
                .matches(INSTANT);
        ObjectNode memo = Bodies.action("memo").put("text", "Utkast.");
        handled.live().act(handled.officer(), memo).expect(201).at("/writtenAt").matches(INSTANT);
        http.get(handled.live().path() + "/memos")
                .as(handled.officer())
                .send()
                .expect(200)
                .at("/items/0/writtenAt")
                .matches(INSTANT);
    }

    @Requirement("CORE-020")
    @Test
    void core020_writesTheTimesOfTheFeed(Http http, Cases cases, People people, Target target) {
        cases.plain();
        new Feed(http, people.system("events:read"), target)
                .next(2)
                .forEach(event -> event.at("/time").matches(INSTANT));
    }

    @Requirement("CORE-020")
    @Test
    void core020_tellsTheTimeInUtc(Cases cases) {
        Submitted submitted = cases.plain();
        Answer answer = submitted.live().read(submitted.applicant()).expect(200);
        Instant now = Instant.now();
        for (String member : List.of("/receivedAt", "/updatedAt")) {
            Instant told = Instant.parse(answer.at(member).text());
            if (Duration.between(told, now).abs().compareTo(Duration.ofMinutes(5)) > 0) {
                answer.at(member).fail("an instant in UTC that lies within five minutes of " + now);
            }
        }
    }
}
