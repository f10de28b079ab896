package se.ryggrad.conformance.channel;

import java.util.Arrays;
import java.util.Optional;

/** The two things that an operator of a channel is asked for. */
public enum Asked {
    /** Whether it reaches somebody. */
    REACHABILITY("reachability", "{\"reachable\":true}"),
    /** That it delivers something. */
    DELIVERY("deliveries", "{}");

    private final String path;
    private final String good;

    Asked(String path, String good) {
        this.path = path;
        this.good = good;
    }

    /** Returns the path below the operator's address. */
    public String path() {
        return path;
    }

    /** Returns what is answered unless something else is planned. */
    Reply good() {
        return Reply.of(200, good);
    }

    static Optional<Asked> at(String path) {
        return Arrays.stream(values()).filter(a -> a.path.equals(path)).findFirst();
    }
}
