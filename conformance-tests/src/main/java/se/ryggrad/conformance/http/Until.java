package se.ryggrad.conformance.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reads again and again, ever more patiently, until what is read is as it should become. */
public final class Until {

    private static final long FIRST_PAUSE_NANOS = 20_000_000;
    private static final long LONGEST_PAUSE_NANOS = 200_000_000;

    private Until() {}

    /** Returns the first answer whose body is as wanted; what is wanted is said in words for when it never is. */
    public static Answer read(Supplier<Answer> reading, String words, Duration atMost, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + atMost.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        Answer seen = reading.get().expect(200);
        while (!wanted.test(seen.json()) && System.nanoTime() < end) {
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_NANOS);
            seen = reading.get().expect(200);
        }
        if (!wanted.test(seen.json())) {
            seen.at("").fail(words);
        }
        return seen;
    }
}
