package se.ryggrad.api.events;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Says how it goes with what a receiver is to be sent.
 *
 * @param tries how many calls were begun
 * @param due when it is to be sent next, at the earliest
 * @param under the call that is under way; absent when none is
 */
public record Calling(int tries, Instant due, Optional<Call> under) {

    /** Rejects absent parts, and fewer tries than none. */
    public Calling {
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(under, "under");
        if (tries < 0) {
            throw new IllegalArgumentException("tries from 0");
        }
    }

    /**
     * Is a call that somebody has begun, and that is nobody else's to make until it ends.
     *
     * @param id tells who began it
     * @param until when it is taken for lost
     */
    public record Call(UUID id, Instant until) {

        /** Rejects absent parts. */
        public Call {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(until, "until");
        }
    }

    /** Creates what was not sent yet. */
    public static Calling from(Instant due) {
        return new Calling(0, due, Optional.empty());
    }

    /** Returns whether a call is under way that is not taken for lost. */
    public boolean busy(Instant now) {
        return under.filter(call -> call.until().isAfter(now)).isPresent();
    }

    /** Returns when a call can be begun: when it is due, or when the one under way is taken for lost. */
    public Instant claimable() {
        return under.map(Call::until).filter(until -> until.isAfter(due)).orElse(due);
    }

    /** Returns whether the call under way is {@code id}. */
    public boolean by(UUID id) {
        return under.filter(call -> call.id().equals(id)).isPresent();
    }

    /** Returns the same when a call has begun. */
    public Calling begun(Call call) {
        return new Calling(tries + 1, due, Optional.of(call));
    }

    /** Returns the same when the call under way has ended without success. */
    public Calling again(Instant then) {
        return new Calling(tries, then, Optional.empty());
    }

    /** Returns the same when nothing was sent by the call under way, which is no try. */
    public Calling unsent(Instant then) {
        return new Calling(Math.max(0, tries - 1), then, Optional.empty());
    }

    /** Returns the same, without a call that is taken for lost. */
    public Calling unlessLost(Instant now) {
        return under.isEmpty() || busy(now) ? this : again(due);
    }

    /** Returns the same with all its tries before it; a call under way stays. */
    public Calling afresh(Instant then) {
        return new Calling(0, then, under);
    }
}
