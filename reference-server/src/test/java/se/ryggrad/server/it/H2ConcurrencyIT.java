package se.ryggrad.server.it;

import java.util.Map;

class H2ConcurrencyIT extends ConcurrencyTests {
    @Override
    Map<String, String> settings() {
        return Map.of();
    }
}
