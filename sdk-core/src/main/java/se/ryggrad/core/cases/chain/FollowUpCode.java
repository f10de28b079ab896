package se.ryggrad.core.cases.chain;

import java.util.Base64;
import se.ryggrad.core.digest.Sha256;

/** Makes the codes by which anonymous submitters follow their cases; only their digests are kept (CASE-037). */
public final class FollowUpCode {

    private FollowUpCode() {}

    /** Returns a new code: 128 random bits as 22 characters of base64url. */
    public static String create(Dice dice) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(dice.code());
    }

    /** Returns the SHA-256 of a code, lower-case hex. */
    public static String digest(String code) {
        return Sha256.hex(code);
    }
}
