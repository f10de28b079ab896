package se.ryggrad.core.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.core.cases.People;

/** Makes messages for the tests of stores and of the machine. */
public final class Messages {

    /** When they were sent. */
    public static final Instant SENT = Instant.parse("2026-11-27T09:00:00.412Z");

    /** A channel that takes letters, and another. */
    public static final ChannelId MAILBOX = new ChannelId("mailbox");

    /** Another channel that takes letters. */
    public static final ChannelId POST = new ChannelId("post");

    private static final Random RANDOM = new Random(2026);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private Messages() {}

    /** Returns a letter to {@code to} that is due at once by {@code channels}. */
    public static Message letter(Addressee to, ChannelId... channels) {
        return message(
                MessageKind.LETTER,
                to,
                Optional.of(new Content("Ämne \"å\"", new Content.Html("<p>å&amp;ä</p>"))),
                channels);
    }

    /** Returns a letter to Anna that is due at once by {@code channels}. */
    public static Message letter(ChannelId... channels) {
        return letter(new Addressee.Named(anna()), channels);
    }

    /** Returns a notice to Anna that is due at once by {@code channels}. */
    public static Message notice(ChannelId... channels) {
        return message(MessageKind.NOTICE, new Addressee.Named(anna()), Optional.empty(), channels);
    }

    /** Returns a letter to a party that lies in Anna's inbox since {@code at}. */
    public static Message received(Instant at) {
        Message letter = letter(new Addressee.OfParty(CaseId.random(), PartyId.random(), anna()), ChannelId.MINA_SIDOR);
        Attempt inbox =
                Attempt.first(ChannelId.MINA_SIDOR, delivery(), at).handed().ended(Outcome.DELIVERED);
        return letter.with(List.of(inbox), Optional.empty());
    }

    /** Returns the message with a round begun at its next channel. */
    public static Message begun(Message message) {
        Attempt first = Attempt.first(message.next().orElseThrow(), delivery(), SENT);
        return message.with(
                Stream.concat(message.attempts().stream(), Stream.of(first)).toList(), message.due());
    }

    /** Returns the message with its last attempt going well, and nothing to do. */
    public static Message done(Message message, Outcome outcome) {
        List<Attempt> attempts = message.attempts().stream()
                .map(attempt -> attempt.equals(message.last().orElseThrow())
                        ? attempt.handed().ended(outcome)
                        : attempt)
                .toList();
        return message.with(attempts, Optional.empty());
    }

    /** Returns a new delivery id. */
    public static DeliveryId delivery() {
        byte[] octets = new byte[16];
        RANDOM.nextBytes(octets);
        return new DeliveryId(HexFormat.of().formatHex(octets));
    }

    /** Returns who the letters are to. */
    public static Identity anna() {
        return People.identity(People.ANNA);
    }

    /** Returns a claim on a key of its own. */
    public static Claim claim(UUID key) {
        Claim.Scope scope = new Claim.Scope(People.PRINCIPAL, new ActorId("sender"), "", "POST", "/messages");
        return new Claim(scope, new IdempotencyKey(key), "digest", SENT);
    }

    /** Returns an answer that says {@code text}. */
    public static Answer answer(String text) {
        return new Answer(202, Map.of("Content-Type", "application/json"), text);
    }

    private static Message message(MessageKind kind, Addressee to, Optional<Content> content, ChannelId... channels) {
        return new Message(
                MessageId.random(),
                People.PRINCIPAL,
                new ActorId("sender"),
                kind,
                to,
                content,
                SENT,
                SENT.plus(Duration.ofDays(14)),
                List.of(channels),
                List.of(),
                Optional.of(SENT),
                Optional.empty(),
                TRACE);
    }
}
