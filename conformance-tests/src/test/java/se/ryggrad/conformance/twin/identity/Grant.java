package se.ryggrad.conformance.twin.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a token tells of itself.
 *
 * @param issuer who issued it
 * @param subject its {@code sub}
 * @param portal who uses it in the person's place (RFC 8693 section 4.1), if somebody does
 * @param expiresAt when it ends
 */
public record Grant(String issuer, String subject, Optional<String> portal, Instant expiresAt) {

    static final Grant NONE = new Grant("", "", Optional.empty(), Instant.EPOCH);

    static Grant of(JWTClaimsSet set) {
        return new Grant(
                String.valueOf(set.getIssuer()),
                String.valueOf(set.getSubject()),
                Exchange.isMade(set) ? Optional.of(portal(set.getClaim("act"))) : Optional.empty(),
                set.getExpirationTime() == null
                        ? Instant.EPOCH
                        : set.getExpirationTime().toInstant());
    }

    private static String portal(@Nullable Object act) {
        return act instanceof Map<?, ?> object ? String.valueOf(object.get("sub")) : String.valueOf(act);
    }

    /** Returns whether somebody else than the person uses the token. */
    public boolean isExchanged() {
        return portal.isPresent();
    }
}
