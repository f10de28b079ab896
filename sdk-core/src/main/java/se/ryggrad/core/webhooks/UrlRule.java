package se.ryggrad.core.webhooks;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.core.webhooks.address.AddressRule;
import se.ryggrad.core.webhooks.address.Endpoint;
import se.ryggrad.core.webhooks.address.Lookups;

/**
 * Tells what is wrong with the address of a receiver (EVT-011, EVT-012). Thread-safe.
 *
 * <p>A name that DNS does not know, or not soon, is taken: it is judged at each call, and there counts. So is one that cannot
 * be asked for just now, since too many are.
 */
final class UrlRule implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST = 32;
    private static final int OF_ONE_CLIENT = 8;

    private final AddressRule rule;
    private final Lookups lookups = new Lookups(MOST, OF_ONE_CLIENT);

    UrlRule(AddressRule rule) {
        this.rule = rule;
    }

    /** Returns what is wrong with {@code url} that {@code client} gives, if anything is. */
    Optional<FaultCode> fault(Subscription.Owner client, String url) {
        Optional<Endpoint> endpoint = rule.wellFormed(url);
        if (endpoint.isEmpty()) {
            return Optional.of(FaultCode.FORMAT);
        }
        return rule.listed(endpoint.get()) || !refused(client, endpoint.get().host())
                ? Optional.empty()
                : Optional.of(FaultCode.ADDRESS_REFUSED);
    }

    private boolean refused(Subscription.Owner client, String host) {
        try {
            lookups.within(PATIENCE, client.toString(), () -> rule.judged(host));
            return false;
        } catch (AddressRule.NotPublicException refused) {
            return true;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Override
    public void close() {
        lookups.close();
    }
}
