package se.ryggrad.core.messaging;

import java.util.Objects;
import se.ryggrad.api.messaging.Contacts;
import se.ryggrad.api.messaging.Inbox;
import se.ryggrad.api.messaging.Messaging;
import se.ryggrad.core.messaging.delivery.DeliveryIds;
import se.ryggrad.core.messaging.delivery.Dispatcher;
import se.ryggrad.core.messaging.delivery.Rounds;
import se.ryggrad.core.work.Courier;

/**
 * Is a message service, whole.
 *
 * @param messaging takes messages
 * @param inbox shows letters
 * @param contacts holds how people want to be told
 * @param courier works off what is due, once whoever embeds the service has started it
 */
public record MessageService(Messaging messaging, Inbox inbox, Contacts contacts, Courier courier) {

    /** Rejects absent parts. */
    public MessageService {
        Objects.requireNonNull(messaging, "messaging");
        Objects.requireNonNull(inbox, "inbox");
        Objects.requireNonNull(contacts, "contacts");
        Objects.requireNonNull(courier, "courier");
    }

    /** Puts a message service together; nothing is delivered but to the inbox before its courier is started. */
    public static MessageService over(MessagingPorts ports) {
        Rounds rounds = new Rounds(ports.limits(), new DeliveryIds(ports.random()));
        Dispatcher dispatcher = new Dispatcher(
                ports.store(),
                ports.channels(),
                ports.cases(),
                ports.principals(),
                rounds,
                ports.limits().noticeLink(),
                ports.clock());
        Courier courier = new Courier(dispatcher, ports.pace(), ports.clock(), ports.bell());
        return new MessageService(
                new MessageDesk(ports, rounds, courier::wake),
                new InboxDesk(ports.store(), ports.least()),
                new ContactDesk(ports.store(), ports.least()),
                courier);
    }
}
