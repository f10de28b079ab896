package se.ryggrad.conformance.checks.index;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Conduct;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;
import se.ryggrad.conformance.target.Target;

/** Checks what becomes of a source that pushes, by when it last said that nothing is missing. */
@ConformanceCheck
class PushingStateCheck {

    /** So much clocks may differ, and a run be held up between what it says and what it reads. */
    private static final Duration MARGIN = Duration.ofSeconds(40);

    /**
     * Lets each source say once what it says in each run, always later than in the run before; all are read at once, among the bad
     * sources.
     */
    @Requirement("MINA-052")
    @Test
    void mina052_goesByTheLatestWordOfEach(Http http, People people, OverviewIndex index) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Duration fresh = index.freshFor();
        Duration stale = index.staleFor();
        boolean agesAtAll = stale.compareTo(fresh.plus(MARGIN.multipliedBy(3))) > 0;
        Instant tooLong = now.minus(stale.compareTo(fresh) > 0 ? stale : fresh).minus(MARGIN);
        Visitor visitor = Visitor.amongBadSources(http, people);
        Push push = Push.of(visitor.person());
        Said waning = Said.by(
                index.source(PlayedSource.WANING), push, now.minus(fresh).plus(MARGIN));
        Said.by(index.source(PlayedSource.OUTDATED), push, tooLong);
        Said aged = Said.by(
                index.source(PlayedSource.AGED),
                push,
                agesAtAll ? now.minus(stale).plus(MARGIN) : tooLong);
        index.source(PlayedSource.MUTE).takes(push);
        Overview overview = visitor.read();
        waning.expect(overview, "ok");
        if (agesAtAll) {
            aged.expect(overview, "stale");
        }
        for (PlayedSource late : List.of(PlayedSource.OUTDATED, PlayedSource.MUTE)) {
            overview.expectNothing(late, "timeout").source(late).at("/at").isMissing();
        }
        overview.answer().at("/complete").is(false);
    }

    /** A source, what it has pushed, and up to when it said so. */
    private record Said(PlayedSource source, String item, Instant asOf) {

        static Said by(PushingSource pushing, Push push, Instant asOf) {
            String item = pushing.takes(push);
            pushing.vouch(asOf).require(204);
            return new Said(pushing.source(), item, asOf);
        }

        void expect(Overview overview, String state) {
            overview.expect(source, state).expectItems(source, item);
            String at = asOf.toString();
            overview.source(source).at("/at").is(at.contains(".") ? at : at.replace("Z", ".000Z"));
        }
    }

    @Requirement("MINA-053")
    @Test
    void mina053_isStaleWhereTheRegistryIsSilent(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        for (Conduct conduct : List.of(
                Conduct.FAILS, Conduct.DENIES, Conduct.BREAKS_OFF, Conduct.SPEAKS_OTHERWISE, Conduct.LEADS_AWAY)) {
            Person person = people.person();
            String item = pushing.takes(Push.of(person));
            Visitor visitor = index.visitor(person).with(PlayedSource.STEADY, PlayedItem.of("steady"));
            people.asked(person, conduct);
            Overview overview = visitor.read();
            overview.answer().hint("The registry of persons " + conduct);
            overview.expect(PlayedSource.PUSHING, "stale").expectItems(PlayedSource.PUSHING, item);
            overview.expect(PlayedSource.POSTING, "stale")
                    .source(PlayedSource.POSTING)
                    .at("/at")
                    .exists();
            overview.expectAnswered(PlayedSource.STEADY, "steady")
                    .answer()
                    .at("/complete")
                    .is(false);
            people.asked(person, Conduct.ANSWERS);
            visitor.read()
                    .expectAnswered(PlayedSource.PUSHING, item)
                    .answer()
                    .at("/complete")
                    .is(true);
        }
    }

    @Requirement("MINA-013")
    @Test
    void mina013_tellsOfSourcesThatPush(People people, OverviewIndex index, Target target) {
        if (OverviewIndex.offeredBy(target)) {
            PushingSource pushing = index.pushing();
            Person person = people.person();
            pushing.takes(Push.of(person));
            pushing.takes(Push.of(person));
            Visitor visitor = index.visitor(person).with(PlayedSource.STEADY, PlayedItem.of("steady"));
            visitor.read().source(PlayedSource.PUSHING).at("/count").is(2);
            Overview page = new Overview(visitor.call().query("limit", 1).send().expect(200));
            page.answer().at("/items").hasSize(1);
            page.source(PlayedSource.PUSHING).at("/count").is(2);
            page.source(PlayedSource.PUSHING).at("/more").is(false);
            page.source(PlayedSource.POSTING).at("/count").is(0);
            page.source(PlayedSource.STEADY).at("/count").is(1);
        }
    }
}
