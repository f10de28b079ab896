package se.ryggrad.api.registry;

import java.util.Map;
import se.ryggrad.api.identity.Identity;

/**
 * Knows whose personal data is protected, as the population register does. You plug it in.
 *
 * <p>It is asked at each request for a case with persons in it, and what it answered before counts in lists alone
 * (ID-056). Thread-safe.
 */
public interface PersonRegistry {

    /** Returns its own name, unlike that of any other registry of persons. */
    String name();

    /** Returns whether it answers for whoever {@code issuer} vouches for; it is not asked for others. */
    boolean knows(String issuer);

    /**
     * Returns those of the persons who have a protection, each with it, of whatever kind (ID-065), and nobody who is not asked about;
     * somebody who is not named has none, so that a registry that cannot answer throws (ID-062).
     *
     * @throws se.ryggrad.api.RyggradException {@code unavailable} when the registry does not answer, or not whole
     */
    Map<Identity, Protection> search(PersonInquiry inquiry);
}
