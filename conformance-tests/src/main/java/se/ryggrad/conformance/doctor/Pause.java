package se.ryggrad.conformance.doctor;

import java.util.concurrent.locks.LockSupport;

/** A breath between two questions to a system that is not ready yet. */
public final class Pause {

    private static final long NANOS = 200_000_000;

    private Pause() {}

    /** Waits a fifth of a second. */
    public static void brief() {
        LockSupport.parkNanos(NANOS);
    }
}
