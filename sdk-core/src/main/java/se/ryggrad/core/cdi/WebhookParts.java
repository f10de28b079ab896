package se.ryggrad.core.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.core.webhooks.WebhookPolicy;
import se.ryggrad.core.webhooks.WebhookPorts;
import se.ryggrad.core.webhooks.WebhookService;
import se.ryggrad.core.webhooks.address.Lookup;

/**
 * Puts webhooks together of the embedder's beans, and settings for what they leave out; without a {@link SubscriptionStore},
 * or where they are not to be offered, there are none.
 */
@Dependent
class WebhookParts {

    private static final Map<String, String> LIBRARIES = Map.of(
            "org.apache.hc.client5.http.classic.HttpClient", "org.apache.httpcomponents.client5:httpclient5",
            "com.standardwebhooks.Webhook", "com.standardwebhooks:standardwebhooks");

    private final Instance<SubscriptionStore> store;
    private final Instance<WebhookPolicy> policy;

    @Inject
    WebhookParts(Instance<SubscriptionStore> store, Instance<WebhookPolicy> policy) {
        this.store = store;
        this.policy = policy;
    }

    /**
     * Returns the service, whose couriers somebody else starts.
     *
     * @throws IllegalArgumentException when there is a store, and a setting that cannot be, or a library is not there
     */
    Optional<WebhookService> service(
            Settings settings, EventLog feed, Principals principals, SystemClients clients, Clock clock) {
        if (store.isUnsatisfied()) {
            return Optional.empty();
        }
        WebhookPolicy decided = policy.isUnsatisfied() ? settings.webhooks() : policy.get();
        if (decided.offered()) {
            requireLibraries(WebhookParts.class.getClassLoader());
        }
        return Optional.of(decided)
                .filter(WebhookPolicy::offered)
                .map(offered -> WebhookService.over(new WebhookPorts(
                        store.get(),
                        feed,
                        principals,
                        clients,
                        offered,
                        Lookup.PLATFORM,
                        WebhookService.PACE,
                        clock,
                        new SecureRandom())));
    }

    /** Refuses to start without the libraries that only webhooks need, and names what to add. */
    static void requireLibraries(ClassLoader loader) {
        LIBRARIES.forEach((type, artifact) -> {
            try {
                Class.forName(type, false, loader);
            } catch (ClassNotFoundException missing) {
                throw new IllegalArgumentException(
                        "webhooks are offered, and " + artifact
                                + " is not there: add it, or set ryggrad.webhooks=false",
                        missing);
            }
        });
    }
}
