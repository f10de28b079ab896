package se.ryggrad.core.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.cases.access.Protected;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.cases.rules.OpenRequests;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Turn;

/**
 * Does what the calendar brings about: lets requests expire the day after they were due (HAND-020), and seals the access
 * logs (CASE-099).
 *
 * <p>Safe to run at any time, as often as wanted and on several nodes at once: what another node did
 * meanwhile is left alone.
 */
public final class DailyRound {

    private static final int BATCH = 100;
    private static final String NO_TRACE = "00-00000000000000000000000000000001-0000000000000001-00";

    private final EnginePorts ports;
    private final Meeting meeting;
    private final Clock clock;
    private final Dice dice;
    private final Sealer sealer;

    DailyRound(EnginePorts ports, Meeting meeting, Clock clock, Dice dice) {
        this.ports = ports;
        this.meeting = meeting;
        this.clock = clock;
        this.dice = dice;
        this.sealer = new Sealer(dice);
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
        Standing nobody = new Standing(new Actor.Anonymous(), List.of(), Set.of());
        Situation situation =
                new Situation(subject, nobody, meeting.definition(subject), moment.today(), Protected.NOBODY);
        Outcome outcome = OpenRequests.expire(new Turn(
                situation,
                moment,
                new PortSurroundings(ports, subject, moment, PortSurroundings.Representing.UNKNOWN),
                dice));
        ChangeSet change = sealer.seal(outcome, situation.definition(), moment, NO_TRACE);
        return !outcome.events().isEmpty() && ports.cases().commit(change) instanceof Commit.Done;
    }
}
