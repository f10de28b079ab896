package se.ryggrad.core.memory.minasidor;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.IndexedShare;
import se.ryggrad.api.minasidor.index.IndexedShare.Indexed;
import se.ryggrad.api.minasidor.index.IndexedVersion;
import se.ryggrad.api.minasidor.index.Intake;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.api.organisation.PrincipalId;

/** Keeps in memory what sources push: for trying, since it ends with the process. Thread-safe. */
public final class InMemoryOverviewIndex implements OverviewIndex {

    private static final Comparator<Indexed> AS_SHOWN = Comparator.<Indexed>comparingLong(
                    each -> each.item().place())
            .thenComparing(Indexed::source)
            .thenComparing(each -> each.id().toString());
    private static final Comparator<IndexedVersion> BY_ID =
            Comparator.comparing(each -> each.item().toString());

    private final Map<IndexKey, Kept> items = new HashMap<>();
    private final Map<PrincipalId, Map<String, Instant>> asOf = new HashMap<>();

    /** Creates an empty index. */
    public InMemoryOverviewIndex() {}

    /**
     * Is the latest of an item.
     *
     * @param since since when nothing is left of it but its version
     */
    private record Kept(Push latest, Optional<Instant> since) {

        static Kept of(Push push, Instant now) {
            return new Kept(push, push.item().isPresent() ? Optional.empty() : Optional.of(now));
        }

        boolean ownedBy(Identity owner) {
            return latest.item()
                    .filter(item -> item.audience().owner().equals(owner))
                    .isPresent();
        }

        Kept swept(Instant now) {
            return since.isEmpty() && latest.ended(now)
                    ? new Kept(new Push(latest.version(), Optional.empty()), Optional.of(now))
                    : this;
        }

        boolean old(Instant before) {
            return since.filter(before::isAfter).isPresent();
        }
    }

    @Override
    public synchronized Intake push(IndexKey key, Push push, int most, Instant now) {
        Intake intake = Optional.ofNullable(items.get(key))
                .map(kept -> kept.latest().follows(push, now))
                .orElse(Intake.DONE);
        if (intake == Intake.DONE
                && push.item().filter(item -> full(key, item, most, now)).isPresent()) {
            return Intake.FULL;
        }
        if (intake == Intake.DONE) {
            items.put(key, Kept.of(push, now));
        }
        return intake;
    }

    private boolean full(IndexKey key, PushedItem item, int most, Instant now) {
        return !item.ended(now)
                && held(key.principal(), item.audience().owner(), now)
                                .filter(each -> each.source().equals(key.source())
                                        && !each.id().equals(key.item()))
                                .count()
                        >= most;
    }

    @Override
    public synchronized void vouch(PrincipalId principal, String source, Instant time) {
        asOf.computeIfAbsent(principal, one -> new HashMap<>())
                .merge(source, time, (earlier, later) -> later.isAfter(earlier) ? later : earlier);
    }

    @Override
    public synchronized IndexedShare read(PrincipalId principal, Identity owner, Instant now, int most) {
        return new IndexedShare(
                held(principal, owner, now).sorted(AS_SHOWN).limit(most).toList(),
                asOf.getOrDefault(principal, Map.of()));
    }

    private Stream<Indexed> held(PrincipalId principal, Identity owner, Instant now) {
        return items.entrySet().stream()
                .filter(entry -> entry.getKey().principal().equals(principal))
                .filter(entry -> entry.getValue().ownedBy(owner)
                        && !entry.getValue().latest().ended(now))
                .map(entry -> new Indexed(
                        entry.getKey().source(),
                        entry.getKey().item(),
                        entry.getValue().latest().item().orElseThrow()));
    }

    @Override
    public synchronized List<IndexedVersion> versions(
            PrincipalId principal, String source, Optional<UUID> after, int limit, Instant now) {
        return items.entrySet().stream()
                .filter(entry -> entry.getKey().principal().equals(principal)
                        && entry.getKey().source().equals(source))
                .map(entry -> version(entry.getKey(), entry.getValue().latest(), now))
                .sorted(BY_ID)
                .dropWhile(each -> after.filter(last -> each.item().toString().compareTo(last.toString()) <= 0)
                        .isPresent())
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    private static IndexedVersion version(IndexKey key, Push latest, Instant now) {
        return new IndexedVersion(key.item(), latest.version(), latest.ended(now));
    }

    @Override
    public synchronized void forget(PrincipalId principal, Identity owner) {
        items.entrySet()
                .removeIf(entry -> entry.getKey().principal().equals(principal)
                        && entry.getValue().ownedBy(owner));
    }

    @Override
    public synchronized void sweep(Instant now, Instant before) {
        items.replaceAll((key, kept) -> kept.swept(now));
        items.values().removeIf(kept -> kept.old(before));
    }
}
