package se.ryggrad.api.registry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;

/**
 * Is a representation as a registry keeps it, whether or not it holds today.
 *
 * <p>{@link #toString()} shows neither who nor the reference, so that they reach no log.
 *
 * @param reference the registry's own reference, the same for as long as the representation lasts; shown to nobody
 * @param kind by what
 * @param represented for whom
 * @param name the name of the represented
 * @param rights what it lets the representative do, as the registry names it
 * @param jointly whether it is held together with others
 * @param services the services that it is for; absent when it is for all
 * @param from the first day; absent bounds nothing
 * @param until the last day; absent bounds nothing
 */
public record RegisteredRepresentation(
        String reference,
        RepresentationKind kind,
        Identity represented,
        String name,
        Set<RepresentationRight> rights,
        boolean jointly,
        Optional<Set<ServiceId>> services,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** Copies the collections and rejects absent parts. */
    public RegisteredRepresentation {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(represented, "represented");
        Objects.requireNonNull(name, "name");
        rights = Set.copyOf(rights);
        services = services.map(Set::copyOf);
    }

    /** Returns whether it holds on {@code day}. */
    public boolean holdsOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    @Override
    public String toString() {
        return "RegisteredRepresentation[" + kind.code() + "]";
    }
}
