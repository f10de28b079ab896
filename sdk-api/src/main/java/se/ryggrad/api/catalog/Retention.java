package se.ryggrad.api.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * Says how long the cases of a service are kept (Arkivlagen section 10).
 *
 * @param disposes whether they may be disposed of at all
 * @param period how long after a case was closed; absent where that is not settled, and then nothing is disposed of
 */
public record Retention(boolean disposes, Optional<Period> period) {

    /** Keeps everything for ever. */
    public static final Retention KEEP = new Retention(false, Optional.empty());

    /** Rejects an absent period. */
    public Retention {
        Objects.requireNonNull(period, "period");
    }

    /** Returns whether any case is ever disposed of. */
    public boolean ends() {
        return disposes && period.isPresent();
    }

    /** Returns the first day on which a case that was last closed on {@code closedOn} may be disposed of, or nothing. */
    public Optional<LocalDate> disposableFrom(LocalDate closedOn) {
        return period.filter(length -> disposes).map(closedOn::plus);
    }
}
