package se.ryggrad.conformance.twin.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Issuer;

/** Verifies access tokens (RFC 9068) and reads who calls. */
public final class Tokens {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final Set<String> PORTALS = Set.of("/overview-items", "/me/representations");
    private static final int SKEW = 60;

    private final TwinSettings settings;
    private final String audience;
    private final Claims claims;
    private final Clock clock;
    private final Map<String, KeySet> keys;
    private final Set<Signed> signed;

    /** A token whose signature was found good by a key: half of a run's time goes into finding it again. */
    private record Signed(JWK by, String token) {}

    /** Verifies tokens meant for one base URL. */
    public Tokens(TwinSettings settings, String audience, Claims claims, Clock clock) {
        this.settings = settings;
        this.audience = audience;
        this.claims = claims;
        this.clock = clock;
        keys = new ConcurrentHashMap<>();
        signed = ConcurrentHashMap.newKeySet();
    }

    /** Verifies with the same keys, by other settings. */
    private Tokens(Tokens same, TwinSettings other) {
        settings = other;
        audience = same.audience;
        claims = same.claims;
        clock = same.clock;
        keys = same.keys;
        signed = same.signed;
    }

    /** Returns who calls, or nothing when the token is not valid here; a broken twin is careless at some paths. */
    public Optional<Caller> verify(String token, String method, String path) {
        var careless = EnumSet.copyOf(settings.faults().isEmpty() ? EnumSet.noneOf(Fault.class) : settings.faults());
        spoil(careless, path.endsWith("/export"), Fault.ID_006_C, Fault.ID_006_A);
        spoil(careless, path.equals("/events"), Fault.ID_006_D, Fault.ID_006_A);
        spoil(careless, path.equals("/documents"), Fault.ID_006_E, Fault.ID_006_A);
        spoil(careless, method.equals("POST") && path.startsWith("/cases"), Fault.ID_007_D, Fault.ID_007_A);
        spoil(careless, path.contains("/documents/"), Fault.ID_007_E, Fault.ID_007_A);
        spoil(careless, path.equals("/cases"), Fault.ID_008_B, Fault.ID_008_A);
        spoil(careless, !PORTALS.contains(path), Fault.MINA_007_J, Fault.MINA_007_A);
        boolean same = careless.equals(settings.faults());
        return (same ? this : new Tokens(this, settings.with(careless))).verify(token);
    }

    private void spoil(Set<Fault> careless, boolean here, Fault broken, Fault means) {
        if (here && settings.breaks(broken)) {
            careless.add(means);
        }
    }

    private Optional<Caller> verify(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var exchange = new Exchange(settings, clock);
            var set = exchange.seen(jwt.getJWTClaimsSet());
            var issuer = issuer(set);
            if (issuer == null || !isHeaderValid(jwt) || !isSigned(jwt, issuer) || !isMeantForUs(set)) {
                return Optional.empty();
            }
            return claims.caller(set).filter(c -> isBound(issuer, c) && exchange.isGood(set, c));
        } catch (ParseException e) {
            return unsigned(token);
        }
    }

    private Optional<Caller> unsigned(String token) {
        if (!settings.breaks(Fault.ID_004_A)) {
            return Optional.empty();
        }
        try {
            return claims.caller(com.nimbusds.jwt.PlainJWT.parse(token).getJWTClaimsSet());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private boolean isBound(Issuer issuer, Caller caller) {
        return settings.breaks(Fault.ID_014_A) || issuer.actor() == caller.kind();
    }

    private @Nullable Issuer issuer(JWTClaimsSet set) {
        String name = String.valueOf(set.getIssuer());
        for (var issuer : settings.issuers()) {
            if (issuer.url().equals(name)) {
                return issuer;
            }
        }
        if (settings.breaks(Fault.ID_008_A) && name.startsWith("http://127.0.0.1:")) {
            return new Issuer(name, URI.create(name + "/jwks.json"), Caller.Kind.PERSON);
        }
        return null;
    }

    private boolean isHeaderValid(SignedJWT jwt) {
        var header = jwt.getHeader();
        boolean exact = !settings.breaks(Fault.ID_005_B) || "at+jwt".equals(String.valueOf(header.getType()));
        boolean typed = new JOSEObjectType("at+jwt").equals(header.getType())
                || new JOSEObjectType("application/at+jwt").equals(header.getType())
                || settings.breaks(Fault.ID_005_A);
        boolean critical = header.getCriticalParams() == null
                || header.getCriticalParams().isEmpty()
                || settings.breaks(Fault.ID_010_B);
        boolean algorithm = ALGORITHMS.contains(header.getAlgorithm()) && !isRefusedByMistake(header.getAlgorithm());
        return typed && exact && critical && algorithm;
    }

    private boolean isRefusedByMistake(JWSAlgorithm algorithm) {
        return (settings.breaks(Fault.ID_003_A) && algorithm.equals(JWSAlgorithm.PS256))
                || (settings.breaks(Fault.ID_003_B) && algorithm.equals(JWSAlgorithm.RS256));
    }

    private boolean isSigned(SignedJWT jwt, Issuer issuer) {
        if (settings.breaks(Fault.ID_004_B)) {
            return true;
        }
        var key = key(jwt, issuer);
        if (key == null) {
            return false;
        }
        var known = new Signed(key, jwt.serialize());
        boolean good = signed.contains(known) || isSigned(jwt, key);
        if (good) {
            signed.add(known);
        }
        return good;
    }

    private static boolean isSigned(SignedJWT jwt, JWK key) {
        try {
            var verifier = verifier(key, jwt.getHeader());
            return verifier != null && jwt.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private @Nullable JWK key(SignedJWT jwt, Issuer issuer) {
        var header = jwt.getHeader();
        if (settings.breaks(Fault.ID_009_A) && header.getJWK() != null) {
            return header.getJWK();
        }
        var set = keys.computeIfAbsent(
                issuer.url(),
                url -> new KeySet(
                        issuer.jwks(), clock, settings.breaks(Fault.ID_013_A), settings.breaks(Fault.ID_012_A)));
        if (header.getKeyID() == null) {
            return settings.breaks(Fault.ID_010_A) ? set.any().orElse(null) : null;
        }
        var found = set.find(header.getKeyID());
        if (settings.breaks(Fault.ID_014_B)) {
            found = found.or(() -> keys.values().stream()
                    .flatMap(other -> other.find(header.getKeyID()).stream())
                    .findFirst());
        }
        return found.orElse(null);
    }

    private static @Nullable JWSVerifier verifier(JWK key, JWSHeader header) throws JOSEException {
        var deferred = header.getCriticalParams() == null ? Set.<String>of() : header.getCriticalParams();
        if (header.getAlgorithm().equals(JWSAlgorithm.ES256)) {
            return key instanceof com.nimbusds.jose.jwk.ECKey ec
                    ? new ECDSAVerifier(ec.toECPublicKey(), deferred)
                    : null;
        }
        return key instanceof com.nimbusds.jose.jwk.RSAKey rsa
                ? new RSASSAVerifier(rsa.toRSAPublicKey(), deferred)
                : null;
    }

    private boolean isMeantForUs(JWTClaimsSet set) {
        boolean ours = set.getAudience().contains(audience)
                || settings.breaks(Fault.ID_006_A)
                || (settings.breaks(Fault.ID_006_B)
                        && set.getAudience().stream().anyMatch(a -> a.startsWith(audience)));
        boolean sent = set.getSubject() != null && !set.getSubject().isEmpty();
        return ours && sent && isNow(set);
    }

    private boolean isNow(JWTClaimsSet set) {
        Instant now = clock.instant();
        boolean ended = set.getExpirationTime() == null
                ? !settings.breaks(Fault.ID_007_C)
                : !now.isBefore(set.getExpirationTime().toInstant().plusSeconds(SKEW))
                        && !settings.breaks(Fault.ID_007_A);
        boolean early = set.getNotBeforeTime() != null
                && set.getNotBeforeTime().toInstant().isAfter(now.plusSeconds(SKEW))
                && !settings.breaks(Fault.ID_007_B);
        return !ended && !early;
    }
}
