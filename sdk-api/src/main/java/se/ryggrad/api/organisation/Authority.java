package se.ryggrad.api.organisation;

import java.util.List;
import java.util.Objects;

/**
 * Describes an authority: it has its own register and is a boundary of secrecy.
 *
 * @param id its id within the principal
 * @param name its name for people
 * @param registerPrefix what its registry numbers begin with, for example {@code BYGG}
 * @param units its units
 */
public record Authority(AuthorityId id, String name, String registerPrefix, List<UnitId> units) {

    /** Copies the units. */
    public Authority {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(registerPrefix, "registerPrefix");
        units = List.copyOf(units);
    }
}
