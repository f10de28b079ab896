package se.ryggrad.conformance.receiver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.json.Json;

/** How a receiver answers. One that remembers is for one receiver. */
@FunctionalInterface
public interface Manner {

    /** Returns the answer to a call. */
    Reply to(Arrived arrived);

    /** Takes whatever comes. */
    static Manner taking() {
        return always(Reply.of(204, ""));
    }

    /** Answers a challenge as it should be. */
    static Manner echoing() {
        return echoing(200);
    }

    /** Answers a challenge with the right body under any status. */
    static Manner echoing(int status) {
        return asked -> Reply.of(status, Json.write(Json.object("challenge", asked.text("challenge"))));
    }

    /** Answers everything in one way. */
    static Manner always(Reply reply) {
        return arrived -> reply;
    }

    /** Answers in turn, and from then on by the last. */
    static Manner inTurn(Manner... manners) {
        Deque<Manner> left = new ArrayDeque<>(List.of(manners));
        return arrived -> (left.size() > 1 ? left.removeFirst() : left.getFirst()).to(arrived);
    }

    /** Answers each id of what is sent in turn, and from then on by the last. */
    static Manner inTurnForEach(Manner... manners) {
        Map<String, Manner> known = new HashMap<>();
        return arrived ->
                known.computeIfAbsent(arrived.id(), id -> inTurn(manners)).to(arrived);
    }

    /** Answers this way what the predicate tells of, and the rest another way. */
    default Manner where(Predicate<Arrived> which, Manner otherwise) {
        return arrived -> (which.test(arrived) ? this : otherwise).to(arrived);
    }
}
