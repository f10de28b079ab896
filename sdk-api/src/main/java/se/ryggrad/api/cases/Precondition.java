package se.ryggrad.api.cases;

import se.ryggrad.api.Version;

/** Says whether the case that the caller saw is still the current one ({@code If-Match}). */
@FunctionalInterface
public interface Precondition {

    /** Returns whether {@code current}, as the caller sees it now, is what the caller saw. */
    boolean holds(CaseView current);

    /** Returns a precondition on the version alone, for callers within the process. */
    static Precondition version(Version seen) {
        return current -> current.shown().head().version().equals(seen);
    }
}
