package se.ryggrad.api.messaging;

import java.util.List;
import java.util.function.Supplier;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;

/**
 * Takes messages, sends them afterwards by one channel after another until one delivers, and tells what became of them.
 *
 * <p>Thread-safe. Every method throws {@link se.ryggrad.api.RyggradException}; what the caller may not see is {@code
 * not-found}. The order of faults is the standard's: forbidden, idempotency, validation. What was taken is durable and is sent
 * even if the process dies (MSG-038); no channel delays a call (MSG-014).
 */
public interface Messaging {

    /** Returns what is offered, always the same. */
    MessageTerms terms();

    /**
     * Takes a message.
     *
     * @throws se.ryggrad.api.RyggradException {@code forbidden} for a person, for a system without the scope {@code
     *     messages:send}, and for an officer who names an identity (MSG-003)
     */
    Written<Message> send(Caller caller, SendCall call, Once<Message> once);

    /**
     * Takes many messages, each judged by itself (MSG-037).
     *
     * @param calls gives the messages in order, or throws {@code validation} when they cannot be told apart
     */
    Written<List<Sent>> sendAll(Caller caller, Supplier<List<SendCall>> calls, Once<List<Sent>> once);

    /**
     * Returns a message, to the system that sent it, and to officers who may do {@code message} in the case that it is of
     * (MSG-012).
     */
    Message message(Caller caller, MessageId id);

    /**
     * Notes what became of a delivery; the same once more changes nothing (MSG-026, MSG-027).
     *
     * @throws se.ryggrad.api.RyggradException {@code forbidden} for all but systems with the scope {@code receipts:write}, {@code
     *     not-found} for a delivery that is not the channel's of which the system is the client
     */
    void receipt(Caller caller, ReceiptCall call);
}
