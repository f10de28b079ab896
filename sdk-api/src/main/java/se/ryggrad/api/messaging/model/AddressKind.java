package se.ryggrad.api.messaging.model;

import java.util.Arrays;
import java.util.Optional;

/** Lists what a channel for notices needs of the recipient; the list is closed. */
public enum AddressKind {
    /** A phone number, for text messages. */
    PHONE("phone", "sms"),
    /** An e-mail address. */
    EMAIL("email", "email");

    private final String code;
    private final String notice;

    AddressKind(String code, String notice) {
        this.code = code;
        this.notice = notice;
    }

    /** Returns the kind that {@code code} names, or nothing for an unknown one. */
    public static Optional<AddressKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Returns the kind that somebody wants notices by who has {@code code} in {@code notices}, or nothing. */
    public static Optional<AddressKind> ofNotice(String code) {
        return Arrays.stream(values()).filter(kind -> kind.notice.equals(code)).findFirst();
    }

    /** Returns the name in JSON of a channel: {@code phone} or {@code email}. */
    public String code() {
        return code;
    }

    /** Returns the name in JSON of how somebody wants notices: {@code sms} or {@code email}. */
    public String notice() {
        return notice;
    }
}
