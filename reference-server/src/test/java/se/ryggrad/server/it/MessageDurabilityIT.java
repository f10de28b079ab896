package se.ryggrad.server.it;

import java.util.Map;

class MessageDurabilityIT extends MessageDurabilityTests {
    @Override
    Map<String, String> settings() {
        return Map.of();
    }
}
