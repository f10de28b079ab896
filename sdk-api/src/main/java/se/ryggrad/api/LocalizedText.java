package se.ryggrad.api;

import java.util.Objects;

/**
 * Holds one text in both languages of the standard.
 *
 * @param sv the Swedish text
 * @param en the English text
 */
public record LocalizedText(String sv, String en) {

    /** Rejects an absent text. */
    public LocalizedText {
        Objects.requireNonNull(sv, "sv");
        Objects.requireNonNull(en, "en");
    }

    /** Returns the text in {@code language}. */
    public String in(Language language) {
        return language == Language.EN ? en : sv;
    }
}
