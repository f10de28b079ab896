package se.ryggrad.core.contract.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.Delivery;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.channel.Question;
import se.ryggrad.api.messaging.channel.Reach;
import se.ryggrad.api.messaging.channel.Recipient;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.Messages;
import se.ryggrad.core.contract.Together;
import se.ryggrad.core.contract.requirement.Holds;

/** Says how every channel answers when it is asked and given messages, and that whatever goes wrong is silence. */
public abstract class MessageChannelContract {

    private static final Duration LONGEST = Duration.ofSeconds(11);
    private static final Duration WEEK = Duration.ofDays(7);

    /** Returns the channel under test. */
    protected abstract MessageChannel channel();

    /** Lets whoever runs it reach {@link #recipient()} and take what it is given, as at the beginning of each test. */
    protected abstract void takeAll();

    /** Lets whoever runs it say of {@link #recipient()} that it does not reach them, and refuse what it is given. */
    protected abstract void refuse();

    /** Lets whoever runs it fail at everything. */
    protected abstract void fail();

    /** Lets whoever runs it take calls, and answer none of them. */
    protected abstract void hang();

    /** Returns to whom messages go: somebody known by identity, or who has an address of the kind that the channel needs. */
    protected Recipient recipient() {
        return channel()
                .description()
                .address()
                .filter(kind -> kind() == MessageKind.NOTICE)
                .<Recipient>map(
                        kind -> new Recipient.At(kind, kind == AddressKind.PHONE ? "+46701740605" : "anna@example.se"))
                .orElseGet(() -> new Recipient.Known(People.identity(People.ANNA)));
    }

    @BeforeEach
    final void begin() {
        takeAll();
    }

    @Holds("MSG-001")
    final void isTheSameAlwaysAndNotTheInbox() {
        ChannelDescription description = channel().description();

        assertThat(description.id()).isNotEqualTo(ChannelId.MINA_SIDOR);
        assertThat(Stream.of(description.title().sv(), description.title().en()))
                .allSatisfy(title -> assertThat(title).isNotBlank());
        reach();
        assertThat(channel().description()).isEqualTo(description);
    }

    @Holds("MSG-016")
    final void tellsWhomItReaches() {
        assertThat(reach()).isEqualTo(new Reach.Reached());

        refuse();

        assertThat(reach()).isInstanceOf(Reach.Unreached.class);
    }

    @Holds("MSG-019")
    final void tellsWhetherItTakesWhatItIsGiven() {
        assertThat(channel().deliver(delivery())).isInstanceOfAny(Handover.Delivered.class, Handover.Accepted.class);

        refuse();

        assertThat(channel().deliver(delivery())).isInstanceOf(Handover.Refused.class);
    }

    @Holds({"MSG-018", "MSG-038"})
    final void takesWhatItIsGivenOnceMore() {
        Delivery delivery = delivery();
        Handover first = channel().deliver(delivery);

        assertThat(channel().deliver(delivery))
                .isNotInstanceOfAny(Silence.class, Handover.Refused.class)
                .isInstanceOfAny(first.getClass(), Handover.Delivered.class);
    }

    @Holds("MSG-019")
    final void takesManyAtOnce() {
        List<Handover> answers = Together.run(8, place -> channel().deliver(delivery()));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer).isInstanceOfAny(Handover.Delivered.class, Handover.Accepted.class));
    }

    @Holds("MSG-020")
    final void isSilentWhateverGoesWrongAndGoesOnAfterwards() {
        fail();

        assertThat(reach()).isInstanceOf(Silence.class);
        assertThat(channel().deliver(delivery())).isInstanceOf(Silence.class);
        takeAll();
        assertThat(reach()).isEqualTo(new Reach.Reached());
    }

    @Holds("MSG-020")
    final void isSilentInTimeWhereNothingIsAnswered() {
        hang();

        assertThat(assertTimeoutPreemptively(LONGEST, this::reach)).isInstanceOf(Silence.class);
        assertThat(assertTimeoutPreemptively(LONGEST, () -> channel().deliver(delivery())))
                .isInstanceOf(Silence.class);
    }

    private Reach reach() {
        return channel().reach(new Question(People.PRINCIPAL, recipient(), kind(), trace()));
    }

    private Delivery delivery() {
        Delivery.Matter matter = kind() == MessageKind.LETTER
                ? new Delivery.Matter.OfLetter(new Content("Vattnet", new Content.Text("Vattnet är avstängt.")))
                : new Delivery.Matter.OfNotice(
                        new LocalizedText("Något att läsa", "Something to read"),
                        URI.create("https://minasidor.example.se/"));
        return new Delivery(
                Messages.delivery(),
                World.principals().all().get(0),
                recipient(),
                Instant.now().plus(WEEK),
                matter,
                trace());
    }

    private MessageKind kind() {
        return channel().description().takes(MessageKind.LETTER) ? MessageKind.LETTER : MessageKind.NOTICE;
    }

    private static String trace() {
        return People.nobody().traceparent();
    }
}
