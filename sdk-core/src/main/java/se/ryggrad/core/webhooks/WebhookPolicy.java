package se.ryggrad.core.webhooks;

import java.util.Set;
import se.ryggrad.api.events.WebhookTerms;

/**
 * Says whether events are sent, and how: what the owner of a system decides.
 *
 * @param offered whether the option is offered
 * @param terms what holds
 * @param origins origins of receivers that need be neither https nor public, as they are written in addresses
 */
public record WebhookPolicy(boolean offered, WebhookTerms terms, Set<String> origins) {

    /** Copies the origins. */
    public WebhookPolicy {
        origins = Set.copyOf(origins);
    }
}
