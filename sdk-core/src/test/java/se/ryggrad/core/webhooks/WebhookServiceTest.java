package se.ryggrad.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionCall;
import se.ryggrad.api.events.SubscriptionState;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.events.FeedWriter;
import se.ryggrad.core.webhooks.call.Letter;
import se.ryggrad.core.webhooks.call.Reply;

class WebhookServiceTest extends WebhookScene {

    @Test
    void challengesFirstAndSendsTheItemOfTheFeed() {
        feed.write(ONE, EventType.SUBMITTED, PlayedFeed.BUILDING);
        Subscription made = subscribed(SubscriptionCall.of(URL, List.of()));
        start();
        FeedEvent event = feed.write(ONE, EventType.OPENED, PlayedFeed.BUILDING);
        feed.write(ONE, EventType.OPENED, PlayedFeed.OTHER);
        service.wake();

        until(() -> events().size() == 1);

        Letter challenge = sent.remove();
        assertThat(challenge.kind()).isEqualTo(Letter.Kind.CHALLENGE);
        assertThat(parsed(challenge).text("type")).contains("se.ryggrad.subscription.challenge.v1");
        assertThat(parsed(challenge).text("challenge").orElseThrow()).hasSizeGreaterThanOrEqualTo(32);
        Letter letter = sent.remove();
        assertThat(letter.id()).isEqualTo(event.id().toString());
        assertThat(letter.secret()).isEqualTo(made.secret());
        assertThat(letter.kind()).isEqualTo(Letter.Kind.EVENT);
        assertThat(letter.body())
                .isEqualTo(FeedWriter.event(
                                event,
                                World.principals()
                                        .find(People.PRINCIPAL)
                                        .orElseThrow()
                                        .baseUrl())
                        .json()
                        .text());
        until(() -> found(made).outstanding().isEmpty());
    }

    @Test
    void sendsWhatComesAfterAPositionAndOfTheTypesAlone() {
        FeedEvent first = feed.write(ONE, EventType.DECIDED, PlayedFeed.BUILDING);
        feed.write(ONE, EventType.NOTED, PlayedFeed.BUILDING);
        FeedEvent last = feed.write(OTHER, EventType.DECIDED, PlayedFeed.BUILDING);
        Subscription made = subscribed(new SubscriptionCall(
                Optional.of(URL),
                List.of(EventType.DECIDED),
                Optional.of(FeedWriter.position(first.position())),
                List.of()));
        start();

        until(() -> found(made).position() == 3 && found(made).outstanding().isEmpty());

        assertThat(events()).extracting(Letter::id).containsExactly(last.id().toString());
    }

    @Test
    void triesAgainInOrderWhileOtherCasesGoOn() {
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        FeedEvent first = feed.write(ONE, EventType.OPENED, PlayedFeed.BUILDING);
        FeedEvent second = feed.write(ONE, EventType.NOTED, PlayedFeed.BUILDING);
        FeedEvent other = feed.write(OTHER, EventType.OPENED, PlayedFeed.BUILDING);
        plan = letter -> letter.id().equals(first.id().toString()) && failures.merge(letter.id(), 1, Integer::sum) < 3
                ? new Reply.Answered(500, "")
                : new Reply.Answered(200, "");
        Subscription made = subscribed(fromTheStart());
        start();

        until(() -> found(made).position() == 3 && found(made).outstanding().isEmpty());

        List<String> ids = events().stream().map(Letter::id).toList();
        assertThat(ids.stream().filter(first.id().toString()::equals)).hasSize(3);
        assertThat(ids.indexOf(second.id().toString()))
                .isGreaterThan(ids.lastIndexOf(first.id().toString()));
        assertThat(ids.indexOf(other.id().toString()))
                .isLessThan(ids.lastIndexOf(first.id().toString()));
        assertThat(events().stream()
                        .filter(each -> each.id().equals(first.id().toString()))
                        .map(Letter::body)
                        .distinct())
                .hasSize(1);
        assertThat(found(made).waitingSince()).isEmpty();
    }

    @Test
    void delaysNobodyForReceiversThatDoNotAnswer() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        for (int place = 0; place < 40; place++) {
            feed.write(CaseId.random(), EventType.OPENED, PlayedFeed.BUILDING);
        }
        plan = letter -> letter.to().target().contains("mute") ? silent(answered) : new Reply.Answered(200, "");
        for (int each = 0; each < 9; each++) {
            subscribed(fromTheStart("https://mute.example.se/mute"));
        }
        Subscription well = subscribed(fromTheStart());
        start();

        until(() -> found(well).position() == 40 && found(well).outstanding().isEmpty());

        answered.countDown();
    }

    @Test
    void endsAndNothingIsSentAfterwards() {
        Subscription made = subscribed(SubscriptionCall.of(URL, List.of()));
        start();
        until(() -> found(made).state() == SubscriptionState.ACTIVE);

        service.subscriptions().unsubscribe(ARCHIVE, made.id());
        feed.write(ONE, EventType.OPENED, PlayedFeed.BUILDING);
        Subscription after = subscribed(fromTheStart());
        until(() -> !events().isEmpty());

        assertThat(events()).allMatch(letter -> letter.secret().equals(after.secret()));
        assertThat(problem(() -> service.subscriptions().find(ARCHIVE, made.id())))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(problem(() -> service.subscriptions().unsubscribe(ARCHIVE, made.id())))
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void refusesWhoDoesNotAnswerTheChallengeAndAsksAnewWhenResumed() {
        Subscription made = subscribed(SubscriptionCall.of("https://a.example.se/mute", List.of()));
        Iterator<Reply> others = List.<Reply>of(
                        new Reply.Answered(200, "{\"challenge\":\"another\"}"),
                        new Reply.Answered(410, ""),
                        new Reply.Silent())
                .iterator();
        plan = letter -> others.next();
        start();
        until(() -> found(made).state() == SubscriptionState.REFUSED);
        assertThat(sent).hasSize(3);
        assertThat(sent.stream().map(Letter::body).distinct()).hasSize(3);
        plan = letter -> new Reply.Answered(200, letter.body());

        assertThat(service.subscriptions().resume(ARCHIVE, made.id(), () -> {}).state())
                .isEqualTo(SubscriptionState.PENDING);
        until(() -> found(made).state() == SubscriptionState.ACTIVE);
        assertThat(problem(() -> service.subscriptions().resume(ARCHIVE, made.id(), () -> {})))
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void tellsEveryFaultAtOnce() {
        SubscriptionCall call = new SubscriptionCall(
                Optional.of("https://inner.example.se/"),
                List.of(),
                Optional.of("never"),
                List.of(Fault.at("/types", FaultCode.MIN_ITEMS, FaultTexts.of(FaultCode.MIN_ITEMS))));

        RyggradException refused = refused(() -> subscribed(call));

        assertThat(refused.problem().faults())
                .extracting(Fault::code)
                .containsExactlyInAnyOrder(FaultCode.MIN_ITEMS, FaultCode.ADDRESS_REFUSED, FaultCode.UNKNOWN_VALUE);
        assertThat(refused(() -> subscribed(SubscriptionCall.of("http://a.example.se/", List.of())))
                        .problem()
                        .faults())
                .extracting(Fault::code)
                .containsExactly(FaultCode.FORMAT);
    }

    @Test
    void isForSystemsWithTheScopeAndTheirOwnAlone() {
        Subscription made = subscribed(SubscriptionCall.of(URL, List.of()));
        Caller other = system("other", "events:read");
        PageRequest page = new PageRequest(1, 20, true);

        assertThat(problem(() -> service.subscriptions().list(system("archive", "cases:read"), page)))
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(problem(() -> service.subscriptions().find(other, made.id())))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(service.subscriptions().list(other, page).items()).isEmpty();
        assertThat(service.subscriptions().list(ARCHIVE, page).items()).containsExactly(found(made));
    }

    @Test
    void takesNoMoreThanAClientMayHaveAndAnswersAReplayAgain() {
        Once<Subscription> once = once();
        Subscription first =
                result(service.subscriptions().subscribe(ARCHIVE, () -> SubscriptionCall.of(URL, List.of()), once));
        for (int each = 1; each < 10; each++) {
            subscribed(SubscriptionCall.of(URL, List.of()));
        }

        assertThat(problem(() -> subscribed(SubscriptionCall.of(URL, List.of()))))
                .isEqualTo(ProblemType.STATE_CONFLICT);
        Written<Subscription> again =
                service.subscriptions().subscribe(ARCHIVE, () -> SubscriptionCall.of(URL, List.of()), once);
        assertThat(again).isInstanceOf(Written.Again.class);
        assertThat(again.answer().body()).isEqualTo(first.secret());
        service.subscriptions().unsubscribe(ARCHIVE, first.id());
        assertThat(problem(() ->
                        service.subscriptions().subscribe(ARCHIVE, () -> SubscriptionCall.of(URL, List.of()), once)))
                .isEqualTo(ProblemType.NOT_FOUND);
    }
}
