package se.ryggrad.core.cases;

import java.util.Optional;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.core.cases.turn.Refusals;

/** Writes a change once, together with the answer that speaks of it. */
final class Writing {

    private static final int ATTEMPTS = 50;

    private final CaseStore store;

    Writing(CaseStore store) {
        this.store = store;
    }

    /**
     * Makes one attempt at a write.
     *
     * @param <T> what the write results in
     */
    @FunctionalInterface
    interface Attempt<T> {
        /** Reads, when {@code again} is set, applies the rules, and returns what is to be written. */
        Ready<T> make(boolean again);
    }

    /**
     * Is what an attempt is about to write.
     *
     * @param change the change
     * @param result what it results in
     * @param guarded whether the caller named the version: another write in between is then refused
     */
    record Ready<T>(ChangeSet change, T result, boolean guarded) {}

    /** Returns the answer that the key is bound to, or nothing when it is free. */
    <T> Optional<Written<T>> before(Once<T> once) {
        return store.answer(once.claim()).map(kept -> new Written.Again<>(Replays.again(once.claim(), kept)));
    }

    /** Returns the answer to a replay that shows what the caller may see now, and not what was seen then (ID-056). */
    static <T> Written<T> shownNow(Once<T> once, T now) {
        return new Written.Again<>(once.render().apply(now));
    }

    /**
     * Writes what {@code attempt} makes; anew when another write came between and nobody named a version.
     *
     * <p>An attempt that is refused may be refused for what the first request with the key has done, a moment ago or
     * long before: so the key is looked up then, and the commit finds it otherwise.
     */
    <T> Written<T> write(Once<T> once, Attempt<T> attempt) {
        for (int count = 0; count < ATTEMPTS; count++) {
            Ready<T> ready;
            try {
                ready = attempt.make(count > 0);
            } catch (RyggradException refused) {
                return before(once).orElseThrow(() -> refused);
            }
            Answer answer = once.render().apply(ready.result());
            Commit commit = store.commit(kept(ready.change(), once, answer));
            if (commit instanceof Commit.Done) {
                return new Written.First<>(ready.result(), answer);
            }
            if (commit instanceof Commit.Claimed claimed) {
                return new Written.Again<>(Replays.again(once.claim(), claimed.first()));
            }
            if (commit instanceof Commit.Stale && ready.guarded()) {
                throw Refusals.of(ProblemType.STALE_VERSION, "problem.stale");
            }
        }
        throw Refusals.of(ProblemType.UNAVAILABLE, "problem.busy");
    }

    private static <T> ChangeSet kept(ChangeSet change, Once<T> once, Answer answer) {
        return new ChangeSet(
                change.after(),
                change.expected(),
                change.assurance(),
                change.representedBy(),
                change.events(),
                change.used(),
                change.memos(),
                Optional.of(new ChangeSet.Kept(once.claim(), answer)),
                change.traceparent());
    }
}
