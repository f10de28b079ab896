package se.ryggrad.core.webhooks;

import java.time.Clock;
import java.util.Random;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.webhooks.address.Lookup;
import se.ryggrad.core.work.Courier;

/**
 * Holds what webhooks are plugged into.
 *
 * @param store keeps subscriptions
 * @param feed reads the feed
 * @param principals knows whose feeds there are
 * @param policy says how
 * @param lookup asks DNS
 * @param pace bounds the work for receivers that take what they are sent; four times as many others are worked on beside
 * @param clock gives the time, which is cut to milliseconds
 * @param random gives ids, secrets and challenges; a {@link java.security.SecureRandom} outside tests
 */
public record WebhookPorts(
        SubscriptionStore store,
        EventLog feed,
        Principals principals,
        WebhookPolicy policy,
        Lookup lookup,
        Courier.Pace pace,
        Clock clock,
        Random random) {}
