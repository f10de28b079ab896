package se.ryggrad.conformance.cli;

/** A command that answers in a language that its user may choose. */
interface Speaking {

    /** Returns {@code sv} or {@code en}. */
    String language();
}
