package se.ryggrad.api.cases.store;

import java.util.Objects;

/**
 * Is the end of the access log of an authority: whoever has written it down sees later whether anything before it was
 * changed or taken away.
 *
 * @param sequence the place of the last entry, which is how many there are
 * @param hash its hash, lower-case hex
 */
public record AuditHead(long sequence, String hash) {

    /** The head of an empty log: 32 zero octets. */
    public static final AuditHead START = new AuditHead(0, "0".repeat(64));

    /** Rejects an absent hash. */
    public AuditHead {
        Objects.requireNonNull(hash, "hash");
    }
}
