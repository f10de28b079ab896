package se.ryggrad.server.load;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.minasidor.MinaSidor;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.memory.minasidor.InMemoryOverviewIndex;
import se.ryggrad.core.minasidor.index.Guard;
import se.ryggrad.core.minasidor.index.PushedSources;
import se.ryggrad.core.minasidor.portal.Portal;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.registry.Protections;

/**
 * Measures overviews of 300 sources of which some misbehave: how long they take, what they say of each source, and what they leave
 * behind. Ends with 1 when something does not hold that docs/benchmarks.md says.
 *
 * <p>The load is open: so many overviews begin each second, whether or not the earlier ones have been answered, and the time of each
 * counts from when it was to begin.
 */
public final class OverviewLoad {

    private static final int SOURCES = 300;
    private static final int ROUNDS = 5;
    private static final int OVERVIEWS_OF_A_ROUND = 100;
    private static final int WARMING = 20;
    private static final int MOST_AT_ONCE = 64;
    private static final double RATE = 2;

    /** Held, or the JDK forgets the level that is set on it. */
    private static final Logger PORTAL = Logger.getLogger(Portal.class.getPackageName());

    private final Visitor visitor;
    private final long pause;
    private final Measured measured = new Measured(OverviewTerms.DEFAULT.deadline());

    private OverviewLoad(Visitor visitor, double rate) {
        this.visitor = visitor;
        this.pause = (long) (Duration.ofSeconds(1).toNanos() / rate);
    }

    /**
     * Measures, and prints what it saw.
     *
     * @param arguments how many overviews begin each second; two where nothing is said
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        PORTAL.setLevel(Level.SEVERE);
        double rate = arguments.length == 0 ? RATE : Double.parseDouble(arguments[0]);
        try (PlayedCounty county = new PlayedCounty()) {
            PrincipalId principal = new PrincipalId("2581");
            PortalRegister register = new PortalRegister(
                    OverviewTerms.DEFAULT, List.of(county.client()), Map.of(principal, county.sources(SOURCES)));
            Visitor visitor = new Visitor(principal, portal(register));
            IntStream.range(0, WARMING).forEach(warming -> visitor.overview());
            OverviewLoad load = new OverviewLoad(visitor, rate);
            load.run();
            System.out.printf(
                    "%d overviews of %d sources, %s begun each second; the slowest answer of a source took it %d ms%n%s",
                    ROUNDS * OVERVIEWS_OF_A_ROUND,
                    SOURCES,
                    rate,
                    county.slowest().toMillis(),
                    load.measured);
            System.exit(load.measured.holds() ? 0 : 1);
        }
    }

    /** Returns a portal of sources that are asked. */
    static MinaSidor portal(PortalRegister register) {
        Clock clock = Clock.systemUTC();
        Guard guard = new Guard(Protections.NOBODY);
        return new Portal(register, new PushedSources(register, new InMemoryOverviewIndex(), guard, clock), clock);
    }

    private void run() throws InterruptedException, ExecutionException {
        ScheduledExecutorService people = Executors.newScheduledThreadPool(MOST_AT_ONCE);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                round(people);
                measured.heap();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private void round(ScheduledExecutorService people) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        List<ScheduledFuture<?>> visits = new ArrayList<>();
        for (int number = 1; number <= OVERVIEWS_OF_A_ROUND; number++) {
            long due = begun + number * pause;
            visits.add(people.schedule(() -> visit(due), due - System.nanoTime(), TimeUnit.NANOSECONDS));
        }
        for (ScheduledFuture<?> visit : visits) {
            visit.get();
        }
    }

    private void visit(long due) {
        try {
            Overview overview = visitor.overview();
            measured.answered(overview, Duration.ofNanos(System.nanoTime() - due));
        } catch (RyggradException refused) {
            measured.refused();
        }
    }
}
