package se.ryggrad.conformance.registry;

import java.util.Arrays;

/** How binding a requirement is. */
public enum Level {
    /** Must. */
    MUST("SKA"),
    /** Should. */
    SHOULD("BÖR"),
    /** May. */
    MAY("FÅR");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** Returns the word in the registry and in reports. */
    public String word() {
        return word;
    }

    /** Reads the level as the registry writes it. */
    public static Level parse(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no level " + word));
    }
}
