package se.ryggrad.api.cases.party;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.api.identity.Identity;

/**
 * Says what becomes of a party; what is absent stays as it was.
 *
 * @param role the part they play; leaves the rights
 * @param name the name for people
 * @param rights what they may do
 * @param identity the number that they have been given in place of the one they had
 */
public record PartyChange(
        Optional<Party.Role> role,
        Optional<String> name,
        Optional<Set<Party.Right>> rights,
        Optional<Identity> identity) {

    /** Returns the names in JSON of what changes. */
    public List<String> members() {
        return Stream.of(
                        role.map(given -> "role"),
                        name.map(given -> "name"),
                        rights.map(given -> "rights"),
                        identity.map(given -> "identity"))
                .flatMap(Optional::stream)
                .toList();
    }
}
