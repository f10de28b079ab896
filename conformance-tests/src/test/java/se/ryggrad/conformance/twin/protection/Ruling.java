package se.ryggrad.conformance.twin.protection;

import java.util.Map;
import java.util.Optional;

/**
 * What holds about persons in one request.
 *
 * @param kinds the protection of each who counts as protected
 */
public record Ruling(Map<Identity, String> kinds) {

    /** What is told of somebody about whom no registry has answered. */
    public static final String UNKNOWN = "unknown";

    /** Copies the kinds. */
    public Ruling {
        kinds = Map.copyOf(kinds);
    }

    /** Returns that nobody is protected. */
    public static Ruling nobody() {
        return new Ruling(Map.of());
    }

    /** Returns whether the standard knows a protection; what is not known is not strange either. */
    public static boolean isKnown(String kind) {
        return PersonsAnswer.isKnown(kind);
    }

    /** Returns the protection of a person. */
    public Optional<String> of(Identity person) {
        return Optional.ofNullable(kinds.get(person));
    }

    /** Returns whether no registry has answered about somebody. */
    public boolean isSilent() {
        return kinds.containsValue(UNKNOWN);
    }
}
