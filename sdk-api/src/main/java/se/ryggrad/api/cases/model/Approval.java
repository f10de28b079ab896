package se.ryggrad.api.cases.model;

import java.util.Optional;

/**
 * Says how far those who must agree have agreed.
 *
 * @param given how many have, whoever submitted included
 * @param needed how many must have; absent while it is unknown who is to agree
 */
public record Approval(int given, Optional<Integer> needed) {

    /** Returns whether the case awaits approval: too few have agreed, or nobody knows how many must. */
    public boolean awaited() {
        return needed.map(must -> given < must).orElse(true);
    }

    /** Returns the same once {@code must} are known to have to agree. */
    public Approval needing(int must) {
        return new Approval(given, Optional.of(must));
    }

    /** Returns the same after one more has agreed. */
    public Approval more() {
        return new Approval(given + 1, needed);
    }
}
