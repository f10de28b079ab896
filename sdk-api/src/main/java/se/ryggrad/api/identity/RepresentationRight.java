package se.ryggrad.api.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists what a representation can let somebody do for another. */
public enum RepresentationRight {
    /** See the cases of the represented; goes with every representation. */
    READ,
    /** Begin cases and upload documents. */
    SUBMIT,
    /** Act on cases and upload documents. */
    ACT,
    /** Receive for the represented. */
    RECEIVE;

    /** Returns the right that {@code code} names, or nothing for an unknown one. */
    public static Optional<RepresentationRight> parse(String code) {
        return Arrays.stream(values())
                .filter(right -> right.code().equals(code))
                .findFirst();
    }

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
