package se.ryggrad.api.messaging.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Keeps messages and who works on them, the letters of inboxes, and contact data. You plug it in.
 *
 * <p>Thread-safe, and shared by the nodes of a system. A store that cannot be reached, or that waits too long for another
 * transaction, throws {@code unavailable}. Each method is one transaction. A function that is given to it is pure and quick,
 * and may be called again when the transaction is done again; what it returns differs from what it got in attempts, {@code
 * due} and {@code report} alone.
 *
 * <p>A letter lies in an inbox while {@link Message#received()} says so: it comes and goes with the attempts, in the same
 * transaction.
 */
public interface MessageStore {

    /** Returns what {@code claim}'s key is bound to, or nothing. */
    Optional<KeptAnswer> answer(Claim claim);

    /**
     * Keeps new messages and binds {@code claim}'s key to the answer, all or nothing; the resource of the answer is the id of
     * the message, or empty when they are none or many.
     *
     * <p>Of two at once with the same key the later waits up to 10 seconds for the first, then throws {@code unavailable}.
     *
     * @return what the key was bound to before, and then nothing was kept; nothing when it is bound now
     */
    Optional<KeptAnswer> keep(List<Message> messages, Claim claim, Answer answer);

    /** Returns a message, or nothing when {@code principal} has none with this id. */
    Optional<Message> find(PrincipalId principal, MessageId id);

    /** Returns the message with an attempt that is known as {@code delivery}, or nothing when {@code principal} has none. */
    Optional<Message> find(PrincipalId principal, DeliveryId delivery);

    /**
     * Takes messages to work on: those of all principals whose {@link Message#due()} is not after {@code now} and that nobody
     * has a lease of that ends after {@code now}, the longest due first, of each channel as many as there is room for. Two that
     * ask at once never get the same, and neither waits for the other.
     *
     * @param room how many at the most of each channel whose turn it is; perhaps fewer, but never none while one can be claimed
     *     at a channel that is not full
     * @param lease how long they are nobody else's, from {@code now}
     * @param begin begins a round of each, told whether the lease before was never given back; what it returns is kept in the
     *     same transaction. One that is not due any more afterwards gets no lease and is not returned
     */
    List<Leased> claim(Instant now, Room room, Duration lease, RoundBegin begin);

    /**
     * Keeps the result of a round and gives back the lease, while that is held: neither given back nor followed by another
     * lease of the message. One that has ended in time alone is still held.
     *
     * @param result makes of the message as it is kept now, perhaps with receipts since the round began, what it is after it
     * @return the message afterwards; nothing when the lease is not held, and then nothing was changed
     */
    Optional<Message> settle(Lease lease, UnaryOperator<Message> result);

    /**
     * Changes the message with an attempt that is known as {@code delivery}. A lease of it stays.
     *
     * @return the message afterwards; nothing when {@code principal} has none with this delivery
     */
    Optional<Message> change(PrincipalId principal, DeliveryId delivery, UnaryOperator<Message> change);

    /**
     * Returns when the next message can be claimed, in the past where one can be already; nothing when none waits.
     *
     * @param but the channels whose messages do not count
     */
    Optional<Instant> nextDue(Set<ChannelId> but);

    /**
     * Returns one page of the letters to {@code reader}, the latest received first, those of one moment by their ids as text;
     * the total only when it is asked for.
     */
    Page<Letter> letters(PrincipalId principal, Identity reader, PageRequest page);

    /** Returns a letter to {@code reader}, or nothing. */
    Optional<Letter> letter(PrincipalId principal, Identity reader, MessageId id);

    /** Marks a letter to {@code reader} as read or not, and returns it; nothing when there is none. */
    Optional<Letter> mark(PrincipalId principal, Identity reader, MessageId id, boolean read);

    /** Returns how somebody wants to be told, or nothing when they never said. */
    Optional<Contact> contact(PrincipalId principal, Identity person);

    /** Keeps how somebody wants to be told, in place of what they said before. */
    void put(PrincipalId principal, Identity person, Contact contact);
}
