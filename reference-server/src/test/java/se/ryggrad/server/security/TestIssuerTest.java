package se.ryggrad.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.identity.ActorIds;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.identity.TokenRefusedException;
import se.ryggrad.core.identity.TokenVerifier;
import se.ryggrad.server.it.TestTokens;

/** Nothing listens at the address of these issuers: whatever is accepted was accepted without asking anyone. */
class TestIssuerTest {
    private static final URI NOWHERE = URI.create("http://localhost:1");
    private static final String NUMBER = "199001012385";
    private static final Principal PITEA = new Principal(
            new PrincipalId("2581"),
            "Piteå kommun",
            new OrganisationId("2120002759"),
            Optional.of("2581"),
            URI.create("https://api.example.se/ryggrad/2581/v1"),
            List.of());

    @TempDir
    Path folder;

    @Test
    void isVerifiedWithoutAskingForItsKey() throws IOException, TokenRefusedException {
        TestIssuer issuer = TestIssuer.at(NOWHERE);
        assertThat(verifier(issuer).verify(PITEA, tokenOf(issuer)).kind()).isEqualTo(ActorKind.PERSON);
    }

    @Test
    void refusesTheKeyOfAnEarlierStart() throws IOException {
        String old = tokenOf(TestIssuer.at(NOWHERE));
        TokenVerifier verifier = verifier(TestIssuer.at(NOWHERE));
        assertThatThrownBy(() -> verifier.verify(PITEA, old)).isInstanceOf(TokenRefusedException.class);
    }

    @Test
    void keepsItsPrivateKeyToItsOwner() throws IOException {
        TestIssuer issuer = TestIssuer.at(NOWHERE);
        issuer.write(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("test-issuer.json"))))
                .isEqualTo("rw-------");
        assertThat(issuer.jwks()).doesNotContain("\"d\"");
    }

    private String tokenOf(TestIssuer issuer) throws IOException {
        issuer.write(folder);
        return TestTokens.from(folder).person(PITEA.baseUrl().toString(), NUMBER);
    }

    private static TokenVerifier verifier(TestIssuer issuer) {
        return new TokenVerifier(
                List.of(issuer.trusted()),
                new ActorIds(new byte[32]),
                (principal, client) -> Set.of(),
                Clock.systemUTC());
    }
}
