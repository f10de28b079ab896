package se.ryggrad.conformance.checks.webhooks;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Waits;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;

/** Checks what a system says of its webhooks. */
@ConformanceCheck
class WebhookTermsCheck {

    private static final int FEWEST = 10;

    @Requirement("EVT-008")
    @Test
    void evt008_saysHowLongItTriesAndForHowMany(Http http) {
        Part webhooks = http.get("/capabilities").send().expect(200).at("/webhooks");
        Duration first = Waits.expect(webhooks.at("/firstRetry"));
        if (first.isZero() || first.compareTo(Duration.ofMinutes(1)) > 0) {
            webhooks.at("/firstRetry").fail("more than nothing and at most PT1M");
        }
        if (Waits.expect(webhooks.at("/giveUpAfter")).compareTo(Duration.ofDays(1)) < 0) {
            webhooks.at("/giveUpAfter").fail("at least P1D");
        }
        if (webhooks.at("/perClient").number() < FEWEST) {
            webhooks.at("/perClient").fail("at least " + FEWEST);
        }
    }
}
