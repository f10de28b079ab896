package se.ryggrad.core.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes whoever waits, or will wait next; rung often, it wakes once. Thread-safe. */
public final class Bell {

    private final Semaphore rung = new Semaphore(0);

    /** Creates a bell that was not rung yet. */
    public Bell() {}

    /** Wakes whoever waits. */
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /**
     * Waits until the bell rings, or has rung since it was last waited for.
     *
     * @param most how long at the most
     * @return false when the thread was interrupted, and shall stop
     */
    boolean await(Duration most) {
        try {
            if (rung.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
                rung.drainPermits();
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
