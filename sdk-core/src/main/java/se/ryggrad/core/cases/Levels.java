package se.ryggrad.core.cases;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.core.text.Wording;

/** Asks for the level of assurance that a service needs, for reading as well as acting (ID-020, ID-021). */
final class Levels {

    private Levels() {}

    /** Refuses {@code actor} when its level is too low; systems have none. */
    static void check(Actor actor, ServiceDefinition definition) {
        if (actor instanceof Actor.SystemActor) {
            return;
        }
        definition
                .assurance()
                .filter(needed ->
                        actor.level().filter(level -> level.satisfies(needed)).isEmpty())
                .ifPresent(Levels::refuse);
    }

    private static void refuse(AssuranceLevel needed) {
        throw RyggradException.of(new Problem(
                ProblemType.INSUFFICIENT_ASSURANCE,
                Wording.text("problem.level"),
                List.of(),
                Optional.empty(),
                Optional.of(needed.uri())));
    }
}
