package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which tokens with the claim {@code act} count, and what they say (MINA-006, MINA-007). */
class DelegationTest extends TokenVerifierScene {

    private static final Map<String, Object> PORTAL = Map.of("sub", "portal-1");

    @Test
    void saysWhoseItIsAndWhatItIsFor() throws Exception {
        VerifiedToken token = verifier.verify(PITEA, issuer.token(exchanged().build()));

        assertThat(token.subject()).isEqualTo("subject-1");
        assertThat(token.delegation()).contains(new Delegation(Set.of("overview:read", "openid")));
        assertThat(token.actor())
                .isEqualTo(accepted(issuer.token(person().build())))
                .isNotNull();
    }

    @Test
    void isNotThereInAPersonsOwnToken() throws Exception {
        JWTClaimsSet own = person().claim("scope", "overview:read").build();

        assertThat(verifier.verify(PITEA, issuer.token(own)).delegation()).isEmpty();
        assertThat(verifier.verify(
                                PITEA,
                                issuer.token(
                                        person().claim("scope", List.of("x")).build()))
                        .delegation())
                .isEmpty();
    }

    @Test
    void lastsForFiveMinutesAtTheMost() throws Exception {
        accepted(issuer.token(exchanged().expirationTime(in(300)).build()));
        refused(issuer.token(exchanged().expirationTime(in(301)).build()));
        accepted(issuer.token(
                exchanged().issueTime(in(-20)).expirationTime(in(280)).build()));
        refused(issuer.token(
                exchanged().issueTime(in(-20)).expirationTime(in(281)).build()));
        refused(issuer.token(exchanged().issueTime(null).build()));
        accepted(issuer.token(person().issueTime(in(-20)).build()));
    }

    @Test
    void wasIssuedAtMostAMinuteAhead() throws Exception {
        accepted(issuer.token(
                exchanged().issueTime(in(60)).expirationTime(in(360)).build()));
        refused(issuer.token(
                exchanged().issueTime(in(61)).expirationTime(in(361)).build()));
        refused(issuer.token(
                exchanged().issueTime(in(61)).expirationTime(in(61)).build()));
        accepted(issuer.token(person().issueTime(in(61)).build()));
    }

    @Test
    void isMeantForOneAudienceAlone() throws Exception {
        List<String> two = List.of(BASE, "https://other.example.se/ryggrad/2582/v1");
        String claims = exchanged().audience("AUDIENCE").build().toPayload().toString();

        for (String alone : List.of("\"" + BASE + "\"", "[\"" + BASE + "\"]")) {
            accepted(signed(claims.replace("\"AUDIENCE\"", alone)));
        }
        refused(issuer.token(exchanged().audience(two).build()));
        refused(issuer.token(exchanged().audience(List.of(two.get(1), BASE)).build()));
        refused(issuer.token(exchanged().audience(List.of(BASE, BASE + "/")).build()));
        refused(signed(claims.replace("\"AUDIENCE\"", "[\"" + BASE + "\",\"\"]")));
        refused(signed(claims.replace("\"AUDIENCE\"", "[\"" + BASE + "\",null]")));
        accepted(issuer.token(person().audience(two).build()));
    }

    static Stream<Object> nobody() {
        return Stream.of(
                "portal-1",
                "{\"sub\":\"portal-1\"}",
                true,
                1,
                List.of(PORTAL),
                Map.of(),
                Map.of("client_id", "portal-1"),
                Map.of("sub", ""),
                Map.of("sub", 1),
                Map.of("sub", List.of("portal-1")));
    }

    @ParameterizedTest
    @MethodSource("nobody")
    void namesWhoUsesIt(Object act) throws Exception {
        refused(issuer.token(exchanged().claim("act", act).build()));
    }

    @Test
    void namesWhoUsesItAndNotNull() throws Exception {
        String claims = exchanged().build().toPayload().toString();
        String act = "{\"sub\":\"portal-1\"}";

        accepted(signed(claims));
        refused(signed(claims.replace(act, "null")));
        refused(signed(claims.replace(act, "{\"sub\":null}")));
        accepted(signed(claims.replace(act, "{\"sub\":\"portal-2\",\"act\":" + act + "}")));
    }

    @Test
    void isForAPersonAlone() throws Exception {
        JWTClaimsSet.Builder system = base().claim("client_id", "robot").claim("scope", "cases:read");
        for (JWTClaimsSet.Builder token : List.of(officer(), system)) {
            token.issueTime(in(0)).expirationTime(in(300));
            accepted(issuer.token(token.build()));
            refused(issuer.token(token.claim("act", PORTAL).build()));
        }
    }

    @Test
    void isForNothingWithoutWordsOfScope() throws Exception {
        for (Object scope : List.of("", " ", List.of("overview:read"), Map.of("overview:read", true))) {
            String token = issuer.token(exchanged().claim("scope", scope).build());
            assertThat(verifier.verify(PITEA, token).delegation().orElseThrow().scopes())
                    .isEmpty();
        }
        String none = issuer.token(exchanged().claim("scope", null).build());
        assertThat(verifier.verify(PITEA, none).delegation()).contains(new Delegation(Set.of()));
    }

    @Test
    void keepsTheSubjectOutOfText() throws Exception {
        VerifiedToken token =
                verifier.verify(PITEA, issuer.token(person().subject(PERSON).build()));

        assertThat(token.subject()).isEqualTo(PERSON);
        assertThat(token.toString()).contains("person").doesNotContain(PERSON);
    }

    private JWTClaimsSet.Builder exchanged() {
        return person().issueTime(in(0))
                .expirationTime(in(300))
                .claim("act", PORTAL)
                .claim("scope", "openid overview:read");
    }
}
