package se.ryggrad.core.rest;

import org.jspecify.annotations.Nullable;

/**
 * Is a failure as the log may have it: classes and stack traces without messages, which may repeat what was sent
 * (CORE-044).
 */
public final class Breakdown extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 8;

    private Breakdown(String type, @Nullable Throwable cause, StackTraceElement[] trace) {
        super(type, cause);
        setStackTrace(trace);
    }

    /** Returns what {@code thrown} tells of the program and nothing else. */
    public static Breakdown of(Throwable thrown) {
        return of(thrown, MOST_CAUSES);
    }

    private static Breakdown of(Throwable thrown, int causes) {
        Throwable cause = causes == 0 ? null : thrown.getCause();
        return new Breakdown(
                thrown.getClass().getName(), cause == null ? null : of(cause, causes - 1), thrown.getStackTrace());
    }
}
