package se.ryggrad.core.webhooks;

import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.core.webhooks.address.Lookup;
import se.ryggrad.core.work.Courier;

/**
 * Holds what webhooks are plugged into.
 *
 * @param store keeps subscriptions
 * @param feed reads the feed
 * @param principals knows whose feeds there are
 * @param clients knows what clients reach
 * @param policy says how
 * @param lookup asks DNS
 * @param pace bounds the calls that are under way for one client to receivers that take what they are sent; four times as many are
 *     to others
 * @param clock gives the time, which is cut to milliseconds
 * @param random gives ids, secrets and challenges; a {@link java.security.SecureRandom} outside tests
 */
public record WebhookPorts(
        SubscriptionStore store,
        EventLog feed,
        Principals principals,
        SystemClients clients,
        WebhookPolicy policy,
        Lookup lookup,
        Courier.Pace pace,
        Clock clock,
        Random random) {

    /** Returns the authorities whose events a subscription is sent: those that its client reached, and still does (EVT-023). */
    Set<AuthorityId> reached(Subscription subscription) {
        Set<AuthorityId> still = clients.reach(
                subscription.owner().principal(), subscription.wish().system());
        return subscription.wish().authorities().stream()
                .filter(still::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
