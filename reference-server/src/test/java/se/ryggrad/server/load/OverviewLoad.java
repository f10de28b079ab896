package se.ryggrad.server.load;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.MinaSidor;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.memory.minasidor.InMemoryOverviewIndex;
import se.ryggrad.core.minasidor.index.Guard;
import se.ryggrad.core.minasidor.index.PushedSources;
import se.ryggrad.core.minasidor.portal.Portal;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.registry.Protections;

/** Measures how long overviews of 300 sources take when some of the sources misbehave, and what they leave behind. */
public final class OverviewLoad {

    private static final int SOURCES = 300;
    private static final int OVERVIEWS = 500;
    private static final int AT_ONCE = 4;
    private static final int WARMING = 10;
    private static final PrincipalId PRINCIPAL = new PrincipalId("2581");
    private static final String ACR = "http://id.elegnamnden.se/loa/1.0/loa3";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final MinaSidor portal;
    private final long[] nanos = new long[OVERVIEWS];
    private final AtomicInteger foreign = new AtomicInteger();
    private final AtomicInteger wronglyNamed = new AtomicInteger();

    private OverviewLoad(MinaSidor portal) {
        this.portal = portal;
    }

    /** Measures, and prints what it saw. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (PlayedCounty county = new PlayedCounty()) {
            PortalRegister register = new PortalRegister(
                    OverviewTerms.DEFAULT, List.of(county.client()), Map.of(PRINCIPAL, county.sources(SOURCES)));
            OverviewLoad load = new OverviewLoad(portal(register));
            IntStream.range(0, WARMING).forEach(warming -> load.overview());
            long before = heap();
            load.run();
            load.print(before, heap());
        }
    }

    /** Returns a portal of sources that are asked. */
    static MinaSidor portal(PortalRegister register) {
        Clock clock = Clock.systemUTC();
        Guard guard = new Guard(Protections.NOBODY);
        return new Portal(register, new PushedSources(register, new InMemoryOverviewIndex(), guard, clock), clock);
    }

    private void run() throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        IntStream.range(0, OVERVIEWS)
                .forEach(number -> people.execute(() -> {
                    long begun = System.nanoTime();
                    Overview overview = overview();
                    nanos[number] = System.nanoTime() - begun;
                    judge(overview);
                }));
        people.shutdown();
        if (!people.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("not done in an hour");
        }
        Arrays.sort(nanos);
    }

    private Overview overview() {
        Actor anna = new Actor.Person(
                new ActorId("anna"),
                new Identity(IdentityScheme.PERSONNUMMER, "199001019802"),
                "Anna",
                Optional.empty());
        return portal.overview(new OverviewInquiry(
                new Caller(PRINCIPAL, anna, TRACE),
                new PresentedToken("own", PlayedCounty.ISSUER, Optional.of(ACR)),
                new PageRequest(1, 100, true)));
    }

    private void judge(Overview overview) {
        for (AskedSource source : overview.sources()) {
            int number = Integer.parseInt(source.id().substring("source-".length()));
            PlayedCounty.Manner manner = PlayedCounty.Manner.of(number);
            if (manner == PlayedCounty.Manner.FOREIGN) {
                foreign.addAndGet(source.count());
            }
            if (manner.state() != source.state()) {
                wronglyNamed.incrementAndGet();
            }
        }
    }

    private void print(long before, long after) {
        System.out.printf(
                "%d overviews of %d sources, %d at once%np50 %d ms, p95 %d ms, p99 %d ms, max %d ms%n",
                OVERVIEWS, SOURCES, AT_ONCE, millis(0.50), millis(0.95), millis(0.99), millis(1));
        System.out.printf(
                "foreign items shown: %d; sources named wrongly: %d of %d%nheap after a collection: %d MiB before, %d"
                        + " MiB after%n",
                foreign.get(), wronglyNamed.get(), OVERVIEWS * SOURCES, before >> 20, after >> 20);
    }

    private long millis(double share) {
        int place = (int) Math.ceil(share * nanos.length) - 1;
        return TimeUnit.NANOSECONDS.toMillis(nanos[Math.max(0, place)]);
    }

    private static long heap() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }
}
