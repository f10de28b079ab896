package se.ryggrad.api.idempotency;

/** Tells how a write ended: done now, or done before under the same key. */
public sealed interface Written<T> {

    /** Returns the answer to give; the first one in both cases. */
    Answer answer();

    /**
     * Was done now.
     *
     * @param result what was written
     * @param answer its answer, kept under the key
     */
    record First<T>(T result, Answer answer) implements Written<T> {}

    /**
     * Was done before; nothing was written now.
     *
     * @param answer the answer given then, or what the caller may see now where something is withheld or erased since
     */
    record Again<T>(Answer answer) implements Written<T> {}
}
