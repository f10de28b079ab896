package se.ryggrad.conformance.checks.portal;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.Behaviour;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks that a source is asked at each overview. */
@ConformanceCheck
class AskedAgainCheck {

    @Requirement("MINA-032")
    @Test
    void mina032_asksAtEachOverview(Http http, People people) {
        Visitor visitor = Visitor.of(http, people);
        visitor.read();
        visitor.with(PlayedSource.STEADY, PlayedItem.of("a"));
        for (int time = 2; time <= 4; time++) {
            visitor.read();
            expectAsked(visitor, PlayedSource.STEADY, time);
        }
    }

    /** Runs when nobody else reads: their answers from the source would end the row of failures. */
    @Afterwards
    @Requirement("MINA-032")
    @Test
    void mina032_asksASourceAgainThatHasFailed(Http http, People people) {
        Wavering.expectAgain(Visitor.of(http, people));
        Plan failing = Plan.of(PlayedItem.of("failing")).but(Behaviour.FAILS);
        for (int time = 1; time <= 3; time++) {
            Visitor visitor = Visitor.of(http, people).with(PlayedSource.WAVERING, failing);
            visitor.read();
            expectAsked(visitor, PlayedSource.WAVERING, 1);
        }
        Wavering.expectAgain(Visitor.of(http, people));
    }

    private static void expectAsked(Visitor visitor, PlayedSource source, int times) {
        int asked = visitor.lookups(source).size();
        if (asked < times) {
            throw ConformanceFailure.of(times + " questions to " + source.word(), asked + " questions");
        }
    }
}
