package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Identity;

/**
 * Names a party when a case begins, or when one is added to it.
 *
 * @param role the part they play
 * @param identity who they are
 * @param name the name for people; empty when unknown
 * @param rights what they may do; the role's own when absent
 */
public record PartyEntry(Party.Role role, Identity identity, String name, Optional<Set<Party.Right>> rights) {

    /** Returns the party with {@code id} that the entry becomes on the day {@code from}. */
    public Party party(PartyId id, LocalDate from) {
        return new Party(
                id,
                role,
                identity,
                name,
                rights.orElseGet(role::defaultRights),
                from,
                Optional.empty(),
                Optional.empty());
    }
}
