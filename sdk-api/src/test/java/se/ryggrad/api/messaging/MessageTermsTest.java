package se.ryggrad.api.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTermsTest {

    @ParameterizedTest
    @CsvSource({"2, PT0.2S, P7D, https://example.se", "20, PT5M, P90D, https://example.se/a"})
    void takesWhatTheStandardAllows(int tries, Duration retry, Duration life, URI link) {
        assertThatCode(() -> new MessageTerms.Limits(tries, retry, life, link)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "1, PT10S, P30D, https://example.se",
        "21, PT10S, P30D, https://example.se",
        "6, PT0S, P30D, https://example.se",
        "6, PT5M0.001S, P30D, https://example.se",
        "6, PT10S, P6D, https://example.se",
        "6, PT10S, P30D, http://example.se",
        "6, PT10S, P30D, https:example"
    })
    void takesNothingElse(int tries, Duration retry, Duration life, URI link) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageTerms.Limits(tries, retry, life, link));
    }
}
