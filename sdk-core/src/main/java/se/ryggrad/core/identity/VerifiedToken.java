package se.ryggrad.core.identity;

import java.time.Instant;
import java.util.Optional;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.RegistryInquiry;

/**
 * Is what an accepted token says.
 *
 * @param value the token itself, for whoever may exchange it (MINA-025)
 * @param issuer who vouches for it
 * @param subject its {@code sub}, as sent
 * @param actor who it stands for
 * @param kind the kind of actor
 * @param acr the level of assurance as the token names it
 * @param expiresAt when it ends
 * @param delegation that somebody else uses it, and for what; absent when the actor does
 */
public record VerifiedToken(
        String value,
        String issuer,
        String subject,
        Actor actor,
        ActorKind kind,
        Optional<String> acr,
        Instant expiresAt,
        Optional<Delegation> delegation) {

    /** Returns what to ask registries about a person; nothing for other kinds of actor, who represent nobody. */
    public Optional<RegistryInquiry> inquiry(PrincipalId principal, String traceparent) {
        return actor instanceof Actor.Person person
                ? Optional.of(new RegistryInquiry(principal, person.identity(), issuer, traceparent))
                : Optional.empty();
    }

    /** Tells nothing of whom it stands for: an issuer may put an identity number into the subject. */
    @Override
    public String toString() {
        return "a token of " + issuer + " for a " + kind.code();
    }
}
