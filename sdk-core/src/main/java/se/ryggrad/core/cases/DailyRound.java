package se.ryggrad.core.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.cases.rules.OpenRequests;
import se.ryggrad.core.cases.turn.Moment;

/**
 * Does what the calendar brings about: lets requests expire the day after they were due (HAND-020), and seals the access
 * logs (CASE-099).
 *
 * <p>Safe to run at any time, as often as wanted and on several nodes at once: what another node did
 * meanwhile is left alone.
 */
public final class DailyRound {

    private static final int BATCH = 100;

    private final EnginePorts ports;
    private final Unattended unattended;
    private final Clock clock;

    DailyRound(EnginePorts ports, Unattended unattended, Clock clock) {
        this.ports = ports;
        this.unattended = unattended;
        this.clock = clock;
    }

    /**
     * Runs once over all principals, and seals each log. What fails at one of them keeps the others from nothing: the
     * first failure is thrown at the end, with the others suppressed in it.
     *
     * @return how many cases changed
     */
    public int run() {
        Moment moment = Moment.of(clock);
        List<Principal> principals = ports.principals().all();
        Attempts attempts = new Attempts();
        AtomicInteger changed = new AtomicInteger();
        for (Principal principal : principals) {
            attempts.make(() -> changed.addAndGet(run(principal, moment)));
        }
        for (Principal principal : principals) {
            for (Authority authority : principal.authorities()) {
                attempts.make(() -> ports.accessLog().seal(principal.id(), authority.id(), HashChain::after));
            }
        }
        attempts.end();
        return changed.get();
    }

    /** Makes attempts of which none hangs on another. */
    private static final class Attempts {

        private Optional<RuntimeException> first = Optional.empty();

        void make(Runnable attempt) {
            try {
                attempt.run();
            } catch (RuntimeException failed) {
                first.filter(before -> !before.equals(failed)).ifPresent(before -> before.addSuppressed(failed));
                first = first.or(() -> Optional.of(failed));
            }
        }

        /** Throws the first failure. */
        void end() {
            first.ifPresent(failed -> {
                throw failed;
            });
        }
    }

    private int run(Principal principal, Moment moment) {
        int changed = 0;
        int before;
        do {
            before = changed;
            List<Case> overdue = ports.cases().overdue(principal.id(), moment.today(), BATCH);
            for (Case subject : overdue) {
                changed += expire(subject, moment) ? 1 : 0;
            }
        } while (changed > before);
        return changed;
    }

    private boolean expire(Case subject, Moment moment) {
        return unattended.attempt(subject, moment, OpenRequests::expire) == Unattended.Came.DONE;
    }
}
