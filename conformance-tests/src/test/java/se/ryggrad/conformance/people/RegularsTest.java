package se.ryggrad.conformance.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.issuer.SigningKey;
import se.ryggrad.conformance.issuer.TokenBuilder;

class RegularsTest {

    private final Regulars regulars = new Regulars();
    private final SigningKey key = SigningKey.elliptic();

    @Test
    void areTheSameEachTime() {
        SystemClient first = regulars.same("system", () -> system(Duration.ofMinutes(30)));
        assertThat(regulars.same("system", () -> system(Duration.ofMinutes(30))))
                .isSameAs(first);
    }

    @Test
    void areKnownByTheirRole() {
        SystemClient first = regulars.same("system", () -> system(Duration.ofMinutes(30)));
        assertThat(regulars.same("another system", () -> system(Duration.ofMinutes(30))))
                .isNotSameAs(first);
    }

    /** A slow system may keep a run going for longer than a token lasts, and is not to be blamed for refusing it. */
    @Test
    void areMadeAnewWhenTheirTokenEndsSoon() {
        SystemClient ending = regulars.same("system", () -> system(Duration.ofMinutes(14)));
        assertThat(regulars.same("system", () -> system(Duration.ofMinutes(30))))
                .isNotSameAs(ending);
    }

    private SystemClient system(Duration lasting) {
        TokenBuilder token = TokenBuilder.issuedBy("https://issuer.example.se", key, "https://example.se", "system")
                .expiresIn(lasting);
        return new SystemClient("system", new Login(token));
    }
}
