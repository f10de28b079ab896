package se.ryggrad.conformance.twin.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.http.Call;

/** Asks all sources of a person at once, and waits no longer than the deadline. */
public final class Gathering {

    /** How long sources have: short, since checks wait for it, but not so short that many twins at once miss it. */
    public static final Duration DEADLINE = Duration.ofSeconds(1);

    /** How old what is shown in place of an answer may be. */
    public static final Duration STALE_FOR = Duration.ofHours(1);

    /** How many items a source is asked for. */
    public static final int ITEMS = 100;

    /** The most octets of a source's answer. */
    public static final int OCTETS = 1_048_576;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Gathering::daemon);

    private final TwinSettings settings;
    private final Clock clock;
    private final SourceClient client;
    private final Memory memory;
    private final Breaker breaker;

    /** Gathers for one principal. */
    public Gathering(TwinSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = new SourceClient(settings);
        this.memory = new Memory(settings);
        this.breaker = new Breaker(settings);
    }

    /** Returns what became of each source that is there for whoever calls and is to be asked. */
    public List<Gathered> gather(Call call, Predicate<Source> asked) {
        var asking = Asking.of(call);
        var calls = new Calls(settings, System.nanoTime() + DEADLINE.toNanos());
        var begun = new ArrayList<CompletableFuture<Gathered>>();
        sources(asking).stream()
                .filter(asked)
                .forEach(source -> begun.add(CompletableFuture.supplyAsync(() -> one(asking, source, calls), THREADS)));
        return begun.stream().map(CompletableFuture::join).toList();
    }

    private List<Source> sources(Asking asking) {
        var all = new ArrayList<>(settings.portal().sources());
        boolean everybody = settings.breaks(Fault.MINA_013_G);
        all.removeIf(source -> !source.issuers().contains(asking.caller().issuer())
                && !(everybody && source.id().endsWith("-refusing")));
        return all;
    }

    private Gathered one(Asking asking, Source source, Calls calls) {
        var open = breaker.open(source);
        if (open.isPresent()) {
            return instead(asking, source, open.get());
        }
        var nothing =
                memory.earlier(asking, source).filter(answer -> answer.items().isEmpty());
        if (nothing.isPresent() && settings.breaks(Fault.MINA_032_C)) {
            return nothing.get().as(State.OK);
        }
        try {
            var answer = client.ask(asking, source, calls).at(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            breaker.answered(source);
            memory.remember(asking, answer);
            return answer;
        } catch (SourceFault fault) {
            breaker.failed(source, fault);
            return instead(asking, source, fault);
        }
    }

    private Gathered instead(Asking asking, Source source, SourceFault fault) {
        if (fault.state() == State.DENIED) {
            memory.forget(asking, source);
            return Gathered.nothing(source, State.DENIED);
        }
        boolean timely = fault.state() == State.FAILED && settings.breaks(Fault.MINA_028_D);
        var nothing = Gathered.nothing(source, told(fault.state()));
        if (!fault.trusted() || timely) {
            return nothing;
        }
        return memory.earlier(asking, source).map(this::retold).orElse(nothing);
    }

    private State told(State state) {
        return state == State.TIMEOUT && settings.breaks(Fault.MINA_019_B) ? State.FAILED : state;
    }

    private Gathered retold(Gathered earlier) {
        return settings.breaks(Fault.MINA_028_C) ? earlier.at(clock.instant()) : earlier;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "twin-portal");
        thread.setDaemon(true);
        return thread;
    }
}
