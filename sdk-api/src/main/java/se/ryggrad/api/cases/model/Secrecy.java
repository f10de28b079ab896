package se.ryggrad.api.cases.model;

import java.time.Instant;
import se.ryggrad.api.identity.ActorId;

/**
 * States the ground on which a part is withheld.
 *
 * @param provision the provision, for example {@code OSL 26 kap. 1 §}
 * @param against whom it is withheld from, in words
 * @param assessedAt when it was assessed
 * @param assessedBy the officer who did
 */
public record Secrecy(String provision, String against, Instant assessedAt, ActorId assessedBy) {}
