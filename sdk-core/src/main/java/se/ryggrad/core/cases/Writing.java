package se.ryggrad.core.cases;

import java.util.Optional;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.core.cases.letters.Outbox;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Replays;

/** Writes a change once, together with the answer that speaks of it. */
final class Writing {

    private static final int ATTEMPTS = 50;

    private final CaseStore store;
    private final Outbox outbox;

    Writing(EnginePorts ports) {
        this.store = ports.cases();
        this.outbox = ports.outbox();
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

    /**
     * Says what a replay shows where it may not show the first answer.
     *
     * @param <T> what the write results in
     */
    @FunctionalInterface
    interface Now<T> {
        /**
         * Returns what the caller may see now, where something is withheld (ID-056), the sight is limited (ID-072) or
         * something was erased since (HAND-077); nothing where the first answer is given again.
         */
        Optional<T> instead(KeptAnswer kept);
    }

    /** Returns the answer that the key is bound to, or nothing when it is free. */
    <T> Optional<Written<T>> before(Once<T> once, Now<T> now) {
        return store.answer(once.claim()).map(kept -> again(once, kept, now));
    }

    private static <T> Written<T> again(Once<T> once, KeptAnswer kept, Now<T> now) {
        Optional<Answer> first = Replays.again(once.claim(), kept);
        return new Written.Again<>(
                now.instead(kept).map(once.render()).or(() -> first).orElseThrow(Refusals::notFound));
    }

    /**
     * Writes what {@code attempt} makes; anew when another write came between and nobody named a version.
     *
     * <p>An attempt that is refused may be refused for what the first request with the key has done, a moment ago or
     * long before: so the key is looked up then, and the commit finds it otherwise.
     */
    <T> Written<T> write(Once<T> once, Attempt<T> attempt, Now<T> now) {
        for (int count = 0; count < ATTEMPTS; count++) {
            Ready<T> ready;
            try {
                ready = attempt.make(count > 0);
            } catch (RyggradException refused) {
                return before(once, now).orElseThrow(() -> refused);
            }
            Answer answer = once.render().apply(ready.result());
            Commit commit = store.commit(ready.change().keeping(new ChangeSet.Kept(once.claim(), answer)));
            if (commit instanceof Commit.Done) {
                if (!ready.change().letters().isEmpty()) {
                    outbox.kept();
                }
                return new Written.First<>(ready.result(), answer);
            }
            if (commit instanceof Commit.Claimed claimed) {
                return again(once, claimed.first(), now);
            }
            if (commit instanceof Commit.Stale && ready.guarded()) {
                throw Refusals.of(ProblemType.STALE_VERSION, "problem.stale");
            }
        }
        throw Refusals.of(ProblemType.UNAVAILABLE, "problem.busy");
    }
}
