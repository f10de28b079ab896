package se.ryggrad.core.cases.access;

/** Tells whether somebody may do something; in the order from least to most. */
public enum Verdict {
    /** This kind, group, relation or right never may: {@code forbidden}. */
    NEVER,
    /** Status, track, assignment or open items stand in the way: {@code state-conflict}. */
    NOT_NOW,
    /** May now. */
    ALLOWED;

    /** Returns the one that allows more. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the one that allows less. */
    public Verdict and(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    static Verdict now(boolean holds) {
        return holds ? ALLOWED : NOT_NOW;
    }

    static Verdict ever(boolean holds) {
        return holds ? ALLOWED : NEVER;
    }
}
