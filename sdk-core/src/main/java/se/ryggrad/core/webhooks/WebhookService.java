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
 * @param rest what ends with the service
 */
public record WebhookService(Subscriptions subscriptions, List<Courier> couriers, List<AutoCloseable> rest)
        implements AutoCloseable {

    /**
     * The usual pace: for each client 64 calls at once to receivers that take what they are sent, and 128 to others; four times as
     * long as a receiver may take to answer; a look each second for what other nodes have written.
     */
    public static final Courier.Pace PACE = new Courier.Pace(64, Duration.ofSeconds(40), Duration.ofSeconds(1));

    private static final System.Logger LOG = System.getLogger(WebhookService.class.getName());

    /** How many more calls are made at once to those that may only wait: a silent one costs a thread that does nothing. */
    private static final int WAITING = 2;

    /** Copies the list. */
    public WebhookService {
        couriers = List.copyOf(couriers);
        rest = List.copyOf(rest);
    }

    /** Puts the service together over HTTP; nothing is sent before its couriers are started. */
    public static WebhookService over(WebhookPorts ports) {
        AddressRule rule = new AddressRule(ports.policy().origins(), ports.lookup());
        HttpReceivers receivers = new HttpReceivers(rule, ports.clock());
        return over(ports, rule, receivers, List.of(receivers));
    }

    /** Puts the service together with receivers that are called some other way. */
    static WebhookService over(WebhookPorts ports, AddressRule rule, Receivers receivers, List<AutoCloseable> closing) {
        WebhookRounds rounds = new WebhookRounds(ports.policy().terms());
        List<Courier> couriers = new ArrayList<>();
        Runnable wake = () -> couriers.forEach(Courier::wake);
        Courier.Pace pace = ports.pace();
        Courier.Pace patient = new Courier.Pace(WAITING * pace.atOnce(), pace.lease(), pace.look());
        for (boolean proven : List.of(true, false)) {
            Deliveries work = new Deliveries(proven, ports, rounds, receivers, wake);
            couriers.add(new Courier(work, proven ? pace : patient, ports.clock()));
        }
        UrlRule urls = new UrlRule(rule);
        List<AutoCloseable> rest = new ArrayList<>(closing);
        rest.add(urls);
        return new WebhookService(new WebhookDesk(ports, rounds, urls, wake), couriers, rest);
    }

    /** Ends what calls receivers and asks DNS, once the couriers have stopped; nothing is sent afterwards. */
    @Override
    public void close() {
        rest.forEach(WebhookService::close);
    }

    private static void close(AutoCloseable ending) {
        try {
            ending.close();
        } catch (Exception failed) { // the rest is to end as well
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} did not end as it should",
                    ending.getClass().getName());
        }
    }

    /** Tells that there may be something new in the feed; costs next to nothing. */
    public void wake() {
        couriers.get(0).wake();
    }
}
