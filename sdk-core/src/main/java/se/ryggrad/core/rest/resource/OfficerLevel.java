package se.ryggrad.core.rest.resource;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Holds officers to the lowest level of assurance that the system states (ID-024). */
public final class OfficerLevel {

    private OfficerLevel() {}

    /** Refuses an officer below {@code least}. */
    public static void check(Actor actor, AssuranceLevel least) {
        check(actor, least, () -> {});
    }

    /** Refuses an officer below {@code least}, after {@code sooner} had its chance to refuse. */
    public static void check(Actor actor, AssuranceLevel least, Runnable sooner) {
        boolean enough = actor.level().filter(level -> level.satisfies(least)).isPresent();
        if (actor instanceof Actor.Officer && !enough) {
            sooner.run();
            throw RyggradException.of(new Problem(
                    ProblemType.INSUFFICIENT_ASSURANCE,
                    ProblemTexts.detail("level"),
                    List.of(),
                    Optional.empty(),
                    Optional.of(least.uri())));
        }
    }
}
