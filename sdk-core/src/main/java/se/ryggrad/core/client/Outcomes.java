package se.ryggrad.core.client;

import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;

/** Tells how a write ended at another system. */
final class Outcomes {

    private Outcomes() {}

    /**
     * Returns what was written under the key of {@code once}, now or before: the other system does not tell which, and answers both
     * alike.
     */
    static <T> Written<T> first(Once<T> once, T result) {
        return new Written.First<>(result, once.render().apply(result));
    }
}
