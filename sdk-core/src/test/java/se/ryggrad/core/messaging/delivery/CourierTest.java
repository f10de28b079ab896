package se.ryggrad.core.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.messaging.NewMessage;
import se.ryggrad.api.messaging.channel.Delivery;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.Reach;
import se.ryggrad.api.messaging.channel.Recipient;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageState;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.messaging.PostOffice;
import se.ryggrad.core.work.Courier;

class CourierTest {

    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private final PostOffice office = new PostOffice();
    private final Courier courier = office.service.courier();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        assertThat(courier.stop(Duration.ofSeconds(20))).isTrue();
        threads.shutdownNow();
    }

    @Test
    void deliversWhatIsSent() {
        courier.start(threads);
        Message letter = office.letter("mailbox");

        await(letter, MessageState.DELIVERED);

        Delivery given = office.mailbox.deliveries().get(0);
        assertThat(given.recipient()).isEqualTo(new Recipient.Known(People.identity(People.ANNA)));
        assertThat(given.matter()).isEqualTo(new Delivery.Matter.OfLetter(PostOffice.CONTENT));
        assertThat(given.expiresAt()).isEqualTo(letter.expiresAt());
        assertThat(given.sender().name()).isEqualTo("Piteå kommun");
        assertThat(office.kept(letter).last().map(Attempt::delivery)).contains(given.id());
    }

    @Test
    void deliversWhatWasSentBeforeItBegan() {
        Message letter = office.letter("mailbox");
        courier.start(threads);

        await(letter, MessageState.DELIVERED);
    }

    @Test
    void givesNothingToAChannelThatDoesNotReachTheRecipient() {
        office.mailbox.reaches(question -> new Reach.Unreached(Reason.NO_MAILBOX));
        courier.start(threads);
        Message letter = office.letter("mailbox", "mina-sidor");

        await(letter, MessageState.DELIVERED);
        assertThat(office.mailbox.deliveries()).isEmpty();
        assertThat(office.kept(letter).attempts())
                .extracting(Attempt::outcome)
                .containsExactly(Outcome.UNREACHABLE, Outcome.DELIVERED);
    }

    @Test
    void triesASilentChannelAgainWithTheSameDelivery() {
        office.mailbox.delivers(
                delivery -> office.mailbox.deliveries().size() == 1 ? Silence.WHOLE : new Handover.Delivered());
        courier.start(threads);
        Message letter = office.letter("mailbox");
        until(() -> office.kept(letter)
                .due()
                .filter(due -> due.isAfter(letter.createdAt()))
                .isPresent());
        assertThat(office.mailbox.deliveries()).hasSize(1);

        office.world.clock.advance(Duration.ofSeconds(10));
        await(letter, MessageState.DELIVERED);

        assertThat(office.mailbox.deliveries()).hasSize(2);
        assertThat(office.mailbox.deliveries().get(1))
                .isEqualTo(office.mailbox.deliveries().get(0));
    }

    @Test
    void takesAChannelThatThrowsAsSilent() {
        office.mailbox.delivers(delivery -> {
            throw new IllegalStateException("broken");
        });
        courier.start(threads);
        Message letter = office.letter("mailbox");

        until(() -> office.kept(letter)
                .due()
                .filter(due -> due.isAfter(letter.createdAt()))
                .isPresent());
        assertThat(office.kept(letter).state()).isEqualTo(MessageState.SENDING);
    }

    @Test
    void goesOnWhenThereWasNoThreadForARound() {
        AtomicInteger tasks = new AtomicInteger();
        courier.start(task -> {
            if (tasks.incrementAndGet() == 2) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            threads.execute(task);
        });
        Message letter = office.letter("mailbox");
        until(() -> tasks.get() == 2);

        office.world.clock.advance(Duration.ofSeconds(41));

        await(letter, MessageState.DELIVERED);
    }

    @Test
    void delaysNobodyForAChannelThatDoesNotAnswer() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        office.mailbox.reaches(question -> waiting(answered));
        courier.start(threads);
        Message waiting = office.letter("mailbox");
        until(() -> !office.mailbox.questions().isEmpty());

        Message other = office.letter("mina-sidor");

        assertThat(office.kept(other).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(office.kept(waiting).state()).isEqualTo(MessageState.SENDING);
        assertThat(office.kept(waiting).last().orElseThrow().knownAs()).isEmpty();
        answered.countDown();
        await(waiting, MessageState.DELIVERED);
    }

    @Test
    void keepsNoOtherChannelWaitingForOneThatIsSilent() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        office.mailbox.reaches(question -> waiting(answered));
        office.store.put(
                People.PRINCIPAL,
                People.identity(People.ANNA),
                new Contact(Optional.empty(), Optional.of("+46701740605"), List.of(AddressKind.PHONE)));
        List<Message> letters = java.util.stream.IntStream.range(0, 10)
                .mapToObj(each -> office.letter("mailbox"))
                .toList();
        courier.start(threads);
        until(() -> office.mailbox.questions().size() == 4);

        await(office.send(NewMessage.notice(PostOffice.to(People.ANNA))), MessageState.DELIVERED);

        assertThat(office.mailbox.questions()).hasSize(4);
        answered.countDown();
        letters.forEach(letter -> await(letter, MessageState.DELIVERED));
    }

    @Test
    void sendsNoticesToWhoeverWantsThemAndNowhereElse() {
        office.store.put(
                People.PRINCIPAL,
                People.identity(People.ANNA),
                new Contact(Optional.empty(), Optional.of("+46701740605"), List.of(AddressKind.PHONE)));
        courier.start(threads);
        Message wanted = office.send(NewMessage.notice(PostOffice.to(People.ANNA)));
        Message unwanted = office.send(NewMessage.notice(PostOffice.to(People.BERTIL)));

        await(wanted, MessageState.DELIVERED);
        await(unwanted, MessageState.UNDELIVERABLE);

        assertThat(office.sms.deliveries())
                .extracting(Delivery::recipient)
                .containsExactly(new Recipient.At(AddressKind.PHONE, "+46701740605"));
        assertThat(office.sms.questions()).hasSize(1);
        assertThat(office.kept(unwanted).last().orElseThrow().reason()).contains(Reason.RESERVED);
        Delivery.Matter.OfNotice notice =
                (Delivery.Matter.OfNotice) office.sms.deliveries().get(0).matter();
        assertThat(notice.link()).hasToString("https://minasidor.example.se/");
        assertThat(notice.text().sv()).isNotEqualTo(notice.text().en());
    }

    @Test
    void givesEachMessageOnceWhoeverElseWorks() {
        Courier second = courierBeside();
        courier.start(threads);
        second.start(threads);
        List<Message> letters = java.util.stream.IntStream.range(0, 60)
                .mapToObj(each -> office.letter("mailbox"))
                .toList();

        letters.forEach(letter -> await(letter, MessageState.DELIVERED));

        assertThat(office.mailbox.deliveries()).hasSize(60);
        assertThat(office.mailbox.deliveries().stream().map(Delivery::id)).doesNotHaveDuplicates();
        assertThat(second.stop(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void beginsAgainAfterItWasStopped() {
        courier.start(threads);
        assertThat(courier.stop(Duration.ofSeconds(20))).isTrue();
        Message letter = office.letter("mailbox");
        assertThat(office.kept(letter).state()).isEqualTo(MessageState.QUEUED);

        courier.start(threads);

        await(letter, MessageState.DELIVERED);
    }

    private Courier courierBeside() {
        Rounds rounds = new Rounds(RoundsTest.LIMITS, new DeliveryIds(new java.util.Random(9)));
        Dispatcher dispatcher = new Dispatcher(
                office.store,
                new se.ryggrad.core.messaging.rules.Channels(List.of(office.mailbox)),
                office.world.engine,
                se.ryggrad.core.cases.World.principals(),
                rounds,
                RoundsTest.LIMITS.noticeLink(),
                office.world.clock);
        return new Courier(dispatcher, Courier.Pace.DEFAULT, office.world.clock);
    }

    private static Reach waiting(CountDownLatch answered) {
        try {
            answered.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Reach.Reached();
    }

    private void await(Message message, MessageState state) {
        until(() -> office.kept(message).state() == state);
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE;
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it happens in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
