package se.ryggrad.core.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.NewMessage;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.memory.messaging.RecordingChannel;
import se.ryggrad.core.work.Courier;

/** Is a message service in memory, with a channel of each kind and cases to write about. */
public final class PostOffice {

    /** A system that sends. */
    public static final Caller SYSTEM = People.system("messages:send");

    /** What letters say. */
    public static final Content CONTENT = new Content("Besök", new Content.Text("Vi kommer på torsdag."));

    /** The cases, and the time. */
    public final World world = new World();

    /** Keeps the messages. */
    public final MessageStore store = world.messages;

    /** Takes letters. */
    public final RecordingChannel mailbox = world.mailbox;

    /** Takes notices by phone. */
    public final RecordingChannel sms = world.sms;

    /** The service. */
    public final MessageService service = MessageService.over(new MessagingPorts(
            store,
            world.channels(),
            World.LIMITS,
            world.engine,
            World.principals(),
            AssuranceLevel.LOA3,
            new Courier.Pace(4, Duration.ofSeconds(40), Duration.ofMillis(200)),
            world.bell,
            world.clock,
            new Random(5)));

    /** Returns the client that sends the receipts of a channel. */
    public static Caller client(String channel) {
        return new Caller(
                People.PRINCIPAL,
                new Actor.SystemActor(
                        new ActorId("client of " + channel), channel + "-client", Set.of("receipts:write"), Set.of()),
                SYSTEM.traceparent());
    }

    /** Sends a message as the system that sends. */
    public Message send(NewMessage message) {
        return ((Written.First<Message>) service.messaging().send(SYSTEM, SendCall.of(message), once())).result();
    }

    /** Sends a letter to Anna. */
    public Message letter(String... channels) {
        return send(letter(to(People.ANNA), channels));
    }

    /** Returns a letter to somebody. */
    public static NewMessage letter(NewMessage.To to, String... channels) {
        List<ChannelId> ids = List.of(channels).stream().map(ChannelId::new).toList();
        return new NewMessage(to, Optional.of(CONTENT), ids, Optional.empty());
    }

    /** Returns somebody who is named. */
    public static NewMessage.To to(String number) {
        return new NewMessage.Somebody(People.identity(number));
    }

    /** Returns the party of a case. */
    public static NewMessage.To to(CaseView view) {
        PartyId party = view.shown().parties().get(0).id();
        return new NewMessage.Party(view.shown().id(), party);
    }

    /** Returns a message as it is kept. */
    public Message kept(Message message) {
        return store.find(People.PRINCIPAL, message.id()).orElseThrow();
    }

    /** Returns a draft changed. */
    public static SendCall call(NewMessage message, UnaryOperator<SendCall.Draft> change) {
        SendCall call = SendCall.of(message);
        return new SendCall(call.named(), () -> change.apply(call.body().get()));
    }

    /** Returns a write with a key of its own. */
    public <T> Once<T> once() {
        return once(UUID.randomUUID(), "digest");
    }

    /** Returns a write with {@code key} and a body with {@code digest}. */
    public <T> Once<T> once(UUID key, String digest) {
        Claim.Scope scope = new Claim.Scope(People.PRINCIPAL, new ActorId("x"), "", "POST", "/messages");
        Claim claim = new Claim(scope, new IdempotencyKey(key), digest, world.clock.instant());
        return new Once<>(claim, result -> new Answer(202, Map.of(), "taken"));
    }
}
