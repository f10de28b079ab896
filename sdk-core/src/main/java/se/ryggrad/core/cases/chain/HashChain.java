package se.ryggrad.core.cases.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.core.digest.Sha256;

/**
 * Binds the events of a case to each other (CASE-024), and the readings of an authority's cases (CASE-100): {@code contentDigest = SHA-256(salt ‖ content)}, {@code
 * hash = SHA-256(previous ‖ sequence ‖ contentDigest)}, the sequence as 8 octets big-endian.
 */
public final class HashChain {

    /** The hash before the first event: 32 zero octets. */
    public static final String START = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private HashChain() {}

    /**
     * Returns the seal of an event.
     *
     * @param previous the hash of the event before, lower-case hex
     * @param sequence its place, from 1
     * @param salt 32 random octets
     * @param content the canonical content (RFC 8785)
     */
    public static CaseEvent.Seal seal(String previous, long sequence, byte[] salt, JsonText content) {
        return seal(previous, sequence, contentDigest(salt, content));
    }

    private static CaseEvent.Seal seal(String previous, long sequence, String digest) {
        return new CaseEvent.Seal(digest, previous, hash(previous, sequence, digest));
    }

    /** Returns the digest that salt and content give, lower-case hex. */
    public static String contentDigest(byte[] salt, JsonText content) {
        return Sha256.hex(salt, content.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the hash that follows {@code previous}, lower-case hex. */
    public static String hash(String previous, long sequence, String contentDigest) {
        byte[] place = ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
        return Sha256.hex(HEX.parseHex(previous), place, HEX.parseHex(contentDigest));
    }

    /** Returns the head of an access log after one more reading with {@code contentDigest} (CASE-100). */
    public static AuditHead after(AuditHead head, String contentDigest) {
        long sequence = head.sequence() + 1;
        return new AuditHead(sequence, hash(head.hash(), sequence, contentDigest));
    }

    /**
     * Returns whether {@code events}, from the first on, form an unbroken chain; of one that was erased the digest is
     * taken as it stands.
     */
    public static boolean holds(List<CaseEvent> events) {
        String previous = START;
        long sequence = 0;
        for (CaseEvent event : events) {
            sequence++;
            CaseEvent.Seal made = seal(previous, sequence, digest(event));
            if (event.sequence() != sequence || !made.equals(event.seal())) {
                return false;
            }
            previous = made.hash();
        }
        return true;
    }

    private static String digest(CaseEvent event) {
        return event.told()
                .map(told -> contentDigest(HEX.parseHex(told.salt()), told.content()))
                .orElseGet(() -> event.seal().contentDigest());
    }
}
