package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSignatureTest extends TokenVerifierScene {

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void acceptsRsa(String algorithm) throws Exception {
        JWSHeader header = IssuerFixture.header(JWSAlgorithm.parse(algorithm), issuer.rsa())
                .build();
        String token = IssuerFixture.sign(header, person().build(), issuer.rsa());
        assertThat(verifier.verify(PITEA, token).kind()).isEqualTo(ActorKind.PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "PS512"})
    void refusesOtherAlgorithms(String algorithm) throws Exception {
        JWSHeader header = IssuerFixture.header(JWSAlgorithm.parse(algorithm), issuer.rsa())
                .build();
        refused(IssuerFixture.sign(header, person().build(), issuer.rsa()));
    }

    @Test
    void refusesTokensWithoutSignature() throws Exception {
        refused(new PlainJWT(person().build()).serialize());
        SignedJWT hmac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("curve")
                        .build(),
                person().build());
        hmac.sign(new MACSigner(issuer.rsa().toRSAPublicKey().getEncoded()));
        refused(hmac.serialize());
        String sound = issuer.token(person().build());
        refused(sound.substring(0, sound.lastIndexOf('.') + 1));
        String other = issuer.token(person().subject("other").build());
        refused(sound.substring(0, sound.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
    }

    @Test
    void refusesAForeignKeyUnderAKnownId() throws Exception {
        JWK foreign = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        JWSHeader plain = IssuerFixture.header(JWSAlgorithm.ES256, foreign).build();
        refused(IssuerFixture.sign(plain, person().build(), foreign));
        JWSHeader embedded = IssuerFixture.header(JWSAlgorithm.ES256, foreign)
                .jwk(foreign.toPublicJWK())
                .build();
        refused(IssuerFixture.sign(embedded, person().build(), foreign));
        int before = issuer.fetches();
        JWSHeader elsewhere = IssuerFixture.header(JWSAlgorithm.ES256, foreign)
                .jwkURL(URI.create(issuer.url() + "/jwks.json"))
                .x509CertURL(URI.create(issuer.url() + "/jwks.json"))
                .build();
        refused(IssuerFixture.sign(elsewhere, person().build(), foreign));
        assertThat(issuer.fetches()).isEqualTo(before);
    }

    @Test
    void refusesHeadersThatAreNoAccessTokens() throws Exception {
        refused(issuer.token(header -> header.type(JOSEObjectType.JWT), person().build()));
        refused(issuer.token(header -> header.type(null), person().build()));
        refused(issuer.token(header -> header.keyID(null), person().build()));
        refused(issuer.token(header -> header.criticalParams(Set.of("exp")).customParam("exp", 1), person().build()));
        accepted(issuer.token(header -> header.type(new JOSEObjectType("application/at+jwt")), person().build()));
    }

    @Test
    void fetchesForUnknownKeysAtMostOnceInTenSeconds() throws Exception {
        accepted(issuer.token(person().build()));
        JWK later = issuer.newKey("later");
        String token = IssuerFixture.sign(
                IssuerFixture.header(JWSAlgorithm.ES256, later).build(), person().build(), later);
        refused(token);
        refused(token);
        assertThat(issuer.fetches()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(11));
        accepted(token);
        assertThat(issuer.fetches()).isEqualTo(2);
    }
}
