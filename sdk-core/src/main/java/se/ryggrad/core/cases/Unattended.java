package se.ryggrad.core.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.access.Protected;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;

/** Does in cases what happens by itself, while nobody acts. */
final class Unattended {

    private static final int ATTEMPTS = 50;
    private static final String NO_TRACE = "00-00000000000000000000000000000001-0000000000000001-00";

    private final EnginePorts ports;
    private final Meeting meeting;
    private final Dice dice;
    private final Sealer sealer;

    Unattended(EnginePorts ports, Meeting meeting, Dice dice) {
        this.ports = ports;
        this.meeting = meeting;
        this.dice = dice;
        this.sealer = new Sealer(dice);
    }

    /** Is what came of a rule. */
    enum Came {
        /** Nothing: there was nothing to do. */
        NOTHING,
        /** The case is changed. */
        DONE,
        /** Another write came between, and nothing was written. */
        BETWEEN
    }

    /** Lets {@code rule} change a case, anew where another write comes between. Nothing happens to a case that is gone. */
    void change(PrincipalId principal, CaseId id, Moment moment, Function<Turn, Outcome> rule) {
        for (int count = 0; count < ATTEMPTS; count++) {
            Optional<Case> subject = ports.cases()
                    .find(principal, id)
                    .filter(each -> each.disposed().isEmpty());
            if (subject.isEmpty() || attempt(subject.get(), moment, rule) != Came.BETWEEN) {
                return;
            }
        }
        throw Refusals.of(ProblemType.UNAVAILABLE, "problem.busy");
    }

    /** Lets {@code rule} change a case as it was read. */
    Came attempt(Case subject, Moment moment, Function<Turn, Outcome> rule) {
        Standing nobody = new Standing(new Actor.Anonymous(), List.of(), Set.of());
        Situation situation =
                new Situation(subject, nobody, meeting.definition(subject), moment.today(), Protected.NOBODY);
        Outcome outcome =
                rule.apply(new Turn(situation, moment, PortSurroundings.unattended(ports, subject, moment), dice));
        if (outcome.events().isEmpty()) {
            return Came.NOTHING;
        }
        ChangeSet change = sealer.seal(outcome, situation.definition(), moment, NO_TRACE);
        return ports.cases().commit(change) instanceof Commit.Done ? Came.DONE : Came.BETWEEN;
    }
}
