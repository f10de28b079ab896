package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;

class TokenVerifierTest {

    private static final String BASE = "http://localhost:9080/ryggrad/2581/v1";
    private static final String NUMBER = "https://id.oidc.se/claim/personalIdentityNumber";
    private static final String COORDINATION = "https://id.oidc.se/claim/coordinationNumber";
    private static final String AFFILIATION = "https://id.oidc.se/claim/orgAffiliation";
    private static final String PERSON = "197001019806";
    private static final Principal PITEA = new Principal(
            new PrincipalId("2581"),
            "Piteå kommun",
            new OrganisationId("2120002759"),
            Optional.of("2581"),
            URI.create(BASE),
            List.of());

    private final TickingClock clock = new TickingClock();
    private IssuerFixture issuer;
    private TokenVerifier verifier;

    @BeforeEach
    void start() throws Exception {
        issuer = new IssuerFixture();
        verifier = verifier(issuer.trusted(ActorKind.PERSON, ActorKind.OFFICER, ActorKind.SYSTEM));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void acceptsAPerson() throws Exception {
        VerifiedToken token = verifier.verify(PITEA, issuer.token(person().build()));
        assertThat(token.kind()).isEqualTo(ActorKind.PERSON);
        assertThat(token.actor().level()).contains(AssuranceLevel.LOA3);
        assertThat(UUID.fromString(token.actor().id().value())).isNotNull();
        assertThat(token.toString()).doesNotContain(PERSON);
    }

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
    void refusesAnotherAudience() throws Exception {
        refused(issuer.token(person().audience(BASE + "/").build()));
        refused(issuer.token(
                person().audience("http://localhost:9080/ryggrad/2582/v1").build()));
        refused(issuer.token(person().audience((String) null).build()));
        accepted(issuer.token(person().audience(List.of("x", BASE)).build()));
    }

    @Test
    void refusesTimesOutsideTheSkew() throws Exception {
        refused(issuer.token(person().expirationTime(null).build()));
        refused(issuer.token(person().expirationTime(in(-61)).build()));
        accepted(issuer.token(person().expirationTime(in(-58)).build()));
        refused(issuer.token(person().notBeforeTime(in(62)).build()));
        accepted(issuer.token(person().notBeforeTime(in(58)).build()));
    }

    @Test
    void refusesAnotherIssuer() throws Exception {
        refused(issuer.token(person().issuer(issuer.url() + "/").build()));
        refused(issuer.token(person().issuer(null).build()));
    }

    @Test
    void bindsIssuersToPrincipals() throws Exception {
        TrustedIssuer all = issuer.trusted(ActorKind.PERSON);
        String token = issuer.token(person().build());
        accepted(verifier(bound(all, "2581")), token);
        refused(verifier(bound(all, "2582")), token);
    }

    @Test
    void bindsIssuersToKindsOfActor() throws Exception {
        TokenVerifier officers = verifier(issuer.trusted(ActorKind.OFFICER));
        refused(officers, issuer.token(person().build()));
        accepted(officers, issuer.token(officer().build()));
        refused(
                verifier(issuer.trusted(ActorKind.PERSON)),
                issuer.token(officer().build()));
    }

    @Test
    void takesAnAffiliationAsOfficerAndNothingElse() throws Exception {
        Actor actor = accepted(issuer.token(officer().claim(NUMBER, PERSON).build()));
        assertThat(actor).isInstanceOfSatisfying(Actor.Officer.class, officer -> {
            assertThat(officer.registers(new AuthorityId("byggnadsnamnden"))).isTrue();
            assertThat(officer.id().value()).doesNotContain("karin");
        });
        refused(issuer.token(officer().claim(AFFILIATION, "karin@2120002767").build()));
        refused(issuer.token(officer()
                .claim(AFFILIATION, List.of("karin@2120002759", "karin@2120002767"))
                .build()));
        refused(issuer.token(
                officer().claim(AFFILIATION, List.of("karin@2120002759")).build()));
        refused(issuer.token(officer().claim(AFFILIATION, "2120002759").build()));
    }

    @Test
    void refusesMixedAndInvalidPersons() throws Exception {
        refused(issuer.token(person().claim(COORDINATION, "197001619803").build()));
        refused(issuer.token(person().claim(NUMBER, "197001019807").build()));
        refused(issuer.token(person().claim(NUMBER, 1).build()));
        refused(issuer.token(person().claim("groups", List.of("registrar@x")).build()));
        refused(issuer.token(person().claim(NUMBER, null).build()));
        refused(issuer.token(person().subject(null).build()));
    }

    @Test
    void knowsSystemsByTheirClientId() throws Exception {
        JWTClaimsSet claims = base().claim("client_id", "robot")
                .claim("scope", "cases:read events:read")
                .build();
        assertThat(accepted(issuer.token(claims))).isInstanceOfSatisfying(Actor.SystemActor.class, system -> {
            assertThat(system.scopes()).containsExactlyInAnyOrder("cases:read", "events:read");
            assertThat(system.authorities()).containsExactly(new AuthorityId("robot"));
        });
    }

    @Test
    void namesAPersonTheSameWhateverTheIssuer() throws Exception {
        try (IssuerFixture second = new IssuerFixture()) {
            TokenVerifier both = verifier(issuer.trusted(ActorKind.PERSON), second.trusted(ActorKind.PERSON));
            String there =
                    second.token(person().issuer(second.url()).subject("other").build());
            assertThat(both.verify(PITEA, there).actor().id())
                    .isEqualTo(both.verify(PITEA, issuer.token(person().build()))
                            .actor()
                            .id());
        }
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
        clock.pass(Duration.ofSeconds(11));
        accepted(token);
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    private JWTClaimsSet.Builder base() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.url())
                .subject("subject-1")
                .audience(BASE)
                .expirationTime(in(3600));
    }

    private JWTClaimsSet.Builder person() {
        return base().claim(NUMBER, PERSON).claim("acr", AssuranceLevel.LOA3.uri());
    }

    private JWTClaimsSet.Builder officer() {
        return base().claim(AFFILIATION, "karin@2120002759")
                .claim("groups", List.of("registrar@byggnadsnamnden", "odd"));
    }

    private Date in(int seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private TokenVerifier verifier(TrustedIssuer... issuers) {
        SystemClients clients = (principal, client) -> Set.of(new AuthorityId(client));
        return new TokenVerifier(List.of(issuers), new ActorIds(new byte[32]), clients, clock);
    }

    private static TrustedIssuer bound(TrustedIssuer all, String principal) {
        return new TrustedIssuer(
                all.url(), all.keys(), all.algorithms(), all.actors(), Set.of(new PrincipalId(principal)));
    }

    private Actor accepted(String token) throws TokenRefusedException {
        return accepted(verifier, token);
    }

    private static Actor accepted(TokenVerifier by, String token) throws TokenRefusedException {
        return by.verify(PITEA, token).actor();
    }

    private void refused(String token) throws JOSEException {
        refused(verifier, token);
    }

    private static void refused(TokenVerifier by, String token) {
        assertThatThrownBy(() -> by.verify(PITEA, token)).isInstanceOf(TokenRefusedException.class);
    }
}
