package se.ryggrad.api.events;

import java.util.function.Supplier;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;

/**
 * Offers to send events to receivers, to systems with the scope {@code events:read} (EVT-008 to EVT-031).
 *
 * <p>Thread-safe. Every method but {@link #terms()} throws {@link se.ryggrad.api.RyggradException}: {@code forbidden} for
 * everybody else, {@code not-found} for what is not the client's. The order of faults is the standard's. No receiver delays
 * a call.
 */
public interface Subscriptions {

    /** Returns what holds, always the same. */
    WebhookTerms terms();

    /**
     * Makes a subscription, whose receiver is challenged afterwards. The result and its answer alone have the secret.
     *
     * @param body gives what is asked for, once right and idempotency key are clear
     * @throws se.ryggrad.api.RyggradException {@code state-conflict} when the client has as many as it may
     */
    Written<Subscription> subscribe(Caller caller, Supplier<SubscriptionCall> body, Once<Subscription> once);

    /** Returns one page of the client's subscriptions, the latest first. */
    Page<Subscription> list(Caller caller, PageRequest page);

    /** Returns a subscription of the client. */
    Subscription find(Caller caller, SubscriptionId id);

    /**
     * Challenges the receiver of a subscription that is paused or refused anew, and goes on where it was.
     *
     * @param body refuses a body that asks for something else; run when the subscription is found
     * @throws se.ryggrad.api.RyggradException {@code state-conflict} in any other state
     */
    Subscription resume(Caller caller, SubscriptionId id, Runnable body);

    /** Ends a subscription of the client; no call to its receiver begins afterwards. */
    void unsubscribe(Caller caller, SubscriptionId id);
}
