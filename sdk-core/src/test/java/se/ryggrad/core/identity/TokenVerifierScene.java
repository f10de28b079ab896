package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.MovingClock;

/** Sets up a verifier of tokens, an issuer that it trusts, and claims that it accepts. */
abstract class TokenVerifierScene {

    static final String BASE = "http://localhost:9080/ryggrad/2581/v1";
    static final String NUMBER = "https://id.oidc.se/claim/personalIdentityNumber";
    static final String COORDINATION = "https://id.oidc.se/claim/coordinationNumber";
    static final String AFFILIATION = "https://id.oidc.se/claim/orgAffiliation";
    static final String PERSON = "197001019806";
    static final Principal PITEA = new Principal(
            new PrincipalId("2581"),
            "Piteå kommun",
            new OrganisationId("2120002759"),
            Optional.of("2581"),
            URI.create(BASE),
            List.of());

    final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T12:00:00Z"));
    IssuerFixture issuer;
    TokenVerifier verifier;

    @BeforeEach
    void start() throws Exception {
        issuer = new IssuerFixture();
        verifier = verifier(issuer.trusted(ActorKind.PERSON, ActorKind.OFFICER, ActorKind.SYSTEM));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    JWTClaimsSet.Builder base() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.url())
                .subject("subject-1")
                .audience(BASE)
                .expirationTime(in(3600));
    }

    JWTClaimsSet.Builder person() {
        return base().claim(NUMBER, PERSON).claim("acr", AssuranceLevel.LOA3.uri());
    }

    JWTClaimsSet.Builder officer() {
        return base().claim(AFFILIATION, "karin@2120002759")
                .claim("groups", List.of("registrar@byggnadsnamnden", "odd"));
    }

    Date in(int seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    /** Returns a token with claims that no library would write. */
    String signed(String payload) throws JOSEException {
        JWSObject token = new JWSObject(
                IssuerFixture.header(JWSAlgorithm.RS256, issuer.rsa()).build(), new Payload(payload));
        token.sign(new RSASSASigner(issuer.rsa()));
        return token.serialize();
    }

    TokenVerifier verifier(TrustedIssuer... issuers) {
        SystemClients clients = (principal, client) -> Set.of(new AuthorityId(client));
        return new TokenVerifier(List.of(issuers), new ActorIds(new byte[32]), clients, clock);
    }

    static TrustedIssuer bound(TrustedIssuer all, String principal) {
        return new TrustedIssuer(
                all.url(), all.keys(), all.algorithms(), all.actors(), Set.of(new PrincipalId(principal)));
    }

    Actor accepted(String token) throws TokenRefusedException {
        return accepted(verifier, token);
    }

    static Actor accepted(TokenVerifier by, String token) throws TokenRefusedException {
        return by.verify(PITEA, token).actor();
    }

    void refused(String token) throws JOSEException {
        refused(verifier, token);
    }

    static void refused(TokenVerifier by, String token) {
        assertThatThrownBy(() -> by.verify(PITEA, token)).isInstanceOf(TokenRefusedException.class);
    }
}
