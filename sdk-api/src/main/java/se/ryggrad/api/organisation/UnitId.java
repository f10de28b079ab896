package se.ryggrad.api.organisation;

import java.util.regex.Pattern;

/**
 * Names a unit within one authority.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record UnitId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Rejects other characters. */
    public UnitId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("a unit id has lower-case letters, digits, hyphens");
        }
    }
}
