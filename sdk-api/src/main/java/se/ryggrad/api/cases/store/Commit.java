package se.ryggrad.api.cases.store;

import se.ryggrad.api.idempotency.KeptAnswer;

/** Tells how a commit ended. */
public sealed interface Commit {

    /** Everything is durable and visible to every reader. */
    record Done() implements Commit {}

    /**
     * Nothing was written: the key was bound before, perhaps a moment ago.
     *
     * @param first what it is bound to
     */
    record Claimed(KeptAnswer first) implements Commit {}

    /** Nothing was written: the case has another version than expected. */
    record Stale() implements Commit {}

    /** Nothing was written: a document is used already. */
    record DocumentTaken() implements Commit {}
}
