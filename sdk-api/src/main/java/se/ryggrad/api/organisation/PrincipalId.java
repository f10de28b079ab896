package se.ryggrad.api.organisation;

import java.util.regex.Pattern;

/**
 * Names a principal in a base URL: its kommunkod, or another short name.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record PrincipalId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Rejects what cannot stand in a base URL (DIGG UFN.07). */
    public PrincipalId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("a principal id has lower-case letters, digits, hyphens");
        }
    }
}
