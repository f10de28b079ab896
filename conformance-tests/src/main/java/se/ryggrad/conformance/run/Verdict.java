package se.ryggrad.conformance.run;

import java.util.Locale;

/** What a run found out about one requirement. */
public enum Verdict {
    /** Every check of it passed. */
    PASSED,
    /** At least one check of it failed. */
    FAILED,
    /** No check of it came to its point. */
    NOT_OBSERVED,
    /** It cannot be seen from outside; a test of the reference server proves it there. */
    NOT_TESTABLE,
    /** The system does not claim the role or option. */
    NOT_CLAIMED;

    /** Returns the word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
