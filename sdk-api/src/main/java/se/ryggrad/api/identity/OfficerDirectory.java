package se.ryggrad.api.identity;

import java.util.Optional;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Knows the officers that cases can be assigned to. You plug it in.
 *
 * <p>The default learns them from the tokens they sign in with. Thread-safe. The officers of each principal are known apart.
 */
public interface OfficerDirectory {

    /**
     * Notes that {@code officer} signed in, with the groups of the moment, which count in the place of those before (HAND-010).
     *
     * <p>Called in a request of the officer when something about them is new to the node that serves it, and perhaps oftener. What
     * it throws ends the request.
     */
    void seen(PrincipalId principal, Actor.Officer officer);

    /**
     * Returns the officer as last seen, or nothing for an unknown id: then cases are not assigned to them.
     *
     * <p>The level of assurance is that of a token and need not be kept.
     */
    Optional<Actor.Officer> find(PrincipalId principal, ActorId id);
}
