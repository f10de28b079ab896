package se.ryggrad.server.it;

import java.util.Map;

class PostgresWebhookDurabilityIT extends WebhookDurabilityTests {
    private final Map<String, String> settings = PostgresServer.settings();

    @Override
    Map<String, String> settings() {
        return settings;
    }
}
