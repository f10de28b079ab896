package se.ryggrad.core.digest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes SHA-256 (FIPS 180-4), as lower-case hex. */
public final class Sha256 {

    private static final byte[] END = {0};
    private static final int PART = 16_384;

    private Sha256() {}

    /** Returns the digest of the parts, one right after the other. */
    public static String hex(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the digest of all that {@code octets} gives, which is never whole in memory. */
    public static String hex(InputStream octets) throws IOException {
        MessageDigest digest = digest();
        byte[] part = new byte[PART];
        for (int read = octets.read(part); read >= 0; read = octets.read(part)) {
            digest.update(part, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the digest of a text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the digest of a text in UTF-8 and octets, with a zero octet between, so that neither runs into the other. */
    public static String hex(String text, byte[] octets) {
        return hex(text.getBytes(StandardCharsets.UTF_8), END, octets);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
