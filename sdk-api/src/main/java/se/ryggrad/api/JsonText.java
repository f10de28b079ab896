package se.ryggrad.api;

import java.util.Objects;

/**
 * Carries JSON that the standard leaves to others (a filled-in form, a schema) as its text.
 *
 * <p>The API has no JSON type, so that it needs no library. The text is valid JSON (RFC 8259); who makes
 * a {@code JsonText} has parsed it.
 *
 * @param text the JSON text
 */
public record JsonText(String text) {

    /** An object without members. */
    public static final JsonText EMPTY_OBJECT = new JsonText("{}");

    /** Rejects an absent text. */
    public JsonText {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return "JsonText[" + text.length() + " characters]";
    }
}
