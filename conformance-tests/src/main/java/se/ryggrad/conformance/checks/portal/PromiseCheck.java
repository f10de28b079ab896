package se.ryggrad.conformance.checks.portal;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.Behaviour;
import se.ryggrad.conformance.source.Minting;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks what a portal promises of its overview, and that the overview comes in time, whoever is late. */
@ConformanceCheck
class PromiseCheck {

    private static final Duration MARGIN = Duration.ofMillis(500);
    private static final Plan PLAN = Plan.of(PlayedItem.of("late"));

    @Requirement("MINA-012")
    @Test
    void mina012_promisesWithinBounds(Http http) {
        Promise promise = Promise.of(http);
        promise.part()
                .at("/deadline")
                .satisfies("a deadline of at most PT5S", text -> isWithin(promise.deadline(), Duration.ofSeconds(5)));
        promise.part()
                .at("/staleFor")
                .satisfies("at most PT24H", text -> isWithin(promise.duration("/staleFor"), Duration.ofHours(24)));
        promise.part()
                .at("/itemsPerSource")
                .satisfies("from 20 to 100", number -> number.asInt(0) >= 20 && number.asInt(0) <= 100);
        promise.part().at("/answerBytes").satisfies("at least 1048576", number -> number.asLong(0) >= 1_048_576);
    }

    private static boolean isWithin(Duration duration, Duration most) {
        return !duration.isNegative() && duration.compareTo(most) <= 0;
    }

    @Requirement("MINA-018")
    @ResourceLock(Wavering.TURN)
    @Test
    void mina018_answersInTimeWhoeverIsLate(Http http, People people) {
        Duration most = Promise.of(http).deadline().plus(MARGIN);
        List<Overview> overviews = late(http, people);
        if (overviews.stream().anyMatch(overview -> took(overview).compareTo(most) > 0)) {
            overviews = late(http, people);
        }
        for (Overview overview : overviews) {
            Duration took = took(overview);
            if (took.compareTo(most) > 0) {
                overview.answer().fail("an answer within " + most + ", twice", "one after " + took, null);
            }
        }
    }

    @Requirement("MINA-019")
    @ResourceLock(Wavering.TURN)
    @Test
    void mina019_tellsWhoIsLate(Http http, People people) {
        for (Overview overview : late(http, people)) {
            overview.expectNothing(PlayedSource.WAVERING, "timeout");
            Part steady = overview.source(PlayedSource.STEADY).at("/state").isOneOf("ok", "timeout");
            if (steady.node().asString().equals("ok")) {
                overview.expectAnswered(PlayedSource.STEADY, "steady");
            }
        }
    }

    private static List<Overview> late(Http http, People people) {
        return Wavering.all(
                http, people, PLAN.but(Behaviour.HANGS), PLAN.but(Behaviour.DRIPS), PLAN.but(Minting.HANGS));
    }

    private static Duration took(Overview overview) {
        return overview.answer().exchange().took();
    }
}
