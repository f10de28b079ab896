package se.ryggrad.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    private static final String HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void readsWhatItWrites() {
        assertThat(ContentDigest.parse(ContentDigest.of(HEX))).contains(HEX);
        assertThat(ContentDigest.parse("md5=:x:, " + ContentDigest.of(HEX))).contains(HEX);
    }

    @Test
    void refusesOtherForms() {
        assertThat(ContentDigest.fault(List.of())).isPresent();
        assertThat(ContentDigest.fault(List.of("sha-256=" + HEX))).isPresent();
        assertThat(ContentDigest.fault(List.of("sha-512=:" + "A".repeat(43) + "=:")))
                .isPresent();
        assertThat(ContentDigest.fault(List.of(ContentDigest.of(HEX)))).isEmpty();
    }
}
