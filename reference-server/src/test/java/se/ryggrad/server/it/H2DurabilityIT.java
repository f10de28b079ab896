package se.ryggrad.server.it;

import java.util.Map;

class H2DurabilityIT extends DurabilityTests {
    @Override
    Map<String, String> settings() {
        return Map.of();
    }
}
