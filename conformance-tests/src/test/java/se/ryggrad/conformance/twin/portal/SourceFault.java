package se.ryggrad.conformance.twin.portal;

/** Ends the asking of a source with what becomes of it. */
final class SourceFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final State state;
    private final boolean trusted;

    private SourceFault(State state, boolean trusted) {
        super(state.word());
        this.state = state;
        this.trusted = trusted;
    }

    static SourceFault of(State state) {
        return new SourceFault(state, true);
    }

    /** Returns the fault of a source that could not be trusted, of which nothing earlier is shown either. */
    static SourceFault distrusted() {
        return new SourceFault(State.FAILED, false);
    }

    State state() {
        return state;
    }

    boolean trusted() {
        return trusted;
    }
}
