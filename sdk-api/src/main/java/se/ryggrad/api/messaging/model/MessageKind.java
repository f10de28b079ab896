package se.ryggrad.api.messaging.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists the kinds of message; the list is closed. */
public enum MessageKind {
    /** A letter (brev): the whole content, to where only the recipient reads. */
    LETTER,
    /** A notice (avisering): says only that there is something to read, where anybody may see it. */
    NOTICE;

    /** Returns the kind that {@code code} names, or nothing for an unknown one. */
    public static Optional<MessageKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
