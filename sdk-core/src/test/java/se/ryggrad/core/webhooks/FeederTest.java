package se.ryggrad.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.events.Outstanding;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.events.WebhookTerms;
import se.ryggrad.core.cases.MovingClock;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.Messages;
import se.ryggrad.core.contract.Subscribed;
import se.ryggrad.core.memory.events.InMemorySubscriptionStore;
import se.ryggrad.core.webhooks.address.Lookup;

class FeederTest {

    private static final WebhookTerms TERMS = new WebhookTerms(Duration.ofSeconds(10), Duration.ofDays(3), 10);

    private final MovingClock clock = new MovingClock(Subscribed.MADE);
    private final PlayedFeed feed = new PlayedFeed();
    private final List<String> asked = new ArrayList<>();
    private final SubscriptionStore store = recording(new InMemorySubscriptionStore());
    private final Feeder feeder = new Feeder(ports(), new WebhookRounds(TERMS));

    @Test
    void takesUpWhatASubscriptionIsFor() {
        Subscription one = kept(Subscribed.active().at(0, List.of()));
        feed.write(CaseId.random(), EventType.OPENED, PlayedFeed.BUILDING);
        feed.write(CaseId.random(), EventType.DECIDED, PlayedFeed.BUILDING);

        assertThat(feeder.feed()).isTrue();

        assertThat(found(one).position()).isEqualTo(2);
        assertThat(found(one).outstanding()).extracting(Outstanding::position).containsExactly(2L);
        assertThat(feeder.feed()).isFalse();
    }

    @Test
    void changesNothingOfASubscriptionThatNothingIsForAndReadsTheFeedOnceForMany() {
        Subscription one = kept(Subscribed.active().at(0, List.of()));
        Subscription other = kept(Subscribed.active().at(0, List.of()));
        feed.write(CaseId.random(), EventType.OPENED, PlayedFeed.BUILDING);

        feeder.feed();

        assertThat(asked).contains("pass").doesNotContain("change");
        assertThat(feed.reads()).isEqualTo(1);
        assertThat(found(one)).isEqualTo(one.at(1, List.of()));
        assertThat(found(other)).isEqualTo(other.at(1, List.of()));
    }

    @Test
    void looksAgainAfterASecondAtASubscriptionThatNothingWasFor() {
        Subscription one = kept(Subscribed.active().at(0, List.of()));
        feed.write(CaseId.random(), EventType.OPENED, PlayedFeed.BUILDING);
        feeder.feed();
        feed.write(CaseId.random(), EventType.DECIDED, PlayedFeed.BUILDING);

        feeder.feed();
        assertThat(found(one).position()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        feeder.feed();

        assertThat(found(one).outstanding()).hasSize(1);
    }

    @Test
    void stopsNobodyForOneThatItCannotRead() {
        feed.breakAfter(0);
        Subscription broken = kept(Subscribed.active().at(0, List.of()));
        feed.write(CaseId.random(), EventType.DECIDED, PlayedFeed.BUILDING);
        Subscription sound = kept(Subscribed.active().at(1, List.of()));
        feed.write(CaseId.random(), EventType.DECIDED, PlayedFeed.BUILDING);

        assertThat(feeder.feed()).isTrue();
        assertThat(feeder.feed()).isFalse();

        assertThat(found(sound).outstanding()).hasSize(1);
        assertThat(found(broken)).isEqualTo(broken);
    }

    private WebhookPorts ports() {
        return new WebhookPorts(
                store,
                feed,
                World.principals(),
                (principal, client) -> Set.of(PlayedFeed.BUILDING),
                new WebhookPolicy(true, TERMS, Set.of()),
                Lookup.PLATFORM,
                WebhookService.PACE,
                clock,
                new Random(27));
    }

    private SubscriptionStore recording(SubscriptionStore kept) {
        return (SubscriptionStore) Proxy.newProxyInstance(
                SubscriptionStore.class.getClassLoader(),
                new Class<?>[] {SubscriptionStore.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(kept, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private Subscription kept(Subscription subscription) {
        store.keep(subscription, 10, Messages.claim(UUID.randomUUID()), Messages.answer("{}"));
        return subscription;
    }

    private Subscription found(Subscription subscription) {
        return store.find(subscription.id()).orElseThrow();
    }
}
