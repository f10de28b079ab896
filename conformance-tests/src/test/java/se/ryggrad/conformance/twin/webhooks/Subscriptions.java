package se.ryggrad.conformance.twin.webhooks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.api.Pages;
import se.ryggrad.conformance.twin.cases.Idempotency.Outcome;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.webhooks.sending.Rounds;
import se.ryggrad.conformance.twin.webhooks.sending.Subscription;
import se.ryggrad.conformance.twin.webhooks.sending.Subscription.State;
import se.ryggrad.conformance.twin.webhooks.sending.WebhookOffer;
import tools.jackson.databind.node.ObjectNode;

/** Makes, shows, resumes and ends subscriptions. */
public final class Subscriptions implements AutoCloseable {

    private static final String SCOPE = "events:read";
    private static final String PATH = "/subscriptions";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PATIENCE_MILLIS = 9000;
    private static final Comparator<Subscription> OLDEST_FIRST =
            Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id);
    private static final Comparator<Subscription> LATEST_FIRST =
            Comparator.comparing(Subscription::createdAt).reversed().thenComparing(Subscription::id);

    private final World world;
    private final Clock clock;
    private final Rounds rounds;
    private final List<Subscription> all = new ArrayList<>();
    private final Map<String, Answer> byKey = new HashMap<>();

    /** Begins without a subscription. */
    public Subscriptions(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.rounds = new Rounds(world);
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var systems = Access.only().orSystem(SCOPE);
        var any = Access.only().orSystem();
        var made = breaks(Fault.EVT_009_E) ? Access.only(Kind.PERSON).orSystem(SCOPE) : systems;
        var listed = breaks(Fault.EVT_009_C) ? Access.only(Kind.OFFICER).orSystem(SCOPE) : systems;
        String one = PATH + "/{id}";
        return List.of(
                Route.get(PATH, listed, this::list, "limit", "page", "count"),
                Route.post(PATH, breaks(Fault.EVT_009_B) ? any : made, this::subscribe),
                Route.get(one, systems, this::read),
                Route.get(one, breaks(Fault.EVT_009_D) ? any : systems, this::end)
                        .with("DELETE"),
                Route.post(one + "/actions", systems, this::act));
    }

    @Override
    public void close() {
        rounds.close();
    }

    private Answer list(Call call) {
        synchronized (world) {
            var items = all.stream()
                    .filter(s -> s.isOf(call.caller()) || breaks(Fault.EVT_018_A))
                    .filter(s -> !s.isEnded())
                    .sorted(breaks(Fault.EVT_018_B) ? OLDEST_FIRST : LATEST_FIRST)
                    .map(s -> shown(s, Fault.EVT_010_B))
                    .toList();
            return Pages.answer(call, world.base(), world.settings(), items);
        }
    }

    private ObjectNode shown(Subscription subscription, Fault open) {
        return breaks(open) ? subscription.view().put("secret", subscription.secret()) : subscription.view();
    }

    private Answer subscribe(Call call) {
        var made = new ArrayList<Subscription>();
        Answer answer;
        synchronized (world) {
            answer = world.idempotency().once(call, () -> {
                var subscription = made(call);
                made.add(subscription);
                var view = subscription.view().put("secret", subscription.secret());
                var created = Answer.json(201, view);
                if (!breaks(Fault.EVT_009_A)) {
                    created.header("Location", world.base() + PATH + "/" + subscription.id());
                }
                return new Outcome(created, subscription.id());
            });
        }
        if (breaks(Fault.EVT_021_C)) {
            String key = call.header("Idempotency-Key").orElse("");
            answer = byKey.getOrDefault(key, answer);
            byKey.put(key, answer);
        }
        if (made.isEmpty() && breaks(Fault.EVT_010_C)) {
            return bare(answer);
        }
        linger(Fault.EVT_029_B, () -> made.stream().anyMatch(s -> s.is(State.PENDING) && !s.isEnded()));
        return answer;
    }

    private static Answer bare(Answer answer) {
        var body = (ObjectNode) Json.read(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        body.remove("secret");
        return answer.withBody(Json.bytes(body));
    }

    /** A broken twin waits for a receiver before it answers; without the lock. */
    private void linger(Fault impatient, BooleanSupplier waiting) {
        try {
            for (int waited = 0; breaks(impatient) && waited < PATIENCE_MILLIS && holds(waiting); waited += 20) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean holds(BooleanSupplier waiting) {
        synchronized (world) {
            return waiting.getAsBoolean();
        }
    }

    private Subscription made(Call call) {
        var wish = Wishes.read(world, call.object());
        long own = all.stream()
                .filter(s -> s.isOf(call.caller()))
                .filter(s -> !s.isEnded() || breaks(Fault.EVT_031_D))
                .count();
        int most = WebhookOffer.PER_CLIENT + (breaks(Fault.EVT_031_C) ? 1 : 0);
        if (own >= most && !breaks(Fault.EVT_031_A)) {
            throw breaks(Fault.EVT_031_B) ? Fail.of(ProblemType.FORBIDDEN) : Fail.of(ProblemType.STATE_CONFLICT);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var subscription = new Subscription(world, call.caller(), wish, secret(call.caller()), now);
        all.add(subscription);
        rounds.begin(subscription);
        return subscription;
    }

    private String secret(Caller client) {
        var known = all.stream()
                .filter(s -> s.isOf(client))
                .map(Subscription::secret)
                .findFirst();
        if (known.isPresent() && breaks(Fault.EVT_021_A)) {
            return known.get();
        }
        byte[] octets = new byte[breaks(Fault.EVT_021_B) ? 16 : 32];
        RANDOM.nextBytes(octets);
        return "whsec_" + Base64.getEncoder().encodeToString(octets);
    }

    private Subscription find(Call call, Fault open) {
        var subscription = all.stream()
                .filter(s -> s.id().equals(call.pathValue("id")))
                .filter(s -> !s.isEnded() || breaks(Fault.EVT_019_B))
                .findFirst()
                .orElseThrow(Fail::notFound);
        if (subscription.isOf(call.caller()) || breaks(open)) {
            return subscription;
        }
        throw breaks(Fault.EVT_018_D) ? Fail.of(ProblemType.FORBIDDEN) : Fail.notFound();
    }

    private Answer read(Call call) {
        Subscription subscription;
        synchronized (world) {
            subscription = find(call, Fault.EVT_018_C);
        }
        linger(Fault.EVT_029_C, subscription::isWaited);
        synchronized (world) {
            return Answer.json(200, shown(subscription, Fault.EVT_010_A));
        }
    }

    private Answer end(Call call) {
        synchronized (world) {
            var subscription = find(call, Fault.EVT_018_E);
            if (subscription.isEnded()) {
                throw Fail.notFound();
            }
            subscription.end();
            return breaks(Fault.EVT_019_D) ? Answer.json(200, subscription.view()) : Answer.empty(204);
        }
    }

    private Answer act(Call call) {
        synchronized (world) {
            var subscription = find(call, Fault.EVT_018_F);
            judge(call.object());
            var before = subscription.view();
            boolean stopped = subscription.is(State.PAUSED)
                    || (subscription.is(State.REFUSED) && !breaks(Fault.EVT_017_F))
                    || (subscription.is(State.ACTIVE) && breaks(Fault.EVT_017_C))
                    || (subscription.is(State.PENDING) && breaks(Fault.EVT_017_E));
            if (!stopped) {
                throw Fail.of(ProblemType.STATE_CONFLICT);
            }
            subscription.resume();
            rounds.begin(subscription);
            return Answer.json(200, breaks(Fault.EVT_017_G) ? before : shown(subscription, Fault.EVT_010_F));
        }
    }

    private void judge(ObjectNode body) {
        var faults = new ArrayList<FieldFault>(Json.numberFaults(body));
        var action = body.path("action");
        if (!body.has("action")) {
            faults.add(FieldFault.at("/action", "required"));
        } else if (!action.isString()) {
            faults.add(FieldFault.at("/action", "type"));
        } else if (!action.stringValue().equals("resume")) {
            faults.add(FieldFault.at("/action", breaks(Fault.EVT_017_D) ? "enum" : "unknown-value"));
        }
        if (!faults.isEmpty()) {
            throw Fail.invalid(faults);
        }
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
