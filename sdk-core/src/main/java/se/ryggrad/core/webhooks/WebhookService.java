package se.ryggrad.core.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.ryggrad.api.events.Subscriptions;
import se.ryggrad.core.webhooks.address.AddressRule;
import se.ryggrad.core.webhooks.call.HttpReceivers;
import se.ryggrad.core.webhooks.call.Receivers;
import se.ryggrad.core.work.Courier;

/**
 * Is the sending of events, whole.
 *
 * @param subscriptions takes and shows subscriptions
 * @param couriers send what is due, once whoever embeds the service has started them; the first reads the feed
 */
public record WebhookService(Subscriptions subscriptions, List<Courier> couriers) {

    /**
     * The usual pace: 32 subscriptions at once that take what they are sent, and 128 others; four times as long as a receiver may
     * take to answer; a look each second for what other nodes have written.
     */
    public static final Courier.Pace PACE = new Courier.Pace(32, Duration.ofSeconds(40), Duration.ofSeconds(1));

    /** How many more of those that may only wait are worked on at once: a silent one costs a thread that does nothing. */
    private static final int WAITING = 4;

    /** Copies the list. */
    public WebhookService {
        couriers = List.copyOf(couriers);
    }

    /** Puts the service together over HTTP; nothing is sent before its couriers are started. */
    public static WebhookService over(WebhookPorts ports) {
        AddressRule rule = new AddressRule(ports.policy().origins(), ports.lookup());
        return over(ports, rule, new HttpReceivers(rule, ports.clock()));
    }

    /** Puts the service together with receivers that are called some other way. */
    static WebhookService over(WebhookPorts ports, AddressRule rule, Receivers receivers) {
        WebhookRounds rounds = new WebhookRounds(ports.policy().terms());
        List<Courier> couriers = new ArrayList<>();
        Runnable wake = () -> couriers.forEach(Courier::wake);
        Courier.Pace pace = ports.pace();
        Courier.Pace patient = new Courier.Pace(WAITING * pace.atOnce(), pace.lease(), pace.look());
        for (boolean proven : List.of(true, false)) {
            Deliveries work = new Deliveries(proven, ports, rounds, receivers, wake);
            couriers.add(new Courier(work, proven ? pace : patient, ports.clock()));
        }
        WebhookDesk desk = new WebhookDesk(ports, rounds, new UrlRule(rule), wake);
        return new WebhookService(desk, couriers);
    }

    /** Tells that there may be something new in the feed; costs next to nothing. */
    public void wake() {
        couriers.get(0).wake();
    }
}
