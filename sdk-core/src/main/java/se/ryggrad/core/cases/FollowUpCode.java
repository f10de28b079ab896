package se.ryggrad.core.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import se.ryggrad.core.cases.chain.Dice;

/** Makes the codes by which anonymous submitters follow their cases; only their digests are kept (CASE-037). */
final class FollowUpCode {

    private FollowUpCode() {}

    /** Returns a new code: 128 random bits as 22 characters of base64url. */
    static String create(Dice dice) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(dice.code());
    }

    /** Returns the SHA-256 of a code, lower-case hex. */
    static String digest(String code) {
        try {
            byte[] octets = code.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
