package se.ryggrad.conformance.checks.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;

/**
 * Lets the wavering source fail for somebody new.
 *
 * <p>A portal may leave a source alone that fails five times in a row, whoever asks (MINA-032). So checks that let it fail take
 * turns by {@link #TURN}, and each lets it answer again before the next.
 */
final class Wavering {

    /** The lock that checks hold while they let the source fail. */
    static final String TURN = "the wavering source";

    private Wavering() {}

    /** Plans what is wrong, beside a source that answers, and expects nothing of the one and all of the other. */
    static Visitor expect(Http http, People people, Plan wrong, String state) {
        Visitor visitor = Visitor.of(http, people).with(PlayedSource.STEADY, PlayedItem.of("steady"));
        Overview overview = visitor.with(PlayedSource.WAVERING, wrong).read();
        overview.expectNothing(PlayedSource.WAVERING, state);
        overview.expectAnswered(PlayedSource.STEADY, "steady");
        expectAgain(visitor);
        return visitor;
    }

    /** Lets the source answer again, and expects what it answers. */
    static void expectAgain(Visitor visitor) {
        visitor.with(PlayedSource.WAVERING, PlayedItem.of("again"));
        visitor.read().expectAnswered(PlayedSource.WAVERING, "again");
    }

    /** Plans something wrong for somebody new each, reads for all at once and lets the source answer again. */
    static List<Overview> all(Http http, People people, Plan... wrong) {
        List<Callable<Overview>> readings = new ArrayList<>();
        for (Plan each : wrong) {
            Visitor visitor = Visitor.of(http, people)
                    .with(PlayedSource.STEADY, PlayedItem.of("steady"))
                    .with(PlayedSource.WAVERING, each);
            readings.add(() -> new Overview(visitor.once()));
        }
        List<Overview> overviews = Together.all(readings);
        expectAgain(Visitor.of(http, people));
        return overviews;
    }
}
