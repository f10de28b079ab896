package se.ryggrad.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says why a request was refused (RFC 9457), without title, status and language.
 *
 * <p>{@code detail} names what to change and never repeats input (rule: no identity number in an error).
 *
 * @param type the closed type
 * @param detail what to change, in both languages
 * @param faults all faults at once, ordered by pointer or parameter, then code; the first {@link #MOST_FAULTS} of them
 * @param firstResource the id of the resource that the idempotency key made first, for
 *     {@link ProblemType#IDEMPOTENCY_CONFLICT}
 * @param requiredLevel the level of assurance asked for, for {@link ProblemType#INSUFFICIENT_ASSURANCE}
 */
public record Problem(
        ProblemType type,
        LocalizedText detail,
        List<Fault> faults,
        Optional<String> firstResource,
        Optional<String> requiredLevel) {

    /** The most faults that are named. */
    public static final int MOST_FAULTS = 100;

    /** Orders the faults, and leaves out those beyond the most. */
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(detail, "detail");
        faults = faults.stream().sorted().distinct().limit(MOST_FAULTS).toList();
    }

    /** Creates a problem that has no single fields at fault. */
    public static Problem of(ProblemType type, LocalizedText detail) {
        return new Problem(type, detail, List.of(), Optional.empty(), Optional.empty());
    }

    /** Creates a problem with the fields at fault. */
    public static Problem of(ProblemType type, LocalizedText detail, List<Fault> faults) {
        return new Problem(type, detail, faults, Optional.empty(), Optional.empty());
    }
}
