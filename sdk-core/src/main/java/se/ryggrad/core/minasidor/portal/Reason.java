package se.ryggrad.core.minasidor.portal;

import se.ryggrad.api.minasidor.SourceState;

/** Lists why nothing of a source's answer is shown. */
enum Reason {
    /** It did not come in time (MINA-019). */
    TIMEOUT(SourceState.TIMEOUT, true, false),
    /** It is not as it should be, or there is nobody (MINA-020). */
    FAILED(SourceState.FAILED, true, false),
    /** The person was not let in, or the representation is not known there (MINA-022, MINA-031). */
    DENIED(SourceState.DENIED, false, true),
    /** It is about somebody else (MINA-023). */
    FOREIGN(SourceState.FAILED, false, true),
    /** The token for the source was not what it should be, and was not sent (MINA-027). */
    MISTAKEN(SourceState.FAILED, false, false);

    private final SourceState state;
    private final boolean earlierServes;
    private final boolean earlierEnds;

    Reason(SourceState state, boolean earlierServes, boolean earlierEnds) {
        this.state = state;
        this.earlierServes = earlierServes;
        this.earlierEnds = earlierEnds;
    }

    /** Returns the state of a source of which nothing is shown. */
    SourceState state() {
        return state;
    }

    /** Returns whether an earlier answer is shown in its place (MINA-028). */
    boolean earlierServes() {
        return earlierServes;
    }

    /** Returns whether earlier answers are not to be shown again (MINA-029). */
    boolean earlierEnds() {
        return earlierEnds;
    }

    /** Returns whether a source that answers so again and again is left alone for a while (MINA-032). */
    boolean fault() {
        return state != SourceState.DENIED;
    }
}
