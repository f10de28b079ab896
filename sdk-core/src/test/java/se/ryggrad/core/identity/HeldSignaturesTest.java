package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeldSignaturesTest extends TokenVerifierScene {

    private final HeldSignatures signatures = new HeldSignatures(2);
    private final AtomicInteger checked = new AtomicInteger();

    @Test
    void checksATokenOnceForEachKey() throws Exception {
        SignedJWT token = SignedJWT.parse(issuer.token(person().build()));
        JWK key = key();
        assertThat(holds(token, key, true)).isTrue();
        assertThat(holds(token, key, false)).isTrue();
        assertThat(checked).hasValue(1);
        assertThat(holds(token, key(), false)).isFalse();
        assertThat(checked).hasValue(2);
    }

    @Test
    void remembersNoSignatureThatDidNotHold() throws Exception {
        SignedJWT token = SignedJWT.parse(issuer.token(person().build()));
        JWK key = key();
        assertThat(holds(token, key, false)).isFalse();
        assertThat(holds(token, key, true)).isTrue();
        assertThat(checked).hasValue(2);
    }

    @Test
    void forgetsTheOneThatWasLongestUnused() throws Exception {
        JWK key = key();
        SignedJWT first = SignedJWT.parse(issuer.token(person().subject("1").build()));
        SignedJWT second = SignedJWT.parse(issuer.token(person().subject("2").build()));
        SignedJWT third = SignedJWT.parse(issuer.token(person().subject("3").build()));
        holds(first, key, true);
        holds(second, key, true);
        holds(first, key, true);
        holds(third, key, true);
        assertThat(checked).hasValue(3);
        holds(first, key, true);
        assertThat(checked).hasValue(3);
        holds(second, key, true);
        assertThat(checked).hasValue(4);
    }

    @Test
    void aTokenThatHeldIsJudgedAnewInEverythingElse() throws Exception {
        String token = issuer.token(person().expirationTime(in(30)).build());
        accepted(token);
        int end = token.length() - 2;
        refused(token.substring(0, end) + (token.charAt(end) == 'A' ? 'B' : 'A') + token.substring(end + 1));
        refused(verifier(bound(issuer.trusted(ActorKind.PERSON), "2582")), token);
        accepted(token);
        clock.advance(Duration.ofSeconds(91));
        refused(token);
    }

    private boolean holds(SignedJWT token, JWK key, boolean answer) throws Exception {
        return signatures.holds(token, key, () -> {
            checked.incrementAndGet();
            return answer;
        });
    }

    private static JWK key() throws Exception {
        return new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
    }
}
