package se.ryggrad.api.cases;

import java.util.Objects;
import se.ryggrad.api.Version;

/** Says whether the case that the caller saw is still the current one ({@code If-Match}). */
@FunctionalInterface
public interface Precondition {

    /** Returns whether {@code current}, as the caller sees it now, is what the caller saw. */
    boolean holds(CaseView current);

    /** Returns a precondition on the version alone. */
    static Precondition version(Version seen) {
        return new AtVersion(seen);
    }

    /**
     * Holds while the case has the version that the caller saw.
     *
     * @param seen the version
     */
    record AtVersion(Version seen) implements Precondition {

        /** Rejects an absent version. */
        public AtVersion {
            Objects.requireNonNull(seen, "seen");
        }

        @Override
        public boolean holds(CaseView current) {
            return current.shown().head().version().equals(seen);
        }
    }
}
