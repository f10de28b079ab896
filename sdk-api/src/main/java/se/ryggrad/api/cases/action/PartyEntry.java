package se.ryggrad.api.cases.action;

import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.identity.Identity;

/**
 * Names a party when a case begins.
 *
 * @param role the part they play
 * @param identity who they are
 * @param name the name for people
 * @param rights what they may do; the role's own when absent
 */
public record PartyEntry(Party.Role role, Identity identity, String name, Optional<Set<Party.Right>> rights) {}
