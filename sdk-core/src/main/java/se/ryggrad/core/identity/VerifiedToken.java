package se.ryggrad.core.identity;

import java.time.Instant;
import java.util.Optional;
import se.ryggrad.api.identity.Actor;

/**
 * Is what an accepted token says.
 *
 * @param actor who it stands for
 * @param kind the kind of actor
 * @param acr the level of assurance as the token names it
 * @param expiresAt when it ends
 */
public record VerifiedToken(Actor actor, ActorKind kind, Optional<String> acr, Instant expiresAt) {}
