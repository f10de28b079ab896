package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;

/** Shows that an issuer counts at the principals it is configured for, and nowhere else. */
class IssuerBindingTest {

    private static final String ISSUER = "https://login.example.se/pitea";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Principal PITEA = principal("2581", "2120002759");
    private static final Principal BODEN = principal("2582", "2120002767");

    private final ECKey key = key();
    private final HttpServer keys = keyServer();

    @BeforeEach
    void publishKeys() {
        byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
    }

    @AfterEach
    void stop() {
        keys.stop(0);
    }

    @Test
    void bindsAnIssuerToItsPrincipals() throws Exception {
        TokenVerifier verifier = verifier(Set.of(PITEA.id()));
        assertThat(verifier.verify(PITEA, token(PITEA)).kind()).isEqualTo(ActorKind.PERSON);
        String forBoden = token(BODEN);
        assertThatThrownBy(() -> verifier.verify(BODEN, forBoden)).isInstanceOf(TokenRefusedException.class);
    }

    @Test
    void takesTheSameTokenWhereTheIssuerCounts() throws Exception {
        TokenVerifier verifier = verifier(Set.of());
        assertThat(verifier.verify(BODEN, token(BODEN)).kind()).isEqualTo(ActorKind.PERSON);
        String forPitea = token(PITEA);
        assertThatThrownBy(() -> verifier.verify(BODEN, forPitea)).isInstanceOf(TokenRefusedException.class);
    }

    private TokenVerifier verifier(Set<PrincipalId> principals) {
        URI jwks = URI.create("http://127.0.0.1:" + keys.getAddress().getPort() + "/jwks.json");
        TrustedIssuer issuer =
                new TrustedIssuer(ISSUER, KeySource.at(jwks), Set.of("ES256"), Set.of(ActorKind.PERSON), principals);
        return new TokenVerifier(
                List.of(issuer),
                new ActorIds(new byte[32]),
                (principal, client) -> Set.of(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private String token(Principal principal) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("9f2b")
                .audience(principal.baseUrl().toString())
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("https://id.oidc.se/claim/personalIdentityNumber", "199001019802")
                .claim("acr", "http://id.elegnamnden.se/loa/1.0/loa3")
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static Principal principal(String id, String organisation) {
        return new Principal(
                new PrincipalId(id),
                "Kommun " + id,
                new OrganisationId(organisation),
                Optional.of(id),
                URI.create("https://api.example.se/ryggrad/" + id + "/v1"),
                List.of());
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpServer keyServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }
}
