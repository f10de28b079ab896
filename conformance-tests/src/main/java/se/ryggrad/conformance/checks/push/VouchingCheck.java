package se.ryggrad.conformance.checks.push;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.portal.SystemClock;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.SummerTime;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.JsonNode;

/** Checks how a source says up to when it has pushed. */
@ConformanceCheck
class VouchingCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;

    /** Clocks may differ by as much again before this is more than 60 seconds ahead. */
    private static final Duration AHEAD = Duration.ofSeconds(25);

    private static final Duration TOO_FAR = Duration.ofMinutes(3);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Requirement("MINA-051")
    @Test
    void mina051_takesAnInstantAlone(OverviewIndex index) {
        PushingSource pushing = index.pushing();
        pushing.vouch(Instant.now()).expect(204);
        expectFault(pushing, Json.object(), "/asOf required");
        expectFault(pushing, Json.object("at", Instant.now().toString()), "/asOf required");
        for (Object other : List.of(1_800_000_000, true, Json.object())) {
            expectFault(pushing, Json.object("asOf", other), "/asOf type");
        }
        for (String text : List.of("nyss", "", "2026-11-27", "2026-02-30T09:00:00Z")) {
            expectFault(pushing, Json.object("asOf", text), "/asOf format");
        }
        expectFault(pushing, Json.object("asOf", "2026-11-27T09:00:00"), "/asOf offset-missing");
    }

    private static void expectFault(PushingSource source, JsonNode body, String fault) {
        source.vouching(body).send().expectProblem(422, "validation").expectErrors(fault);
    }

    @Requirement("MINA-051")
    @Test
    void mina051_takesInstantsAsRequestsHaveThem(OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (Object asOf : List.of(now, SummerTime.of(now), now.plusNanos(120_000_000), now.plusNanos(1234))) {
            pushing.vouching(Json.object("asOf", asOf.toString(), "note", "x"))
                    .send()
                    .expect(204);
        }
        pushing.vouch(now.plus(AHEAD)).expect(204);
    }

    @Requirement("MINA-051")
    @Test
    void mina051_takesNothingOfTheFuture(OverviewIndex index) {
        PushingSource pushing = index.pushing();
        for (Duration ahead : List.of(TOO_FAR, Duration.ofDays(1), Duration.ofDays(400))) {
            pushing.vouch(Instant.now().plus(ahead))
                    .expectProblem(422, "validation")
                    .expectErrors("/asOf date-in-future");
        }
        pushing.vouch(Instant.now().plus(AHEAD)).expect(204);
        Overview overview = index.visitor().read().expect(SOURCE, "ok");
        expectNotAhead(overview);
    }

    @Requirement("MINA-051")
    @Test
    void mina051_keepsTheLatest(OverviewIndex index) {
        PushingSource posting = index.posting();
        Visitor visitor = index.visitor();
        Instant latest = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        posting.vouch(latest).expect(204);
        for (Duration ago : List.of(Duration.ofMinutes(1), index.freshFor(), Duration.ofDays(30))) {
            posting.vouch(Instant.now().minus(ago)).expect(204);
            Overview overview = visitor.read().expect(PlayedSource.POSTING, "ok");
            overview.source(PlayedSource.POSTING)
                    .at("/at")
                    .satisfies(
                            "not earlier than the latest asOf, " + latest,
                            at -> !instant(at.asString("")).isBefore(latest));
        }
    }

    private static Instant instant(String text) {
        return text.matches("[0-9T:-]{19}\\.[0-9]{3}Z") ? Instant.parse(text) : Instant.MIN;
    }

    /** Only {@link #SOURCE} is told what is ahead: nothing is later than that until it has come. */
    @Requirement("MINA-052")
    @Test
    void mina052_showsNoTimeThatHasNotCome(OverviewIndex index) {
        PushingSource pushing = index.pushing();
        pushing.vouch(Instant.now().plus(AHEAD)).expect(204);
        expectNotAhead(index.visitor().read().expect(SOURCE, "ok"));
    }

    /** Expects that the time shown is not after the answer, whose second counts to its end. */
    private static void expectNotAhead(Overview overview) {
        Instant now = SystemClock.at(overview.answer()).plus(SECOND);
        overview.source(SOURCE)
                .at("/at")
                .satisfies(
                        "when it came at the latest, before " + now,
                        at -> !instant(at.asString("")).isAfter(now));
    }
}
