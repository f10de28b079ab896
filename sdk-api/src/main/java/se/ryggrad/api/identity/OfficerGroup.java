package se.ryggrad.api.identity;

import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.UnitId;

/**
 * Puts an officer into a group of one authority, as {@code case-officer@byggnadsnamnden}.
 *
 * @param name the group, for example {@code case-officer}, {@code registrar} or {@code unit:bygglov}
 * @param authority where it counts
 */
public record OfficerGroup(String name, AuthorityId authority) {

    /** Handles cases of the units the officer is in. */
    public static final String CASE_OFFICER = "case-officer";

    /** Registers and assigns all cases of the authority. */
    public static final String REGISTRAR = "registrar";

    /** Publishes service definitions. */
    public static final String SERVICE_ADMIN = "service-admin";

    /** Sees and handles cases with a protected party too, beside the other groups. */
    public static final String PROTECTED_IDENTITY = "protected-identity";

    /** Redacts and disposes. */
    public static final String ARCHIVIST = "archivist";

    /** Finds cases and sees them with limited sight, submits, and writes messages. */
    public static final String CONTACT_CENTRE = "contact-centre";

    /** Seals and reads the access log of the authority, and no case. */
    public static final String AUDITOR = "auditor";

    private static final String UNIT = "unit:";

    /** Rejects absent parts. */
    public OfficerGroup {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(authority, "authority");
    }

    /**
     * Parses {@code group@authority}.
     *
     * @return the group, or nothing when the text has another form
     */
    public static Optional<OfficerGroup> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OfficerGroup(text.substring(0, at), new AuthorityId(text.substring(at + 1))));
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }

    /** Returns the group of the officers of {@code unit}. */
    public static OfficerGroup unit(UnitId unit, AuthorityId authority) {
        return new OfficerGroup(UNIT + unit.value(), authority);
    }
}
