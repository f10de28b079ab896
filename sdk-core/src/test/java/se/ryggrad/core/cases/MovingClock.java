package se.ryggrad.core.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until a test moves it. */
public final class MovingClock extends Clock {

    private volatile Instant now;

    /** Creates a clock that shows {@code start}. */
    public MovingClock(Instant start) {
        this.now = start;
    }

    /** Moves the clock on. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** Shows {@code moment}, which may lie in the past. */
    public synchronized void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
