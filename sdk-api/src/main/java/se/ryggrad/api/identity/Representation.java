package se.ryggrad.api.identity;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets one person act for another, as it holds today (ID-042 to ID-048).
 *
 * <p>{@link #toString()} shows neither who nor the id, so that they reach no log.
 *
 * @param id the opaque reference, of this person at this principal alone
 * @param kind by what
 * @param represented for whom
 * @param name the name of the represented
 * @param rights what it lets the person do alone; {@link RepresentationRight#READ} always
 * @param named what the registry names: more than {@code rights} where it is held together with others
 * @param jointly whether it is held together with others
 * @param services the ids of the services that it is for; absent when it is for all
 * @param until the last day, where there is one
 */
public record Representation(
        UUID id,
        RepresentationKind kind,
        Identity represented,
        String name,
        Set<RepresentationRight> rights,
        Set<RepresentationRight> named,
        boolean jointly,
        Optional<Set<String>> services,
        Optional<LocalDate> until) {

    /** Copies the collections and rejects absent parts. */
    public Representation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(represented, "represented");
        Objects.requireNonNull(name, "name");
        rights = Set.copyOf(rights);
        named = Set.copyOf(named);
        services = services.map(Set::copyOf);
    }

    /** Creates one that lets its holder do alone all that the registry names. */
    public Representation(
            UUID id,
            RepresentationKind kind,
            Identity represented,
            String name,
            Set<RepresentationRight> rights,
            boolean jointly,
            Optional<Set<String>> services,
            Optional<LocalDate> until) {
        this(id, kind, represented, name, rights, rights, jointly, services, until);
    }

    /** Returns whether it gives {@code right} where the others are asked to agree: to joint signatories too (ID-071). */
    public boolean mayAmongOthers(RepresentationRight right) {
        return (jointly && kind == RepresentationKind.SIGNATORY) ? named.contains(right) : may(right);
    }

    /** Returns whether it gives {@code right} alone. */
    public boolean may(RepresentationRight right) {
        return rights.contains(right);
    }

    @Override
    public String toString() {
        return "Representation[" + kind.code() + "]";
    }
}
