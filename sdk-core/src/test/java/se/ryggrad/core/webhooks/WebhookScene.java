package se.ryggrad.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionCall;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.WebhookTerms;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.Messages;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.events.FeedWriter;
import se.ryggrad.core.memory.events.InMemorySubscriptionStore;
import se.ryggrad.core.webhooks.address.AddressRule;
import se.ryggrad.core.webhooks.call.Letter;
import se.ryggrad.core.webhooks.call.Reply;
import se.ryggrad.core.work.Courier;

/** Sends events from a feed that a test writes, to receivers that it plays. */
abstract class WebhookScene {

    static final String URL = "https://diarium.example.se/handelser";
    static final CaseId ONE = CaseId.random();
    static final CaseId OTHER = CaseId.random();
    static final Caller ARCHIVE = system("archive", "events:read");

    final PlayedFeed feed = new PlayedFeed();
    final InMemorySubscriptionStore store = new InMemorySubscriptionStore();
    final Queue<Letter> sent = new ConcurrentLinkedQueue<>();
    final ExecutorService threads = Executors.newCachedThreadPool();
    volatile Function<Letter, Reply> plan = letter -> new Reply.Answered(204, "");
    volatile Set<AuthorityId> reached = Set.of(PlayedFeed.BUILDING);
    volatile boolean served = true;
    final CountDownLatch closed = new CountDownLatch(1);
    final WebhookService service = service();

    private WebhookService service() {
        AddressRule rule = new AddressRule(Set.of(), WebhookScene::lookup);
        WebhookPorts ports = new WebhookPorts(
                store,
                feed,
                principals(),
                (principal, client) -> reached,
                new WebhookPolicy(true, new WebhookTerms(Duration.ofMillis(20), Duration.ofDays(3), 10), Set.of()),
                WebhookScene::lookup,
                new Courier.Pace(8, Duration.ofSeconds(40), Duration.ofMillis(200)),
                Clock.systemUTC(),
                new Random(27));
        return WebhookService.over(ports, rule, this::received, List.of(closed::countDown));
    }

    private Principals principals() {
        Principals all = World.principals();
        return new Principals() {
            @Override
            public List<Principal> all() {
                return all.all();
            }

            @Override
            public Optional<Principal> find(PrincipalId id) {
                return served ? all.find(id) : Optional.empty();
            }
        };
    }

    private static List<InetAddress> lookup(String name) throws UnknownHostException {
        return List.of(InetAddress.getByName(name.startsWith("inner") ? "10.0.0.1" : "93.184.216.34"));
    }

    private Reply received(Letter letter) {
        if (!letter.wanted().getAsBoolean()) {
            return new Reply.Unwanted();
        }
        sent.add(letter);
        Optional<String> challenge = parsed(letter).text("challenge");
        return challenge
                .<Reply>map(text -> new Reply.Answered(200, "{\"challenge\":\"" + text + "\"}"))
                .filter(reply -> !letter.to().target().contains("mute"))
                .orElseGet(() -> plan.apply(letter));
    }

    @AfterEach
    final void stop() {
        service.couriers()
                .forEach(courier ->
                        assertThat(courier.stop(Duration.ofSeconds(20))).isTrue());
        service.close();
        threads.shutdownNow();
    }

    static Caller system(String client, String scope) {
        return new Caller(
                People.PRINCIPAL,
                new Actor.SystemActor(new ActorId(client), client, Set.of(scope), Set.of(PlayedFeed.BUILDING)),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    static SubscriptionCall fromTheStart() {
        return fromTheStart(URL);
    }

    static SubscriptionCall fromTheStart(String url) {
        return new SubscriptionCall(Optional.of(url), List.of(), Optional.of(FeedWriter.position(0)), List.of());
    }

    void start() {
        service.couriers().forEach(courier -> courier.start(threads));
    }

    Subscription subscribed(SubscriptionCall call) {
        return subscribed(ARCHIVE, call);
    }

    Subscription subscribed(Caller caller, SubscriptionCall call) {
        return result(service.subscriptions().subscribe(caller, () -> call, once()));
    }

    static Once<Subscription> once() {
        return new Once<>(Messages.claim(UUID.randomUUID()), made -> new Answer(201, Map.of(), made.secret()));
    }

    static Subscription result(Written<Subscription> written) {
        return ((Written.First<Subscription>) written).result();
    }

    Subscription found(Subscription made) {
        return store.find(new SubscriptionId(made.id().value())).orElseThrow();
    }

    List<Letter> events() {
        return sent.stream()
                .filter(letter -> parsed(letter).text("challenge").isEmpty())
                .toList();
    }

    static JsonTree.ObjectNode parsed(Letter letter) {
        return JsonTree.parse(new JsonText(letter.body())).asObject().orElseThrow();
    }

    static Reply silent(CountDownLatch answered) {
        try {
            answered.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Reply.Silent();
    }

    static ProblemType problem(Runnable refusing) {
        return refused(refusing).problem().type();
    }

    static RyggradException refused(Runnable refusing) {
        return catchThrowableOfType(RyggradException.class, refusing::run);
    }

    static void until(BooleanSupplier wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
