package se.ryggrad.core.minasidor.portal;

/** Is what became of one source in one overview. */
sealed interface Outcome {

    /**
     * Is an answer that is shown.
     *
     * @param answer the answer
     */
    record Answered(SourceAnswer answer) implements Outcome {}

    /**
     * Is that there is none.
     *
     * @param reason why
     */
    record Unanswered(Reason reason) implements Outcome {}
}
