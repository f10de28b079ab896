package se.ryggrad.core.cases.access;

import java.util.Set;
import se.ryggrad.api.identity.Identity;

/**
 * Tells whom an officer may represent, and in whose cases they are so as partial as the party itself (FL section 16, ID-075).
 * Is asked only where something hangs on it, for registries have to answer.
 */
@FunctionalInterface
public interface Interests {

    /** The officer represents nobody. */
    Interests NONE = Set::of;

    /** Returns the represented. */
    Set<Identity> represented();
}
