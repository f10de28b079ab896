package se.ryggrad.core.webhooks;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.ryggrad.api.events.WebhookTerms;
import se.ryggrad.core.webhooks.address.Endpoint;

/**
 * Reads what is decided on webhooks, {@code ryggrad.webhooks} and {@code ryggrad.webhooks.origins|first-retry|give-up-after|
 * per-client}, wherever the settings stand.
 *
 * @param text gives a setting by its whole name; nothing when it is absent or blank
 * @param production whether real people are served: every receiver is https then
 */
public record WebhookSettings(Function<String, Optional<String>> text, boolean production) {

    /** Whether the option is offered; what stands before the rest. */
    public static final String OFFERED = "ryggrad.webhooks";

    private static final String ORIGINS = OFFERED + ".origins";

    /**
     * Returns what is decided.
     *
     * @throws IllegalArgumentException with a sentence that names the setting that cannot be
     */
    public WebhookPolicy policy() {
        Duration firstRetry = duration(".first-retry", "PT10S");
        Duration giveUpAfter = duration(".give-up-after", "P3D");
        int perClient = perClient();
        try {
            return new WebhookPolicy(offered(), new WebhookTerms(firstRetry, giveUpAfter, perClient), origins());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(sentence(wrong), wrong);
        }
    }

    private static String sentence(IllegalArgumentException wrong) {
        String message = String.valueOf(wrong.getMessage());
        return message.startsWith(OFFERED)
                ? message
                : OFFERED + " (first-retry, give-up-after, per-client) is wrong: " + message;
    }

    private boolean offered() {
        String given = text.apply(OFFERED).orElse("false");
        if (!given.equals("true") && !given.equals("false")) {
            throw mustBe(OFFERED, "true or false");
        }
        return given.equals("true");
    }

    private Set<String> origins() {
        Set<String> origins = new LinkedHashSet<>();
        text.apply(ORIGINS).stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .forEach(origin -> origins.add(origin(origin)));
        return origins;
    }

    private String origin(String given) {
        Endpoint endpoint = Endpoint.parse(given)
                .filter(parsed -> parsed.origin().equals(given))
                .orElseThrow(() -> mustBe(ORIGINS, "origins by comma, each scheme, host and port alone"));
        if (production && !endpoint.encrypted()) {
            throw mustBe(ORIGINS, "https in production");
        }
        return given;
    }

    private int perClient() {
        String setting = OFFERED + ".per-client";
        String given = text.apply(setting).orElse("100");
        if (!given.matches("[0-9]{1,6}")) {
            throw mustBe(setting, "a number from 10");
        }
        return Integer.parseInt(given);
    }

    private Duration duration(String below, String otherwise) {
        String setting = OFFERED + below;
        try {
            return Duration.parse(text.apply(setting).orElse(otherwise));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(setting + " must be a duration, for example " + otherwise, wrong);
        }
    }

    private static IllegalArgumentException mustBe(String setting, String right) {
        return new IllegalArgumentException(setting + " must be " + right);
    }
}
