package se.ryggrad.conformance.twin.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;

/** Judges what is pushed by the latest version that there is of the item. */
final class Versions {

    private final TwinSettings settings;

    Versions(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns whether a push is to be kept; ends with 409 when it is old, or contradicts what is there. */
    boolean replaces(Optional<Entry> before, Push push, Instant now) {
        if (before.isEmpty()) {
            return isFirst(push);
        }
        var entry = before.get();
        if (push.version() > entry.version()) {
            return isNewer(entry, push, now);
        }
        return push.version() < entry.version() ? isOlder(entry, push, now) : isOther(entry, push, now);
    }

    private boolean isFirst(Push push) {
        if (push.item().isEmpty() && breaks(Fault.MINA_042_A)) {
            throw Fail.notFound();
        }
        return push.item().isPresent() || !breaks(Fault.MINA_043_B);
    }

    private boolean isNewer(Entry entry, Push push, Instant now) {
        if (!entry.isThere(now) && push.isThere(now) && breaks(Fault.MINA_043_D)) {
            throw conflict();
        }
        boolean ended = push.item().isPresent() && !push.isThere(now);
        return !(ended && breaks(Fault.MINA_044_B));
    }

    private boolean isOlder(Entry entry, Push push, Instant now) {
        boolean there = entry.isThere(now);
        boolean removing = push.item().isEmpty();
        boolean back = !there && !removing && breaks(Fault.MINA_043_A);
        boolean older = there && !removing && breaks(Fault.MINA_040_A);
        boolean removed = there && removing && breaks(Fault.MINA_042_E);
        if (back || older || removed) {
            return true;
        }
        if (there && !removing && breaks(Fault.MINA_040_B)) {
            return false;
        }
        throw conflict();
    }

    private boolean isOther(Entry entry, Push push, Instant now) {
        if (entry.isThere(now)) {
            return push.item().isEmpty() ? isRemoval() : isChanged(entry, push);
        }
        if (push.isThere(now)) {
            if (breaks(entry.item().isPresent() ? Fault.MINA_044_E : Fault.MINA_043_C)) {
                return true;
            }
            throw conflict();
        }
        if (breaks(push.item().isEmpty() ? Fault.MINA_042_D : Fault.MINA_044_D)) {
            throw conflict();
        }
        return false;
    }

    private boolean isRemoval() {
        if (breaks(Fault.MINA_042_C)) {
            return true;
        }
        throw conflict();
    }

    private boolean isChanged(Entry entry, Push push) {
        boolean same = isSame(entry.item().orElseThrow(), push.item().orElseThrow());
        if (same && !breaks(Fault.MINA_040_D)) {
            return false;
        }
        if (!same && breaks(Fault.MINA_040_C)) {
            return true;
        }
        if (!same && breaks(Fault.MINA_040_H)) {
            return false;
        }
        throw conflict();
    }

    private boolean isSame(Pushed one, Pushed other) {
        boolean turned = breaks(Fault.MINA_040_E)
                && !new ArrayList<>(one.representatives().keySet())
                        .equals(new ArrayList<>(other.representatives().keySet()));
        boolean blind = breaks(Fault.MINA_040_I) && one.content().equals(other.content());
        return (one.equals(other) || blind) && !turned;
    }

    private static Fail conflict() {
        return Fail.of(ProblemType.STATE_CONFLICT);
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
