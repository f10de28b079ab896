package se.ryggrad.api.messaging.model;

import java.util.Objects;

/**
 * Is what a letter says, kept and shown character by character. {@link #toString()} never shows it.
 *
 * @param subject the subject, 1 to {@link #LONGEST_SUBJECT} characters
 * @param body the body, 1 to {@link #LONGEST_BODY} characters
 */
public record Content(String subject, Body body) {

    /** The most characters of a subject. */
    public static final int LONGEST_SUBJECT = 200;

    /** The most characters of a body. */
    public static final int LONGEST_BODY = 20_000;

    /** Rejects absent parts. */
    public Content {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
        return "Content";
    }

    /** Is a body: text or html. */
    public sealed interface Body {

        /** Returns its characters. */
        String value();
    }

    /**
     * Is a body in plain text.
     *
     * @param value its characters
     */
    public record Text(String value) implements Body {

        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * Is a body in the html that the standard allows (MSG-007).
     *
     * @param value its characters
     */
    public record Html(String value) implements Body {

        @Override
        public String toString() {
            return "Html";
        }
    }
}
