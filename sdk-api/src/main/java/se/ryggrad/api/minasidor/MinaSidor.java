package se.ryggrad.api.minasidor;

import java.util.Optional;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Shows people everything that many sources hold for them: the portal. Thread-safe.
 *
 * <p>The SDK offers it for the sources that its settings name. Source: chapter MINA of the standard.
 */
public interface MinaSidor {

    /** Returns what the portal of {@code principal} promises (MINA-012), or nothing where there is no portal. */
    Optional<OverviewTerms> terms(PrincipalId principal);

    /**
     * Returns one page of what all sources hold for a person, or for whoever they represent, and what became of each source
     * (MINA-013 to MINA-033).
     *
     * @throws se.ryggrad.api.RyggradException {@code forbidden} for an officer or a system (MINA-011), {@code not-found} where
     *     there is no portal, {@code unavailable} when too many ask at once
     */
    Overview overview(OverviewInquiry inquiry);
}
