package se.ryggrad.conformance.twin.index;

import java.time.Duration;
import java.time.Instant;

/**
 * What a source said last of itself.
 *
 * @param asOf up to when it has pushed all
 * @param came when it said so
 */
record Vouched(Instant asOf, Instant came) {

    /** Returns since when what the index has is known to be so. */
    Instant at() {
        return came.isBefore(asOf) ? came : asOf;
    }

    boolean isWithin(Duration age, Instant now) {
        return !asOf.isBefore(now.minus(age));
    }
}
