package se.ryggrad.core.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import se.ryggrad.api.Fault;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.Messaging;
import se.ryggrad.api.messaging.Receipt;
import se.ryggrad.api.messaging.ReceiptCall;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.Sent;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Replays;
import se.ryggrad.core.messaging.delivery.Rounds;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.messaging.rules.DraftRules;

/** Takes messages and tells what became of them (MSG-001 to MSG-014, MSG-024 to MSG-027, MSG-037). Thread-safe. */
final class MessageDesk implements Messaging {

    private static final String RECEIPTS = "receipts:write";

    private final MessageStore store;
    private final Channels channels;
    private final MessageTerms terms;
    private final Senders senders;
    private final Scribe scribe;
    private final Rounds rounds;
    private final MessagingPorts ports;
    private final Runnable wake;

    /**
     * Creates the desk.
     *
     * @param wake is run when there is something to deliver
     */
    MessageDesk(MessagingPorts ports, Rounds rounds, Runnable wake) {
        this.ports = ports;
        this.store = ports.store();
        this.channels = ports.channels();
        this.terms = new MessageTerms(channels.descriptions(), ports.limits());
        this.senders = new Senders(ports.cases());
        this.scribe = new Scribe(
                new DraftRules(channels, ports.limits().maximumTimeToLive()),
                rounds,
                ports.clock(),
                new Dice(ports.random()));
        this.rounds = rounds;
        this.wake = wake;
    }

    @Override
    public MessageTerms terms() {
        return terms;
    }

    @Override
    public Written<Message> send(Caller caller, SendCall call, Once<Message> once) {
        Senders.require(caller);
        Senders.require(caller, call);
        Optional<KeptAnswer> before = store.answer(once.claim());
        if (before.isPresent()) {
            return new Written.Again<>(again(caller, once.claim(), before.get()));
        }
        SendCall.Draft draft = call.body().get();
        Message message = taken(caller, draft, senders.addressees(caller, List.of(draft)));
        return written(caller, once, message, List.of(message));
    }

    @Override
    public Written<List<Sent>> sendAll(Caller caller, Supplier<List<SendCall>> calls, Once<List<Sent>> once) {
        Senders.require(caller);
        Optional<KeptAnswer> before = store.answer(once.claim());
        if (before.isPresent()) {
            return new Written.Again<>(again(caller, once.claim(), before.get()));
        }
        List<Sent> sent = judged(caller, calls.get());
        List<Message> messages = sent.stream()
                .filter(Sent.Taken.class::isInstance)
                .map(each -> ((Sent.Taken) each).message())
                .toList();
        return written(caller, once, sent, messages);
    }

    @Override
    public Message message(Caller caller, MessageId id) {
        Senders.require(caller);
        return store.find(caller.principal(), id)
                .filter(message -> senders.sees(caller, message))
                .orElseThrow(Refusals::notFound);
    }

    @Override
    public void receipt(Caller caller, ReceiptCall call) {
        if (!(caller.actor() instanceof Actor.SystemActor system)
                || !system.scopes().contains(RECEIPTS)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
        Optional<DeliveryId> delivery = call.delivery().flatMap(DeliveryId::parse);
        boolean own =
                delivery.filter(known -> answersFor(caller, system, known)).isPresent();
        if (call.delivery().isPresent() && !own) {
            throw Refusals.notFound();
        }
        Receipt receipt = call.body().get();
        Instant now = now();
        Optional<Message> told = delivery.flatMap(known -> store.change(
                caller.principal(), known, message -> rounds.told(message, known, receipt.failure(), now)));
        if (told.isEmpty()) {
            throw Refusals.notFound();
        }
        wake.run();
    }

    /** Tells whether the system is the client of the channel that knows a message as {@code delivery} (MSG-024). */
    private boolean answersFor(Caller caller, Actor.SystemActor system, DeliveryId delivery) {
        return store.find(caller.principal(), delivery)
                .flatMap(message -> message.attempt(delivery))
                .filter(attempt -> channels.answersFor(system.clientId(), attempt.channel()))
                .isPresent();
    }

    /**
     * Is one message of many, read as far as the caller may send such a one.
     *
     * @param draft what could be read of it
     * @param refused why it may not be sent, whatever it says
     */
    private record Opened(Optional<SendCall.Draft> draft, Optional<Sent> refused) {}

    /** Judges each message by itself, once it is known to whom all of them may go. */
    private List<Sent> judged(Caller caller, List<SendCall> calls) {
        List<Opened> opened = calls.stream().map(call -> opened(caller, call)).toList();
        Addressees addressees = senders.addressees(
                caller, opened.stream().flatMap(each -> each.draft().stream()).toList());
        return opened.stream()
                .map(each -> each.draft()
                        .map(draft -> judged(caller, draft, addressees))
                        .or(each::refused)
                        .orElseThrow())
                .toList();
    }

    private static Opened opened(Caller caller, SendCall call) {
        try {
            Senders.require(caller, call);
            return new Opened(Optional.of(call.body().get()), Optional.empty());
        } catch (RyggradException refused) {
            return new Opened(Optional.empty(), Optional.of(refusal(refused)));
        }
    }

    private Sent judged(Caller caller, SendCall.Draft draft, Addressees addressees) {
        try {
            return new Sent.Taken(taken(caller, draft, addressees));
        } catch (RyggradException refused) {
            return refusal(refused);
        }
    }

    /** Returns the refusal of one message; what keeps the system from judging any is thrown on. */
    private static Sent refusal(RyggradException refused) {
        ProblemType type = refused.problem().type();
        if (type == ProblemType.FORBIDDEN || type == ProblemType.VALIDATION) {
            return new Sent.Refused(refused.problem());
        }
        throw refused;
    }

    /** Makes the message of a draft, or refuses it with all that is wrong. */
    private Message taken(Caller caller, SendCall.Draft draft, Addressees addressees) {
        List<Fault> faults = new ArrayList<>(draft.faults());
        faults.addAll(scribe.faults(draft));
        Optional<Addressee> to = addressees.of(draft, faults);
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
        return scribe.message(caller, draft, to.orElseThrow(), Optional.empty());
    }

    private <T> Written<T> written(Caller caller, Once<T> once, T result, List<Message> messages) {
        Answer answer = once.render().apply(result);
        Optional<KeptAnswer> quicker = store.keep(messages, once.claim(), answer);
        if (quicker.isPresent()) {
            return new Written.Again<>(again(caller, once.claim(), quicker.get()));
        }
        wake.run();
        return new Written.First<>(result, answer);
    }

    /** Answers once more, if the message still exists for the caller. */
    private Answer again(Caller caller, Claim claim, KeptAnswer kept) {
        Answer answer = Replays.again(claim, kept).orElseThrow(Refusals::notFound);
        if (!kept.resource().isEmpty()) {
            message(caller, new MessageId(UUID.fromString(kept.resource())));
        }
        return answer;
    }

    private Instant now() {
        return Moment.of(ports.clock()).now();
    }
}
