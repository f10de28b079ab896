package se.ryggrad.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionState;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.webhooks.call.Letter;
import se.ryggrad.core.webhooks.call.Reply;

/** Tests that no receiver, client or fault of ours takes from others what is theirs. */
class WebhookSharesTest extends WebhookScene {

    private static final int SHARE = 8;
    private static final Caller DIARY = system("diary", "events:read");

    @Test
    void leavesOthersTheirPlacesWhereAllReceiversOfOneClientFallSilent() {
        CountDownLatch answered = new CountDownLatch(1);
        plan = letter -> letter.to().target().contains("slow") ? silent(answered) : new Reply.Answered(200, "");
        List<Subscription> silent = IntStream.range(0, 10)
                .mapToObj(each -> subscribed(fromTheStart("https://a.example.se/slow")))
                .toList();
        start();
        until(() -> silent.stream().allMatch(each -> found(each).state() == SubscriptionState.ACTIVE));
        for (int place = 0; place < 40; place++) {
            feed.write(CaseId.random(), EventType.OPENED, PlayedFeed.BUILDING);
        }
        service.wake();
        until(() -> events().size() >= SHARE);
        pause();

        Subscription well = subscribed(DIARY, fromTheStart());
        until(() -> found(well).position() == 40 && found(well).outstanding().isEmpty());

        assertThat(events())
                .filteredOn(letter -> letter.to().target().contains("slow"))
                .hasSizeBetween(SHARE, SHARE + 3);
        answered.countDown();
    }

    @Test
    void putsWhoeverTakesItsTimeAmongThoseThatWait() {
        plan = letter -> {
            pause();
            return new Reply.Answered(200, "");
        };
        Subscription made = subscribed(fromTheStart());
        feed.write(ONE, EventType.OPENED, PlayedFeed.BUILDING);
        start();

        until(() -> found(made).slow());

        assertThat(found(made).outstanding()).isEmpty();
        plan = letter -> new Reply.Answered(200, "");
        feed.write(ONE, EventType.NOTED, PlayedFeed.BUILDING);
        service.wake();
        until(() -> found(made).position() == 2 && found(made).proven());
    }

    @Test
    void sendsNothingOfAnAuthorityThatTheClientHasLost() {
        plan = letter -> new Reply.Answered(500, "");
        Subscription made = subscribed(fromTheStart());
        FeedEvent first = feed.write(ONE, EventType.OPENED, PlayedFeed.BUILDING);
        start();
        until(() -> !events().isEmpty());

        reached = Set.of();
        until(() -> found(made).outstanding().isEmpty());
        int before = events().size();
        feed.write(OTHER, EventType.OPENED, PlayedFeed.BUILDING);
        service.wake();
        until(() -> found(made).position() == 2);

        assertThat(events())
                .hasSize(before)
                .allMatch(letter -> letter.id().equals(first.id().toString()));
    }

    @Test
    void goesOnWithOtherCasesWhileFewerThanAHundredEventsWait() {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        for (int place = 1; place < Subscription.MOST_OUTSTANDING; place++) {
            refused.add(feed.write(CaseId.random(), EventType.REDACTED, PlayedFeed.BUILDING)
                    .id()
                    .toString());
        }
        plan = letter -> new Reply.Answered(refused.contains(letter.id()) ? 500 : 200, "");
        Subscription made = subscribed(fromTheStart());
        FeedEvent other = feed.write(OTHER, EventType.OPENED, PlayedFeed.BUILDING);
        start();

        until(() -> found(made).position() == 100 && found(made).outstanding().size() == 99);

        assertThat(events()).extracting(Letter::id).contains(other.id().toString());
    }

    @Test
    void failsWhereNobodyKnowsThePrincipalAnyMore() {
        Subscription made = subscribed(fromTheStart());
        feed.write(ONE, EventType.OPENED, PlayedFeed.BUILDING);
        served = false;
        start();

        until(() -> found(made).waitingSince().isPresent());

        assertThat(events()).isEmpty();
    }

    @Test
    void endsWhatCallsReceivers() {
        service.close();

        assertThat(closed.getCount()).isZero();
    }

    private static void pause() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
