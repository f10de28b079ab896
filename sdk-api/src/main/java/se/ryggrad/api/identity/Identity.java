package se.ryggrad.api.identity;

import java.util.Objects;

/**
 * Identifies a person or an organisation.
 *
 * <p>{@link #toString()} never shows the value, so that it reaches no log.
 *
 * @param scheme the kind of identifier
 * @param value the identifier in its storage form; empty for {@link IdentityScheme#NONE}
 */
public record Identity(IdentityScheme scheme, String value) {

    /** Nobody in particular. */
    public static final Identity NONE = new Identity(IdentityScheme.NONE, "");

    /** Rejects an identifier that its scheme does not allow. */
    public Identity {
        Objects.requireNonNull(value, "value");
        if (!IdentityNumbers.valid(scheme, value)) {
            throw new IllegalArgumentException("not a valid " + scheme.code());
        }
    }

    @Override
    public String toString() {
        return "Identity[" + scheme.code() + "]";
    }
}
