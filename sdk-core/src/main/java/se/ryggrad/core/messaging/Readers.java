package se.ryggrad.core.messaging;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.text.Wording;

/** Tells who reads letters and contact data: people, at the level of assurance that the system asks for (MSG-031 to MSG-033). */
final class Readers {

    private final AssuranceLevel least;

    Readers(AssuranceLevel least) {
        this.least = least;
    }

    /** Returns the person who asks, whatever their level. */
    static Actor.Person person(Caller caller) {
        if (caller.actor() instanceof Actor.Person person) {
            return person;
        }
        throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
    }

    /** Refuses a level that is too low. */
    void requireLevel(Caller caller) {
        if (caller.actor().level().filter(level -> level.satisfies(least)).isEmpty()) {
            throw RyggradException.of(new Problem(
                    ProblemType.INSUFFICIENT_ASSURANCE,
                    Wording.text("problem.level"),
                    List.of(),
                    Optional.empty(),
                    Optional.of(least.uri())));
        }
    }
}
