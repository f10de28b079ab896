package se.ryggrad.conformance.run;

import java.util.Set;

/**
 * The closed list of requirements that a run may leave unobserved without spoiling its verdict.
 *
 * <p>The report then says so, and the run is not certifiable. A requirement stands here only if what it takes to see it
 * is not in the suite's hands in every environment.
 */
public final class Deferrable {

    /**
     * CORE-045: the system's log is read only where the run is given it. ID-026: whether two logins are one person is
     * seen only where the system trusts a second issuer of persons. MINA-055: how many items somebody may have is seen only
     * where they are few enough for a run to push them.
     */
    private static final Set<String> IDS = Set.of("CORE-045", "ID-026", "MINA-055");

    private Deferrable() {}

    /** Tells whether a requirement is on the list. */
    public static boolean includes(String id) {
        return IDS.contains(id);
    }
}
