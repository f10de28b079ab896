package se.ryggrad.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the provisional identifiers of eIDAS are compared (ID-066, ID-067). */
class ProvisionalIdTest {

    @Test
    void readsCapitalAndSmallLettersAlike() {
        assertThat(prid("DE:0AERF-EAD9")).isEqualTo(prid("DE:0aerf-ead9")).isNotEqualTo(prid("DK:0aerf-ead9"));
    }

    /** The Kelvin sign and the dotted capital I become letters of a prid in small letters. */
    @ParameterizedTest
    @ValueSource(strings = {"DE:123456789\u212A", "DE:123456789\u0130", "", "DE", "DE:"})
    void takesNoLetterThatOnlyLooksLikeOne(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> prid(value));
    }

    private static Identity prid(String value) {
        return new Identity(IdentityScheme.PRID, value);
    }
}
