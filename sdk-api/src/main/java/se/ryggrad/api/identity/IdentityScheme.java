package se.ryggrad.api.identity;

import java.util.Locale;

/** Lists the kinds of identifier that a party can have. */
public enum IdentityScheme {
    /** Swedish personal identity number, 12 digits. */
    PERSONNUMMER,
    /** Swedish coordination number, 12 digits, the day plus 60. */
    SAMORDNINGSNUMMER,
    /** Provisional id of a person with a foreign eID (eIDAS, Sweden Connect). */
    PRID,
    /** Swedish organisation number, 10 digits. */
    ORGANISATIONSNUMMER,
    /** No identifier is known. */
    NONE;

    /** Returns whether it identifies a person, not an organisation or nobody. */
    public boolean person() {
        return this == PERSONNUMMER || this == SAMORDNINGSNUMMER || this == PRID;
    }

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
