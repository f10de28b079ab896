package se.ryggrad.core.messaging.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.Delivery;
import se.ryggrad.api.messaging.channel.Delivery.Matter;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.channel.Question;
import se.ryggrad.api.messaging.channel.Reach;
import se.ryggrad.api.messaging.channel.Recipient;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.store.Leased;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.text.Wording;
import se.ryggrad.core.work.Places;
import se.ryggrad.core.work.Work;

/** Does the rounds of messages that are due: one question and one delivery each. Thread-safe. */
public final class Dispatcher implements Work {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final MessageStore store;
    private final Channels channels;
    private final CaseManagement cases;
    private final Principals principals;
    private final Rounds rounds;
    private final URI noticeLink;
    private final Clock clock;
    private final Settling settling;

    /**
     * Creates a dispatcher.
     *
     * @param cases is told which letters of its own came back
     * @param principals whose messages they are
     * @param noticeLink where notices lead
     */
    public Dispatcher(
            MessageStore store,
            Channels channels,
            CaseManagement cases,
            Principals principals,
            Rounds rounds,
            URI noticeLink,
            Clock clock) {
        this.store = store;
        this.channels = channels;
        this.cases = cases;
        this.principals = principals;
        this.rounds = rounds;
        this.noticeLink = noticeLink;
        this.clock = clock;
        this.settling = new Settling(store, clock);
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<Work.Round> begin(Places places, Duration lease) {
        Instant now = now();
        return store.claim(now, room(places), lease, (message, lapsed) -> rounds.begin(message, lapsed, now)).stream()
                .<Work.Round>map(Begun::new)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(Places places) {
        return store.nextDue(room(places).full());
    }

    private static Room room(Places places) {
        return new Room(
                places.each(),
                places.taken().entrySet().stream()
                        .collect(Collectors.toMap(lane -> new ChannelId(lane.getKey()), Map.Entry::getValue)));
    }

    /** Is a round of a message, or the telling of its case; its lane is the channel, so that one that is silent keeps no other waiting. */
    private final class Begun implements Work.Round {

        private final Leased leased;

        private Begun(Leased leased) {
            this.leased = leased;
        }

        @Override
        public String lane() {
            return leased.message().turn().orElseThrow().value();
        }

        @Override
        public void finish() {
            if (leased.message().tellsCase()) {
                tell(leased);
            } else {
                Dispatcher.this.finish(leased);
            }
        }
    }

    /** Tells a case that its letter came back. Told twice, as by two nodes, it notes it once. */
    private void tell(Leased leased) {
        Message message = leased.message();
        if (message.to() instanceof Addressee.OfParty to) {
            cases.undelivered(message.principal(), to.in(), message.id(), to.party());
        }
        settling.keep(leased.lease(), rounds::reported);
    }

    /** Does a round that was begun, unless its lease has ended in the meantime: then somebody else does the next. */
    private void finish(Leased leased) {
        Optional<Attempt> round = leased.message().last().filter(last -> last.outcome() == Outcome.TRYING);
        if (round.isEmpty() || !now().isBefore(leased.lease().until())) {
            return;
        }
        RoundResult result = result(leased.message(), round.get());
        Instant now = now();
        settling.keep(leased.lease(), message -> rounds.end(message, round.get().delivery(), result, now));
    }

    /**
     * Calls the channel. One that this system does not have, as while its settings are changed or a node is new, counts as
     * silent and is tried again; so does a principal that it does not know.
     */
    private RoundResult result(Message message, Attempt attempt) {
        Optional<MessageChannel> channel = channels.find(attempt.channel());
        Optional<Principal> sender = principals.find(message.principal());
        if (channel.isEmpty() || sender.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "channel {0}, or principal {1}, is not there",
                    attempt.channel().value(),
                    message.principal().value());
            return new RoundResult.Unanswered(Silence.WHOLE);
        }
        Optional<Recipient> recipient = recipient(message, channel.get().description());
        return recipient
                .map(to -> called(message, channel.get(), delivery(message, attempt, sender.get(), to)))
                .orElseGet(RoundResult.Unwanted::new);
    }

    /** Returns whom the channel is told of; nobody when they do not want notices this way (MSG-035). */
    private Optional<Recipient> recipient(Message message, ChannelDescription channel) {
        if (message.kind() == MessageKind.LETTER) {
            return Optional.of(new Recipient.Known(message.to().identity()));
        }
        Optional<Contact> contact =
                store.contact(message.principal(), message.to().identity());
        return channel.address()
                .flatMap(kind ->
                        contact.flatMap(given -> given.wanted(kind)).map(address -> new Recipient.At(kind, address)));
    }

    private static RoundResult called(Message message, MessageChannel channel, Delivery delivery) {
        Reach reach = reach(
                channel,
                new Question(message.principal(), delivery.recipient(), message.kind(), message.traceparent()));
        if (reach instanceof Reach.Unreached unreached) {
            return new RoundResult.Unreached(unreached.reason());
        }
        if (reach instanceof Silence silence) {
            return new RoundResult.Unanswered(silence);
        }
        return new RoundResult.Given(deliver(channel, delivery));
    }

    private Delivery delivery(Message message, Attempt attempt, Principal sender, Recipient recipient) {
        Matter matter = message.content()
                .<Matter>map(Matter.OfLetter::new)
                .orElseGet(() -> new Matter.OfNotice(Wording.text("message.notice"), noticeLink));
        return new Delivery(attempt.delivery(), sender, recipient, message.expiresAt(), matter, message.traceparent());
    }

    private static Reach reach(MessageChannel channel, Question question) {
        try {
            return channel.reach(question);
        } catch (RuntimeException broken) {
            return broken(channel, broken);
        }
    }

    private static Handover deliver(MessageChannel channel, Delivery delivery) {
        try {
            return channel.deliver(delivery);
        } catch (RuntimeException broken) {
            return broken(channel, broken);
        }
    }

    /** Takes a channel that breaks its word and throws as silent; what it says may name somebody and is not logged. */
    private static Silence broken(MessageChannel channel, RuntimeException broken) {
        LOG.log(
                System.Logger.Level.WARNING,
                "channel {0} threw {1}",
                channel.description().id().value(),
                broken.getClass().getName());
        return Silence.WHOLE;
    }

    private Instant now() {
        return Moment.of(clock).now();
    }
}
