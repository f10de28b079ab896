package se.ryggrad.conformance.twin.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Map;

/**
 * Says what a token tells of itself.
 *
 * @param issuer who issued it
 * @param subject its {@code sub}
 * @param portal who uses it in the person's place (RFC 8693 section 4.1), or empty
 * @param expiresAt when it ends
 */
public record Grant(String issuer, String subject, String portal, Instant expiresAt) {

    static final Grant NONE = new Grant("", "", "", Instant.EPOCH);

    static Grant of(JWTClaimsSet set) {
        return new Grant(
                String.valueOf(set.getIssuer()),
                String.valueOf(set.getSubject()),
                set.getClaims().containsKey("act") ? portal(set.getClaim("act")) : "",
                set.getExpirationTime() == null
                        ? Instant.EPOCH
                        : set.getExpirationTime().toInstant());
    }

    private static String portal(Object act) {
        return act instanceof Map<?, ?> object ? String.valueOf(object.get("sub")) : String.valueOf(act);
    }

    /** Returns whether somebody else than the person uses the token. */
    public boolean isExchanged() {
        return !portal.isEmpty();
    }
}
