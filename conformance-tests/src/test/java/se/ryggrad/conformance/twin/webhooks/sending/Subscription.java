package se.ryggrad.conformance.twin.webhooks.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.identity.Caller;
import tools.jackson.databind.node.ObjectNode;

/** A subscription and what it has still to send; guarded by the lock of the world. */
public final class Subscription {

    /** What a subscription asks for: where, which types if not all, and from where if a place was named. */
    public record Wish(String url, Optional<List<String>> types, Optional<Integer> after) {}

    /** Where a subscription stands. */
    public enum State {
        PENDING,
        ACTIVE,
        PAUSED,
        REFUSED
    }

    private static final int AT_ONCE = 50;

    private final World world;
    private final Caller owner;
    private final Wish wish;
    private final String secret;
    private final String id = UUID.randomUUID().toString();
    private final Instant createdAt;
    private final List<Outstanding> outstanding = new ArrayList<>();
    private State state = State.PENDING;
    private Optional<Instant> waitingSince = Optional.empty();
    private int place;
    private int round;
    private boolean ended;

    /** Begins to wait for the answer to a challenge. */
    public Subscription(World world, Caller owner, Wish wish, String secret, Instant createdAt) {
        this.world = world;
        this.owner = owner;
        this.wish = wish;
        this.secret = secret;
        this.createdAt = createdAt;
        this.place = world.settings().breaks(Fault.EVT_014_C)
                ? wish.after().orElse(0)
                : wish.after()
                        .filter(a -> !breaks(Fault.EVT_014_D))
                        .orElse(world.feed().size());
        if (wish.after().isPresent() && breaks(Fault.EVT_014_B)) {
            place = Math.max(0, place - 1);
        }
    }

    public String id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String secret() {
        return secret;
    }

    String url() {
        return wish.url();
    }

    int round() {
        return round;
    }

    /** Tells whether it is a client's. */
    public boolean isOf(Caller client) {
        return owner.client().equals(client.client());
    }

    public boolean is(State... states) {
        return Set.of(states).contains(state);
    }

    public boolean isEnded() {
        return ended;
    }

    /** Tells whether a call to its receiver with an event is not answered yet. */
    public boolean isWaited() {
        return outstanding.stream().anyMatch(Outstanding::isUnderWay);
    }

    /** Ends it. */
    public void end() {
        ended = true;
    }

    void become(State other) {
        state = other;
    }

    /** Begins to send: what has failed before the challenge was answered does not count any more. */
    void activate() {
        state = State.ACTIVE;
        if (!breaks(Fault.EVT_010_H)) {
            waitingSince = Optional.empty();
        }
    }

    /** Begins anew with a challenge. */
    public void resume() {
        round++;
        state = breaks(Fault.EVT_017_A) ? State.ACTIVE : State.PENDING;
        outstanding.forEach(Outstanding::hasten);
        if (breaks(Fault.EVT_017_B)) {
            outstanding.clear();
            place = world.feed().size();
        }
    }

    /** Takes what has happened since the last time, and returns what is to be sent now. */
    List<Outstanding> due(Instant now) {
        for (; place < world.feed().size(); place++) {
            var event = world.feed().get(place);
            if (isWanted(event)) {
                outstanding.add(new Outstanding(event));
            }
        }
        var held = new HashSet<String>();
        var due = new ArrayList<Outstanding>();
        long underWay = outstanding.stream().filter(Outstanding::isUnderWay).count();
        for (var each : outstanding) {
            String line = breaks(Fault.EVT_025_B) ? "" : each.caseId();
            boolean free = !held.contains(line) || breaks(Fault.EVT_025_A);
            if (free && each.isDue(now) && !isLeft(each) && underWay + due.size() < AT_ONCE) {
                due.add(each);
            }
            if (!breaks(Fault.EVT_025_C) || each.hasFailed()) {
                held.add(line);
            }
        }
        return due;
    }

    /** Tells whether a broken twin leaves an event alone, while it goes on with the rest. */
    private boolean isLeft(Outstanding each) {
        return state == State.PAUSED && each.isRefused();
    }

    private boolean isWanted(ObjectNode event) {
        String authority = event.path("data").path("authority").asString();
        boolean reached = world.reaches(owner, authority)
                || breaks(Fault.EVT_023_A)
                || (wish.after().isPresent() && breaks(Fault.EVT_023_B));
        boolean chosen = breaks(Fault.EVT_013_D)
                || wish.types()
                        .filter(t -> !t.contains(event.path("type").asString()))
                        .isEmpty();
        return reached && chosen;
    }

    /** Notes that an event was taken. */
    void taken(Outstanding event) {
        outstanding.remove(event);
        if (!breaks(Fault.EVT_010_E)) {
            waitingSince = Optional.empty();
        }
    }

    /** Notes that an event was not taken. */
    void failed(Outstanding event, Instant now) {
        if (breaks(Fault.EVT_024_A)) {
            outstanding.remove(event);
            return;
        }
        event.fail(now, world.settings());
        if (breaks(Fault.EVT_025_D)) {
            outstanding.remove(event);
            outstanding.add(event);
        }
        waitsSince(now);
    }

    /** Notes when something has failed. */
    void waitsSince(Instant now) {
        if (waitingSince.isEmpty() || breaks(Fault.EVT_010_G)) {
            waitingSince = Optional.of(now);
        }
    }

    /** Gives an event up. */
    void drop(Outstanding event) {
        outstanding.remove(event);
    }

    /** Returns what is told of it. */
    public ObjectNode view() {
        var view = Json.object().put("id", id).put("url", wish.url());
        wish.types().ifPresent(types -> view.set("types", Json.array(types)));
        view.put("state", state.name().toLowerCase(Locale.ROOT)).put("createdAt", World.text(createdAt));
        waitingSince
                .filter(since -> !breaks(Fault.EVT_010_D))
                .ifPresent(since -> view.put("waitingSince", World.text(since)));
        return view;
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
