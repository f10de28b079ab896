package se.ryggrad.api.minasidor.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Takes what sources push to the index of a portal. Thread-safe.
 *
 * <p>The SDK offers it for the sources whose settings name a client. All but the first and the last are for that client, with the
 * scope {@code overview:write}: else {@code forbidden}, and {@code not-found} for the source of another (MINA-035). A body is given as
 * a supplier, which is asked when that is settled. Source: chapter MINA of the standard.
 */
public interface OverviewIntake {

    /** Returns what the index of {@code principal} promises (MINA-034), or nothing where no source pushes. */
    Optional<IndexTerms> terms(PrincipalId principal);

    /**
     * Takes a change of an item (MINA-036 to MINA-048, MINA-055).
     *
     * @throws se.ryggrad.api.RyggradException {@code state-conflict} for a version that is outdated, {@code validation} for an
     *     owner of whom nothing is taken, or nothing more, {@code unavailable} when a registry is silent
     */
    void push(Caller caller, String source, UUID item, Supplier<Push> push);

    /** Notes up to when the source has pushed all that has changed; from then on it is shown (MINA-051, MINA-052). */
    void vouch(Caller caller, String source, Supplier<Instant> asOf);

    /** Returns at most {@code limit} of the versions that the index has of the source, after {@code after} (MINA-056). */
    List<IndexedVersion> versions(Caller caller, String source, Optional<UUID> after, int limit);

    /** Erases what has ended (MINA-045); whoever embeds the engine does so every hour. */
    void sweep();
}
