package se.ryggrad.conformance.twin.webhooks.sending;

import java.time.Duration;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the twin says of its webhooks. */
public final class WebhookOffer {

    /** The most subscriptions of a client. */
    public static final int PER_CLIENT = 30;

    /** How long it waits before it calls a receiver again for the first time. */
    static final Duration FIRST_RETRY = Duration.ofMillis(200);

    private WebhookOffer() {}

    /** Adds it to the capabilities. */
    public static void tell(ObjectNode capabilities, TwinSettings settings) {
        if (settings.breaks(Fault.EVT_008_D)) {
            return;
        }
        capabilities.set(
                "webhooks",
                Json.object()
                        .put("firstRetry", settings.breaks(Fault.EVT_008_A) ? "PT2M" : FIRST_RETRY.toString())
                        .put("giveUpAfter", settings.breaks(Fault.EVT_008_B) ? "PT12H" : "P3D")
                        .put("perClient", settings.breaks(Fault.EVT_008_C) ? 5 : PER_CLIENT));
    }
}
