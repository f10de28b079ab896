package se.ryggrad.api.catalog;

import java.util.regex.Pattern;

/**
 * Names an e-service of a principal.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record ServiceId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Rejects other characters. */
    public ServiceId {
        if (!valid(value)) {
            throw new IllegalArgumentException("a service id has lower-case letters, digits, hyphens");
        }
    }

    /** Returns whether {@code text} can name an e-service. */
    public static boolean valid(String text) {
        return SYNTAX.matcher(text).matches();
    }
}
