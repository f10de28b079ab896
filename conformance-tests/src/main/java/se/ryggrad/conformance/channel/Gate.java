package se.ryggrad.conformance.channel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What holds an answer back until a check lets it go, or somebody has waited for too long. Safe for many threads. */
public final class Gate {

    /** Less than the ten seconds that an answer may take. */
    private static final Duration IN_TIME = Duration.ofSeconds(8);

    private final Duration longest;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicBoolean passed = new AtomicBoolean();

    /** Holds an answer back, but not for so long that it is too late. */
    public Gate() {
        this(IN_TIME);
    }

    /** Holds an answer back for a time at the most. */
    public Gate(Duration longest) {
        this.longest = longest;
    }

    /** Lets the answer go. */
    public void open() {
        opened.countDown();
    }

    /** Tells whether an answer has gone by now, because the gate was opened or because it was in vain to wait. */
    public boolean passed() {
        return passed.get();
    }

    void await() {
        try {
            opened.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        passed.set(true);
    }
}
