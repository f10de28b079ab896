package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.organisation.AuthorityId;

class TokenVerifierTest extends TokenVerifierScene {

    @Test
    void acceptsAPerson() throws Exception {
        VerifiedToken token = verifier.verify(PITEA, issuer.token(person().build()));
        assertThat(token.kind()).isEqualTo(ActorKind.PERSON);
        assertThat(token.actor().level()).contains(AssuranceLevel.LOA3);
        assertThat(UUID.fromString(token.actor().id().value())).isNotNull();
        assertThat(token.toString()).doesNotContain(PERSON);
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
        for (String two : List.of("a@2120002767,b@2120002759", "a@2120002767 b@2120002759", "a@b@2120002759")) {
            refused(issuer.token(officer().claim(AFFILIATION, two).build()));
        }
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
}
