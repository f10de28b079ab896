package se.ryggrad.server.wiring;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ryggrad.core.webhooks.WebhookPolicy;
import se.ryggrad.core.webhooks.WebhookSettings;
import se.ryggrad.core.webhooks.address.Endpoint;
import se.ryggrad.server.security.ConfiguredIssuers;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/**
 * Reads what is decided on webhooks, as {@link WebhookSettings} tells.
 *
 * <p>A test environment where {@code ryggrad.webhooks} is not set offers them, in the pace of the conformance suite and to the
 * receivers that it plays; a production environment does not.
 */
final class ConfiguredWebhooks {
    private static final Map<String, String> SUITE = Map.of(
            "ryggrad.webhooks", "true",
            "ryggrad.webhooks.first-retry", "PT0.2S",
            "ryggrad.webhooks.origins", origins());

    private final ServerSettings settings;
    private final boolean suite;

    /** Creates the reader. */
    ConfiguredWebhooks(ServerSettings settings) {
        this.settings = settings;
        this.suite = !settings.production() && settings.text("ryggrad.webhooks").isEmpty();
    }

    private static String origins() {
        return ConfiguredIssuers.SUITE.stream()
                .map(slot -> Endpoint.parse(slot).orElseThrow().origin())
                .distinct()
                .collect(Collectors.joining(","));
    }

    private Optional<String> text(String name) {
        Optional<String> usual = Optional.ofNullable(SUITE.get(name)).filter(value -> suite);
        return settings.text(name).or(() -> usual);
    }

    /** Returns what is decided. */
    WebhookPolicy policy() {
        try {
            return new WebhookSettings(this::text, settings.production()).policy();
        } catch (IllegalArgumentException wrong) {
            throw new RefusedStartException(wrong.getMessage() + ".", wrong);
        }
    }
}
