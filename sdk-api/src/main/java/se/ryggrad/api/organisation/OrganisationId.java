package se.ryggrad.api.organisation;

import java.util.regex.Pattern;
import se.ryggrad.api.CheckDigit;

/**
 * Holds a Swedish organisation number.
 *
 * @param value ten digits, the third at least 2, with a valid check digit
 */
public record OrganisationId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("\\d\\d[2-9]\\d{7}");

    /** Rejects an invalid number. */
    public OrganisationId {
        if (!SYNTAX.matcher(value).matches() || !CheckDigit.holds(value)) {
            throw new IllegalArgumentException("not a valid organisation number");
        }
    }
}
