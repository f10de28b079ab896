package se.ryggrad.conformance.twin.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.protection.Identity;

/** Keeps what the sources of a portal have pushed. */
public final class Index {

    private static final Duration SWEEP = Duration.ofMinutes(30);
    private static final long WHILE = TimeUnit.MILLISECONDS.toNanos(40);

    private final TwinSettings settings;
    private final Clock clock;
    private final IndexOffer offer;
    private final Versions versions;
    private final Map<String, Map<String, Entry>> sources = new HashMap<>();
    private final Map<String, Vouched> vouched = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private Instant swept = Instant.EPOCH;

    /** Begins with nothing. */
    public Index(TwinSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.offer = IndexOffer.of(settings);
        this.versions = new Versions(settings);
    }

    IndexOffer offer() {
        return offer;
    }

    /** Keeps what a source says of an item where that is new, or ends with 409 or 422. */
    void push(String source, String id, Push push) {
        if (breaks(Fault.MINA_041_A)) {
            boolean kept = versions.replaces(entry(source, id), push, clock.instant());
            LockSupport.parkNanos(WHILE);
            keepIf(kept, source, id, push);
        } else if (breaks(Fault.MINA_041_B)) {
            alone(source, id, push);
        } else {
            keep(source, id, push);
        }
    }

    /** A broken twin refuses one that comes while another is being kept. */
    private void alone(String source, String id, Push push) {
        synchronized (this) {
            if (!busy.add(id)) {
                throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
            }
        }
        LockSupport.parkNanos(WHILE);
        synchronized (this) {
            busy.remove(id);
            keep(source, id, push);
        }
    }

    private synchronized Optional<Entry> entry(String source, String id) {
        return Optional.ofNullable(of(source).get(id));
    }

    private synchronized void keep(String source, String id, Push push) {
        sweep();
        keepIf(versions.replaces(entry(source, id), push, clock.instant()), source, id, push);
    }

    private synchronized void keepIf(boolean kept, String source, String id, Push push) {
        var now = clock.instant();
        if (kept) {
            if (push.isThere(now)) {
                bound(source, id, push.item().orElseThrow(), now);
            }
            var before = entry(source, id).flatMap(Entry::item);
            of(source).put(id, kept(push, mixed(push, before), now));
        }
    }

    private Entry kept(Push push, Push mixed, Instant now) {
        boolean removed = push.item().isEmpty() && !breaks(Fault.MINA_042_F);
        return removed ? new Entry(push.version(), mixed.item(), now) : Entry.of(mixed, now);
    }

    /** Returns what is to be kept; a broken twin keeps some of what was there before. */
    private Push mixed(Push push, Optional<Pushed> before) {
        if (before.isEmpty()) {
            return push;
        }
        if (push.item().isEmpty() && (breaks(Fault.MINA_055_C) || breaks(Fault.MINA_042_F))) {
            return new Push(push.version(), before);
        }
        return new Push(push.version(), push.item().map(item -> mixed(item, before.get())));
    }

    private Pushed mixed(Pushed item, Pushed before) {
        var content = breaks(Fault.MINA_040_J) ? before.content().deepCopy().setAll(item.content()) : item.content();
        return new Pushed(
                breaks(Fault.MINA_040_G) ? before.owner() : item.owner(),
                item.assurance(),
                item.representatives(),
                item.expiresAt(),
                content);
    }

    private void bound(String source, String id, Pushed item, Instant now) {
        long there = among(source).stream()
                .flatMap(entries -> entries.entrySet().stream())
                .filter(e -> !e.getKey().equals(id) || breaks(Fault.MINA_055_D))
                .filter(e -> e.getValue().isOf(item.owner()))
                .filter(e -> counts(e.getValue(), now))
                .count();
        if (there >= offer.itemsPerOwner() && !breaks(Fault.MINA_055_A)) {
            throw Fail.invalid(breaks(Fault.MINA_055_E) ? "" : "/owner", "max-items");
        }
    }

    private Collection<Map<String, Entry>> among(String source) {
        return breaks(Fault.MINA_055_B) ? sources.values() : List.of(of(source));
    }

    private boolean counts(Entry entry, Instant now) {
        return entry.isThere(now) || breaks(Fault.MINA_055_C) || breaks(Fault.MINA_055_F);
    }

    private Map<String, Entry> of(String source) {
        return sources.computeIfAbsent(source, s -> new TreeMap<>());
    }

    /** Erases all that there is of somebody. */
    synchronized void erase(Identity owner) {
        sources().forEach(source -> erase(owner, source));
    }

    /** Erases what there is of somebody at one source. */
    synchronized void erase(Identity owner, String source) {
        if (!breaks(Fault.MINA_048_B)) {
            var entries = of(source);
            if (breaks(Fault.MINA_048_C)) {
                entries.replaceAll((id, entry) -> entry.isOf(owner) ? entry.bare() : entry);
            } else {
                entries.values().removeIf(entry -> entry.isOf(owner));
            }
        }
    }

    /** Notes up to when a source has pushed. */
    synchronized void vouch(String source, Instant asOf) {
        var before = Optional.ofNullable(vouched.get(source));
        boolean later = before.filter(b -> !asOf.isAfter(b.asOf())).isEmpty();
        if (later || breaks(Fault.MINA_051_B)) {
            vouched.put(source, new Vouched(asOf, clock.instant()));
        } else if (before.filter(b -> asOf.isBefore(b.asOf())).isPresent() && breaks(Fault.MINA_051_C)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
    }

    synchronized Optional<Vouched> vouched(String source) {
        return Optional.ofNullable(vouched.get(source));
    }

    /** Returns what there is of a source now, by id. */
    synchronized Map<String, Entry> entries(String source) {
        return new TreeMap<>(of(source));
    }

    /** Returns the ids of all sources of which there is something. */
    synchronized List<String> sources() {
        return new ArrayList<>(sources.keySet());
    }

    /** Erases what has expired, and later its version. */
    private void sweep() {
        var now = clock.instant();
        if (now.isBefore(swept.plus(SWEEP))) {
            return;
        }
        swept = now;
        for (var entries : sources.values()) {
            entries.replaceAll((id, entry) -> entry.isThere(now) ? entry : entry.bare());
            entries.values()
                    .removeIf(entry -> entry.item().isEmpty()
                            && entry.ends().plus(offer.removedFor()).isBefore(now));
        }
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
