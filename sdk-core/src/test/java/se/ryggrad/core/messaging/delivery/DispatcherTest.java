package se.ryggrad.core.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageState;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.memory.InMemoryPrincipals;
import se.ryggrad.core.messaging.PostOffice;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.work.Places;
import se.ryggrad.core.work.Work;

class DispatcherTest {

    private static final Duration LEASE = Duration.ofSeconds(40);

    private final PostOffice office = new PostOffice();

    @Test
    void keepsWhatAChannelDidThoughTheStoreIsGoneForAMoment() {
        Message letter = office.letter("mailbox");
        AtomicInteger settles = new AtomicInteger();
        Dispatcher dispatcher = dispatcher(failing(settles, 2, Duration.ofSeconds(1)));

        begun(dispatcher).finish();

        assertThat(office.kept(letter).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(office.mailbox.deliveries()).hasSize(1);
        assertThat(settles).hasValue(3);
    }

    @Test
    void leavesItToTheNextWhenTheStoreIsGoneUntilTheLeaseEnds() {
        office.mailbox.delivers(delivery -> Silence.WHOLE);
        Message letter = office.letter("mailbox");
        AtomicInteger settles = new AtomicInteger();
        Dispatcher dispatcher = dispatcher(failing(settles, 3, Duration.ofSeconds(15)));
        Work.Round lost = begun(dispatcher);

        assertThatThrownBy(lost::finish).isInstanceOf(IllegalStateException.class);
        assertThat(settles).hasValue(3);
        DeliveryId before = last(office.kept(letter)).delivery();
        begun(dispatcher).finish();

        assertThat(office.mailbox.deliveries()).hasSize(2);
        assertThat(last(office.kept(letter)).tries()).isEqualTo(1);
        assertThat(last(office.kept(letter)).delivery()).isEqualTo(before);
    }

    @Test
    void triesAChannelAgainThatThisSystemDoesNotHaveJustNow() {
        Message letter = office.letter("mailbox");
        Dispatcher without = dispatcher(office.store, List.of(), World.principals());
        begun(without).finish();

        assertThat(last(office.kept(letter)).outcome()).isEqualTo(Outcome.TRYING);
        office.world.clock.advance(Duration.ofSeconds(10));
        Dispatcher with = dispatcher(office.store);
        begun(with).finish();

        assertThat(office.kept(letter).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(last(office.kept(letter)).tries()).isEqualTo(2);
    }

    @Test
    void callsNobodyForAPrincipalThatThisSystemDoesNotKnowJustNow() {
        Message letter = office.letter("mailbox");
        Dispatcher without = dispatcher(office.store, List.of(office.mailbox), new InMemoryPrincipals(List.of()));
        begun(without).finish();

        assertThat(last(office.kept(letter)).outcome()).isEqualTo(Outcome.TRYING);
        assertThat(office.kept(letter).due()).contains(letter.createdAt().plusSeconds(10));
        assertThat(office.mailbox.questions()).isEmpty();
    }

    private Work.Round begun(Dispatcher dispatcher) {
        return dispatcher.begin(new Places(1, Map.of()), LEASE).get(0);
    }

    private Dispatcher dispatcher(MessageStore store) {
        return dispatcher(store, List.of(office.mailbox), World.principals());
    }

    private Dispatcher dispatcher(MessageStore store, List<MessageChannel> channels, Principals principals) {
        return new Dispatcher(
                store,
                new Channels(channels),
                office.world.engine,
                principals,
                new Rounds(RoundsTest.LIMITS, new DeliveryIds(new Random(9))),
                RoundsTest.LIMITS.noticeLink(),
                office.world.clock);
    }

    /** Returns the store, which is gone when a result is to be kept: {@code times} times, each for {@code time}. */
    private MessageStore failing(AtomicInteger settles, int times, Duration time) {
        return (MessageStore) Proxy.newProxyInstance(
                MessageStore.class.getClassLoader(),
                new Class<?>[] {MessageStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("settle") && settles.incrementAndGet() <= times) {
                        office.world.clock.advance(time);
                        throw new IllegalStateException("the store is gone");
                    }
                    try {
                        return method.invoke(office.store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    private static Attempt last(Message message) {
        return message.last().orElseThrow();
    }
}
