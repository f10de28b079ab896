package se.ryggrad.server.it;

import java.util.Map;

class WebhookDurabilityIT extends WebhookDurabilityTests {
    @Override
    Map<String, String> settings() {
        return Map.of();
    }
}
