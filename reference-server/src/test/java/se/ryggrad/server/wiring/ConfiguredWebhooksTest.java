package se.ryggrad.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.core.webhooks.WebhookPolicy;
import se.ryggrad.server.settings.GivenSettings;
import se.ryggrad.server.settings.RefusedStartException;

/** Tests whether webhooks are offered, and which settings keep the server from starting. */
class ConfiguredWebhooksTest {
    @Test
    void offersThemToTheSuiteInTest() {
        WebhookPolicy suite = policy("test", Map.of());

        assertThat(suite.offered()).isTrue();
        assertThat(suite.origins()).containsExactlyInAnyOrder("http://127.0.0.1:9911", "http://127.0.0.1:9912");
        assertThat(suite.terms().firstRetry()).isEqualTo(Duration.ofMillis(200));
        assertThat(suite.terms().giveUpAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(suite.terms().perClient()).isEqualTo(100);
    }

    @Test
    void offersThemInProductionWhenAskedTo() {
        assertThat(policy("production", Map.of()).offered()).isFalse();
        WebhookPolicy own = policy(
                "production",
                Map.of("ryggrad.webhooks", "true", "ryggrad.webhooks.origins", "https://inre.example.se:8443"));

        assertThat(own.offered()).isTrue();
        assertThat(own.origins()).containsExactly("https://inre.example.se:8443");
        assertThat(own.terms().firstRetry()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void exceptsNobodyInTestUnlessTold() {
        assertThat(policy("test", Map.of("ryggrad.webhooks", "false")).offered())
                .isFalse();
        assertThat(policy("test", Map.of("ryggrad.webhooks", "true")).origins()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            test       | ryggrad.webhooks               | maybe                         | ryggrad.webhooks must be true or false.
            production | ryggrad.webhooks.origins       | http://inre.example.se        | ryggrad.webhooks.origins must be https in production.
            test       | ryggrad.webhooks.origins       | https://inre.example.se/a     | ryggrad.webhooks.origins must be origins by comma, each scheme, host and port alone.
            test       | ryggrad.webhooks.first-retry   | PT2M                          | ryggrad.webhooks (first-retry, give-up-after, per-client) is wrong: the first retry is within a minute.
            test       | ryggrad.webhooks.first-retry   | 10                            | ryggrad.webhooks.first-retry must be a duration, for example PT10S.
            test       | ryggrad.webhooks.give-up-after | PT1H                          | ryggrad.webhooks (first-retry, give-up-after, per-client) is wrong: nobody is given up within a day.
            test       | ryggrad.webhooks.per-client    | 9                             | ryggrad.webhooks (first-retry, give-up-after, per-client) is wrong: a client may have ten subscriptions at least.
            test       | ryggrad.webhooks.per-client    | many                          | ryggrad.webhooks.per-client must be a number from 10.
            """)
    void refusesWhatCannotBe(String environment, String setting, String value, String sentence) {
        assertThatExceptionOfType(RefusedStartException.class)
                .isThrownBy(() -> policy(environment, Map.of(setting, value)))
                .satisfies(refused -> assertThat(refused.sentence()).isEqualTo(sentence));
    }

    private static WebhookPolicy policy(String environment, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("ryggrad.environment", environment);
        all.put("ryggrad.base-url", "https://etjanster.example.se/ryggrad");
        return new ConfiguredWebhooks(GivenSettings.of(all)).policy();
    }
}
