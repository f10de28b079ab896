package se.ryggrad.api.minasidor.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Keeps what sources push, by owner. Thread-safe; you plug it in.
 *
 * <p>What comes at once ends as if it had come one after the other. What {@link #push} and {@link #vouch} returned for is in every
 * {@link #read} that begins afterwards, and outlives the process.
 */
public interface OverviewIndex {

    /**
     * Takes a change of an item, as {@link Push#follows} judges it. A removal keeps the version alone (MINA-040 to MINA-045).
     *
     * @param most how many items that have not ended an owner may have of one source, this one among them
     */
    Intake push(IndexKey key, Push push, int most, Instant now);

    /** Notes up to when a source has pushed; an earlier time than the latest changes nothing (MINA-051). */
    void vouch(PrincipalId principal, String source, Instant asOf);

    /**
     * Returns what is held for {@code owner}, of all sources together.
     *
     * @param most how many items are read at the most, the first in the order of an overview
     */
    IndexedShare read(PrincipalId principal, Identity owner, Instant now, int most);

    /** Returns what is known of the items of a source, ordered by id as text, those after {@code after} alone. */
    List<IndexedVersion> versions(PrincipalId principal, String source, Optional<UUID> after, int limit, Instant now);

    /** Erases all that is held for {@code owner}, versions included (MINA-048). */
    void forget(PrincipalId principal, Identity owner);

    /**
     * Erases what has expired but for its version, and versions that have been kept since before {@code before} after that
     * (MINA-045).
     */
    void sweep(Instant now, Instant before);
}
