package se.ryggrad.core.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.organisation.Principal;

/**
 * Verifies access tokens (RFC 9068) against a list of trusted issuers (ID-002 to ID-017, MINA-007).
 *
 * <p>Keys come from the issuer's configured source alone: {@code jku}, {@code x5u} and {@code jwk} in a
 * token are never looked at. Thread-safe.
 */
public final class TokenVerifier {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration FETCH_DEADLINE = Duration.ofSeconds(4);
    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");
    private static final int LONGEST_TOKEN = 16_384;
    private static final long END_OF_TIME = 253_402_300_799L;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int REMEMBERED = 10_000;

    private final List<TrustedIssuer> issuers;
    private final IssuerKeys keys;
    private final HeldSignatures held = new HeldSignatures(REMEMBERED);
    private final ActorClaims claims;
    private final Clock clock;

    /**
     * Creates a verifier that takes keys from the issuers' sources.
     *
     * @param issuers whom to trust, and for what
     * @param ids how actors are named
     * @param clients what system clients reach
     * @param clock the time
     */
    public TokenVerifier(List<TrustedIssuer> issuers, ActorIds ids, SystemClients clients, Clock clock) {
        this.issuers = List.copyOf(issuers);
        this.keys = new JwksIssuerKeys(new JwksFetch(FETCH_DEADLINE), clock);
        this.claims = new ActorClaims(ids, clients);
        this.clock = clock;
    }

    /**
     * Verifies {@code token} for {@code principal}.
     *
     * @throws TokenRefusedException when it is not accepted
     * @throws se.ryggrad.api.RyggradException {@code unavailable} when the issuer's keys cannot be read
     */
    public VerifiedToken verify(Principal principal, String token) throws TokenRefusedException {
        SignedJWT jwt = parse(token);
        checkHeader(jwt.getHeader());
        JWTClaimsSet said = claims(jwt);
        TrustedIssuer issuer = issuer(principal, said.getIssuer(), jwt.getHeader());
        checkSignature(jwt, issuer);
        checkTimes(said);
        if (!said.getAudience().contains(principal.baseUrl().toString())) {
            throw new TokenRefusedException("meant for another audience");
        }
        if (said.getSubject() == null || said.getSubject().isEmpty()) {
            throw new TokenRefusedException("without a subject");
        }
        return verified(principal, issuer, token, said);
    }

    private static SignedJWT parse(String token) throws TokenRefusedException {
        if (token.length() > LONGEST_TOKEN || !COMPACT.matcher(token).matches()) {
            throw new TokenRefusedException("too long, or not base64url");
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | RuntimeException broken) { // the library is not made for every header, such as null
            throw new TokenRefusedException("no signed JWT", broken);
        }
    }

    private static void checkHeader(JWSHeader header) throws TokenRefusedException {
        String type = header.getType() == null ? "" : header.getType().getType();
        if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            throw new TokenRefusedException("no access token");
        }
        if (header.getCriticalParams() != null) {
            throw new TokenRefusedException("a critical parameter that is not known");
        }
        if (header.getKeyID() == null || header.getKeyID().isEmpty()) {
            throw new TokenRefusedException("without a key id");
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) throws TokenRefusedException {
        try {
            JWTClaimsSet said = Optional.ofNullable(jwt.getJWTClaimsSet())
                    .orElseThrow(() -> new TokenRefusedException("without claims"));
            checkSeconds(jwt.getPayload().toJSONObject());
            return said;
        } catch (ParseException | RuntimeException broken) {
            throw new TokenRefusedException("claims that cannot be read", broken);
        }
    }

    /** Refuses times before 1970 and after the year 9999, which no date holds and the library turns into others. */
    private static void checkSeconds(Map<String, Object> said) throws TokenRefusedException {
        for (String name : List.of("exp", "nbf", "iat")) {
            double seconds = said.get(name) instanceof Number number ? number.doubleValue() : 0;
            if (!(seconds >= 0 && seconds <= END_OF_TIME)) {
                throw new TokenRefusedException("a time that is none");
            }
        }
    }

    private TrustedIssuer issuer(Principal principal, @Nullable String url, JWSHeader header)
            throws TokenRefusedException {
        return issuers.stream()
                .filter(issuer -> issuer.url().equals(url))
                .filter(issuer -> issuer.serves(principal.id()))
                .filter(issuer ->
                        issuer.algorithms().contains(header.getAlgorithm().getName()))
                .findFirst()
                .orElseThrow(() -> new TokenRefusedException("no such issuer here, or another algorithm"));
    }

    private void checkSignature(SignedJWT jwt, TrustedIssuer issuer) throws TokenRefusedException {
        JWSHeader header = jwt.getHeader();
        JWK key = keys.find(issuer, header.getKeyID())
                .orElseThrow(() -> new TokenRefusedException("signed with a key that the issuer does not have"));
        try {
            if (!suits(key, header) || !held.holds(jwt, key, () -> jwt.verify(verifier(key)))) {
                throw new TokenRefusedException("a signature that does not hold");
            }
        } catch (JOSEException broken) {
            throw new TokenRefusedException("a signature that cannot be checked", broken);
        }
    }

    private static boolean suits(JWK key, JWSHeader header) {
        boolean use = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean algorithm = key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm());
        boolean kind = "ES256".equals(header.getAlgorithm().getName())
                ? key instanceof ECKey curve && curve.getCurve().equals(Curve.P_256)
                : key instanceof RSAKey rsa && rsa.size() >= LEAST_RSA_BITS;
        return use && algorithm && kind;
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof ECKey curve ? new ECDSAVerifier(curve) : new RSASSAVerifier(key.toRSAKey());
    }

    private void checkTimes(JWTClaimsSet said) throws TokenRefusedException {
        Instant now = clock.instant();
        Date expires = said.getExpirationTime();
        Date from = said.getNotBeforeTime();
        if (expires == null || !now.isBefore(expires.toInstant().plus(SKEW))) {
            throw new TokenRefusedException("expired, or without an end");
        }
        if (from != null && now.isBefore(from.toInstant().minus(SKEW))) {
            throw new TokenRefusedException("not valid yet");
        }
    }

    private VerifiedToken verified(Principal principal, TrustedIssuer issuer, String token, JWTClaimsSet said)
            throws TokenRefusedException {
        Actor actor = claims.actor(principal, said);
        ActorKind kind = ActorKind.of(actor);
        if (!issuer.actors().contains(kind)) {
            throw new TokenRefusedException("the issuer does not vouch for this kind of actor");
        }
        Optional<String> acr = kind == ActorKind.SYSTEM
                ? Optional.empty()
                : Optional.ofNullable(said.getClaim("acr")).map(Object::toString);
        return new VerifiedToken(
                token,
                issuer.url(),
                said.getSubject(),
                actor,
                kind,
                acr,
                said.getExpirationTime().toInstant(),
                Delegation.of(
                        said,
                        kind,
                        principal.baseUrl().toString(),
                        clock.instant().plus(SKEW)));
    }
}
