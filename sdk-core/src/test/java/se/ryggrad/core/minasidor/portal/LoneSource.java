package se.ryggrad.core.minasidor.portal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.http.BoundedCalls;

/** Is one source that is asked without a portal, so that a test decides when, and what else this process does. */
final class LoneSource implements AutoCloseable {

    static final String NAME = "lone";

    private static final Duration LONG = Duration.ofHours(1);

    private final PlayedSources played = new PlayedSources();
    private final SourceBreaker breaker = new SourceBreaker(NAME, LONG);
    private final PortalThreads threads = new PortalThreads(LONG);

    LoneSource() throws IOException {
        played.with(NAME, PlayedSources.endless(false));
    }

    /** Returns the source, which is silent until the test says otherwise, and its issuer. */
    PlayedSources played() {
        return played;
    }

    SourceBreaker breaker() {
        return breaker;
    }

    /** Returns the threads that ask it, which are not late before an hour has passed or {@link #late} was called. */
    PortalThreads threads() {
        return threads;
    }

    /** Lets this process be late. */
    void late() {
        threads.begins(System.nanoTime() - LONG.toNanos());
    }

    /** Returns how many times it has been asked something. */
    int asked() {
        return played.calls(NAME).size();
    }

    /** Returns a question for Anna's overview. */
    Asking asking(Executor turns) {
        return asking(People.person(People.ANNA), turns);
    }

    Asking asking(Caller caller, Executor turns) {
        Asking.Way way = new Asking.Way(
                new TokenExchange(Map.of(PlayedSources.ISSUER, played.client())),
                new BoundedCalls(LONG, 1 << 20, threads),
                new AnswerReader(Clock.systemUTC()),
                threads,
                100);
        OverviewInquiry inquiry = new OverviewInquiry(
                caller,
                new PresentedToken(AskedPortal.OWN, PlayedSources.ISSUER, Optional.of(PlayedSources.ACR)),
                new PageRequest(1, 100, true));
        return new Asking(played.registered(NAME), inquiry, way, breaker, turns);
    }

    @Override
    public void close() {
        played.close();
    }
}
