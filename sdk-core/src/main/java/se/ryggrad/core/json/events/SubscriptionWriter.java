package se.ryggrad.core.json.events;

import java.util.Optional;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.WebhookTerms;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes subscriptions (schemas {@code subscription} and {@code new-subscription}): their members and no others. */
public final class SubscriptionWriter {

    private SubscriptionWriter() {}

    /** Writes a subscription (EVT-010). */
    public static JsonTree.ObjectNode subscription(Subscription subscription) {
        return members(subscription).build();
    }

    /** Writes a subscription that was just made, with its secret. */
    public static JsonTree.ObjectNode made(Subscription subscription) {
        return members(subscription).put("secret", subscription.secret()).build();
    }

    private static JsonBuilder members(Subscription subscription) {
        JsonBuilder members = JsonTree.object()
                .put("id", subscription.id().value().toString())
                .put("url", subscription.wish().url());
        if (!subscription.wish().types().isEmpty()) {
            members.putTexts(
                    "types",
                    subscription.wish().types().stream().map(FeedWriter::type).toList());
        }
        Optional<String> waiting = subscription.waitingSince().map(Formats::text);
        return members.put("state", subscription.state().code())
                .put("createdAt", Formats.text(subscription.createdAt()))
                .putText("waitingSince", waiting);
    }

    /** Writes what holds for webhooks (schema {@code capabilities}, EVT-008). */
    public static JsonTree.ObjectNode terms(WebhookTerms terms) {
        return JsonTree.object()
                .put("firstRetry", terms.firstRetry().toString())
                .put("giveUpAfter", terms.giveUpAfter().toString())
                .put("perClient", terms.perClient())
                .build();
    }

    /** Writes a challenge (schema {@code webhook-challenge}, EVT-015). */
    public static JsonTree.ObjectNode challenge(String challenge) {
        return JsonTree.object()
                .put("type", "se.ryggrad.subscription.challenge.v1")
                .put("challenge", challenge)
                .build();
    }
}
