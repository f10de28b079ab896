package se.ryggrad.core.webhooks;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.ryggrad.api.FaultCode;
import se.ryggrad.core.webhooks.address.AddressRule;
import se.ryggrad.core.webhooks.address.Endpoint;

/**
 * Tells what is wrong with the address of a receiver (EVT-011, EVT-012). Thread-safe.
 *
 * <p>A name that DNS does not know, or not soon, is taken: it is judged at each call, and there counts.
 */
final class UrlRule {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AddressRule rule;
    private final ExecutorService lookups = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ryggrad-webhook-lookup");
        thread.setDaemon(true);
        return thread;
    });

    UrlRule(AddressRule rule) {
        this.rule = rule;
    }

    /** Returns what is wrong with {@code url}, if anything is. */
    Optional<FaultCode> fault(String url) {
        Optional<Endpoint> endpoint = rule.wellFormed(url);
        if (endpoint.isEmpty()) {
            return Optional.of(FaultCode.FORMAT);
        }
        return rule.listed(endpoint.get()) || !refused(endpoint.get().host())
                ? Optional.empty()
                : Optional.of(FaultCode.ADDRESS_REFUSED);
    }

    private boolean refused(String host) {
        Future<Boolean> judged = lookups.submit(() -> judgedBadly(host));
        try {
            return judged.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        } catch (TimeoutException slow) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("an address could not be judged", broken);
        }
    }

    private boolean judgedBadly(String host) {
        try {
            rule.judged(host);
            return false;
        } catch (AddressRule.NotPublicException refused) {
            return true;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
