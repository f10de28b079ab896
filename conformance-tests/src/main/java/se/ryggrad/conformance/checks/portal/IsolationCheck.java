package se.ryggrad.conformance.checks.portal;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks that what one source does changes nothing of what others show, with many bad ones among two that are good. */
@ConformanceCheck
class IsolationCheck {

    /** Reads among all bad sources, and expects all that the good ones hold. */
    private static Overview read(Http http, People people) {
        Visitor visitor = Visitor.amongBadSources(http, people)
                .with(PlayedSource.STEADY, PlayedItem.of("steady-1"), PlayedItem.of("steady-2"))
                .with(PlayedSource.SECOND, PlayedItem.due("second", "2027-01-01"));
        visitor.slot().sources().swell(Promise.of(http).answerBytes());
        Overview overview = visitor.read();
        overview.expectAnswered(PlayedSource.STEADY, "steady-1", "steady-2");
        overview.expectAnswered(PlayedSource.SECOND, "second");
        return overview;
    }

    @Requirement("MINA-019")
    @Test
    void mina019_namesSourcesThatAreLate(Http http, People people) {
        Overview overview = read(http, people);
        overview.expectNothing(PlayedSource.HUNG, "timeout").expectNothing(PlayedSource.DRIPPING, "timeout");
    }

    @Requirement("MINA-020")
    @Test
    void mina020_namesSourcesThatFail(Http http, People people) {
        Overview overview = read(http, people);
        for (PlayedSource source : List.of(
                PlayedSource.FAILING,
                PlayedSource.MALFORMED,
                PlayedSource.MISSHAPEN,
                PlayedSource.HUGE,
                PlayedSource.MOVED)) {
            overview.expectNothing(source, "failed");
        }
    }

    @Requirement("MINA-021")
    @Test
    void mina021_doesNotGoWhereASourceLeads(Http http, People people) {
        Overview overview = read(http, people);
        overview.expectNothing(PlayedSource.MOVED, "failed");
        expectNobodyTrapped(people);
    }

    @Requirement("MINA-022")
    @Test
    void mina022_namesSourcesThatDeny(Http http, People people) {
        Overview overview = read(http, people);
        overview.expectNothing(PlayedSource.REFUSING, "denied").expectNothing(PlayedSource.UNTARGETED, "denied");
    }

    @Requirement("MINA-023")
    @Test
    void mina023_showsNothingOfASourceThatShowsOthers(Http http, People people) {
        read(http, people).expectNothing(PlayedSource.FOREIGN, "failed");
    }

    @Requirement("MINA-027")
    @Test
    void mina027_namesASourceWhoseTokenIsForAnother(Http http, People people) {
        read(http, people).expectNothing(PlayedSource.MISTAKEN, "failed");
    }

    static void expectNobodyTrapped(People people) {
        int calls = people.issuers().sources().trapped().size();
        if (calls > 0) {
            throw ConformanceFailure.of("no call to the address that a redirect names", calls + " calls");
        }
    }
}
