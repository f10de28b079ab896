package se.ryggrad.api.identity;

import java.util.Optional;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Knows the officers that cases can be assigned to. You plug it in.
 *
 * <p>The default learns them from the tokens they sign in with.
 */
public interface OfficerDirectory {

    /** Notes that {@code officer} signed in, with the groups of the moment. */
    void seen(PrincipalId principal, Actor.Officer officer);

    /** Returns the officer as last seen, or nothing for an unknown id. */
    Optional<Actor.Officer> find(PrincipalId principal, ActorId id);
}
