package se.ryggrad.core.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes SHA-256 (FIPS 180-4), as lower-case hex. */
public final class Sha256 {

    private static final byte[] END = {0};

    private Sha256() {}

    /** Returns the digest of the parts, one right after the other. */
    public static String hex(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Returns the digest of a text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the digest of a text in UTF-8 and octets, with a zero octet between, so that neither runs into the other. */
    public static String hex(String text, byte[] octets) {
        return hex(text.getBytes(StandardCharsets.UTF_8), END, octets);
    }
}
