package se.ryggrad.api.messaging.channel;

/**
 * Delivers messages for others: a digital mailbox, a printer of letters, a gateway for text messages. You plug it in.
 *
 * <p>Thread-safe. A channel answers within ten seconds and never throws: whatever goes wrong at whoever runs it is {@link
 * Silence}, and the message is tried again (MSG-020). It follows no redirect (MSG-023), and no identity number, phone number
 * or e-mail address stands in address, header or log of what it calls (MSG-022).
 */
public interface MessageChannel {

    /** Returns what it is, always the same. */
    ChannelDescription description();

    /** Asks whether it reaches a recipient: where it does not, it is given nothing (MSG-016). */
    Reach reach(Question question);

    /**
     * Gives it a message, perhaps once more: it knows it by its delivery id, and takes it once more as it did the first time, without
     * sending it twice (MSG-018, MSG-038).
     */
    Handover deliver(Delivery delivery);
}
