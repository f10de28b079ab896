package se.ryggrad.api.registry;

import java.util.List;

/**
 * Knows who may act for whom, as a population, company or power of attorney registry does. You plug it in.
 *
 * <p>It is asked at each request that needs it, and what it answered before is never used again (ID-044).
 * Thread-safe.
 */
public interface RepresentationRegistry {

    /**
     * Returns its own name: the same at every node and for ever, for the ids of representations are bound to it, and
     * unlike that of any other registry.
     */
    String name();

    /** Returns whether it knows the people whom {@code issuer} vouches for; it is not asked about others. */
    boolean knows(String issuer);

    /**
     * Returns whom somebody may represent, in any order, each with a reference of its own; empty for somebody who is unknown or
     * represents nobody. What does not hold today may be among them.
     *
     * @throws se.ryggrad.api.RyggradException {@code unavailable} when the registry does not answer, or not whole
     */
    List<RegisteredRepresentation> search(RegistryInquiry inquiry);

    /**
     * Returns who may represent somebody, in any order and by the references of {@link #search}; empty for somebody who is
     * unknown or whom nobody represents.
     *
     * @throws se.ryggrad.api.RyggradException {@code unavailable} when the registry does not answer, or not whole
     */
    List<RegisteredRepresentative> representatives(RepresentativesInquiry inquiry);
}
