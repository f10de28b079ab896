package se.ryggrad.conformance.registry;

/**
 * Text in both languages.
 *
 * @param sv in Swedish
 * @param en in English
 */
public record Bilingual(String sv, String en) {

    /** Returns the text in a language, Swedish unless it is {@code en}. */
    public String in(String language) {
        return language.equals("en") ? en : sv;
    }
}
