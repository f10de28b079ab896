package se.ryggrad.api.cases.law;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Says on what a redaction or a disposal rests: shown to everybody who sees what it took away.
 *
 * @param on the day on which it was done
 * @param decision the decision, as the authority names it
 * @param ground why
 */
public record Erasure(LocalDate on, String decision, String ground) {

    /** Rejects absent parts. */
    public Erasure {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(ground, "ground");
    }
}
