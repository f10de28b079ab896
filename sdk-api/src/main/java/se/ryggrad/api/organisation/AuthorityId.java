package se.ryggrad.api.organisation;

import java.util.regex.Pattern;

/**
 * Names an authority (nämnd, joint board, company) of a principal.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record AuthorityId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Rejects other characters. */
    public AuthorityId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("an authority id has lower-case letters, digits, hyphens");
        }
    }
}
