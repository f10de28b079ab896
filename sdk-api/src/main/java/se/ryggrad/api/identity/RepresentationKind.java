package se.ryggrad.api.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists by what somebody can act for another. */
public enum RepresentationKind {
    /** A guardian for a child (FB chapter 6). */
    GUARDIAN,
    /** An authorised signatory for an organisation. */
    SIGNATORY,
    /** The holder of a power of attorney for the one who gave it (avtalslagen chapter 2). */
    POWER_OF_ATTORNEY,
    /** A trustee (FB chapter 11 section 4). */
    GOD_MAN,
    /** An administrator (FB chapter 11 section 7). */
    FORVALTARE,
    /** The holder of a future power of attorney (lag 2017:310). */
    FRAMTIDSFULLMAKT;

    /** Returns the kind that {@code code} names, or nothing for an unknown one. */
    public static Optional<RepresentationKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Returns the name in JSON, and the right that events name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
