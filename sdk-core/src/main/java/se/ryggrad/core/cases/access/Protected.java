package se.ryggrad.core.cases.access;

import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.Protection;

/**
 * Is what one request knows of the protection of persons, and by that of the protected parties of a case; somebody who
 * acts for themselves is never among them (ID-056, ID-061).
 *
 * @param persons each person with their protection, or none
 */
public record Protected(Map<Identity, Protection> persons) {

    /** Nobody is protected. */
    public static final Protected NOBODY = new Protected(Map.of());

    /** Copies the persons. */
    public Protected {
        persons = Map.copyOf(persons);
    }

    /** Returns the protection of {@code party}; nothing for a party without. */
    public Optional<Protection> of(Party party) {
        return Optional.ofNullable(persons.get(party.identity()))
                .filter(protection -> party.person())
                .filter(Protection::protects);
    }

    /** Returns whether {@code subject} has a protected party, ended or not. */
    public boolean any(Case subject) {
        return subject.parties().stream().anyMatch(party -> of(party).isPresent());
    }

    /** Returns whether {@code actor} sees {@code subject} whole, whoever is protected in it. */
    static boolean opens(Actor actor, Case subject) {
        return actor instanceof Actor.Officer officer
                && officer.seesProtected(subject.head().authority());
    }
}
