package se.ryggrad.conformance.source;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.representation.Lookup;

/**
 * The sources of one run, at {@code {base}/{source}}, and a trap that nobody should come to.
 *
 * <p>What each does is planned for each person alone, so that checks at the same time do not meet, and every question is
 * kept under whom it is about: whose token was shown. Safe for many threads.
 */
public final class Sources implements AutoCloseable {

    private static final String TRAP = "trap";
    private static final int MEGABYTE = 1_048_576;

    private final String base;
    private final ConcurrentMap<Asked, Plan> plans = new ConcurrentHashMap<>();
    private final ConcurrentMap<Asked, List<Lookup>> lookups = new ConcurrentHashMap<>();
    private final List<Lookup> trapped = new CopyOnWriteArrayList<>();
    private final AtomicInteger swollen = new AtomicInteger(MEGABYTE + 1);
    private final Pending pending = new Pending();
    private @Nullable String prefix;

    /** Creates the sources that a portal finds below an address. */
    public Sources(String base) {
        this.base = base;
    }

    /** Returns the address of a source. */
    public String url(PlayedSource source) {
        return base + "/" + source.word();
    }

    /**
     * Returns what stands before the word of a source in the id by which the portal under test knows it. It is looked for until
     * it is found, once in a run.
     */
    public synchronized String prefix(Supplier<String> search) {
        String found = prefix == null ? search.get() : prefix;
        prefix = found;
        return found;
    }

    /** Returns the source at an address. */
    public Optional<PlayedSource> at(String url) {
        return Arrays.stream(PlayedSource.values())
                .filter(source -> url(source).equals(url))
                .findFirst();
    }

    /** Returns the address that nobody should come to. */
    public String trap() {
        return base + "/" + TRAP;
    }

    /** Plans what a source does for somebody from now on. */
    public void plan(String person, PlayedSource source, Plan plan) {
        plans.put(new Asked(person, source), plan);
    }

    /** Returns what a source does for somebody. */
    public Plan planned(String person, PlayedSource source) {
        return plans.getOrDefault(new Asked(person, source), source.usual());
    }

    /** Tells whether it was planned what a source does for somebody. */
    public boolean isPlanned(String person, PlayedSource source) {
        return plans.containsKey(new Asked(person, source));
    }

    /** Returns the questions to a source about somebody so far, in order. */
    public List<Lookup> lookups(String person, PlayedSource source) {
        return List.copyOf(lookups.getOrDefault(new Asked(person, source), List.of()));
    }

    /** Returns the questions to all sources so far, whoever they were about. */
    public List<Lookup> lookups() {
        return lookups.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the calls to the trap so far. */
    public List<Lookup> trapped() {
        return List.copyOf(trapped);
    }

    /** Lets answers that are too large have more octets than this. */
    public void swell(int octets) {
        swollen.accumulateAndGet(octets + 1, Math::max);
    }

    /** Leaves a request of an issuer's without an answer until the run ends. */
    public void hold(HttpExchange exchange) {
        pending.hold(exchange);
    }

    /** Answers a question to a path below the address, now or never, and closes it then. */
    public void answer(HttpExchange exchange, String below) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] parts = below.split("/", 2);
        String path = parts.length == 2 ? parts[1] : "";
        Lookup lookup = Lookup.of(exchange, body);
        Shown token = Shown.to(exchange);
        if (parts[0].equals(TRAP)) {
            trapped.add(lookup);
            play(exchange, Plan.of(PlayedItem.of(TRAP)), token, path);
            return;
        }
        Optional<PlayedSource> source = PlayedSource.named(parts[0]);
        if (source.isEmpty()) {
            Performance.write(exchange, 404, "{}");
            return;
        }
        Asked asked = new Asked(token.person(), source.get());
        lookups.computeIfAbsent(asked, a -> new CopyOnWriteArrayList<>()).add(lookup);
        play(exchange, planned(asked.person(), asked.source()), token, path);
    }

    @Override
    public void close() {
        pending.close();
    }

    private void play(HttpExchange exchange, Plan plan, Shown token, String path) throws IOException {
        new Performance(exchange, plan, token.subject()).play(path, trap(), swollen.get(), pending);
    }

    private record Asked(String person, PlayedSource source) {}
}
