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
 * Is somebody who may represent another, as a registry keeps it, whether or not it holds today.
 *
 * <p>{@link #toString()} shows neither who nor the reference, so that they reach no log.
 *
 * @param reference the registry's own reference: that of the same representation when it is asked about its holder
 * @param kind by what
 * @param representative who
 * @param rights what it lets the representative do, as the registry names it
 * @param jointly whether it is held together with others
 * @param services the services that it is for; absent when it is for all
 * @param from the first day; absent bounds nothing
 * @param until the last day; absent bounds nothing
 */
public record RegisteredRepresentative(
        String reference,
        RepresentationKind kind,
        Identity representative,
        Set<RepresentationRight> rights,
        boolean jointly,
        Optional<Set<ServiceId>> services,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** Copies the collections and rejects absent parts. */
    public RegisteredRepresentative {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(representative, "representative");
        rights = Set.copyOf(rights);
        services = services.map(Set::copyOf);
    }

    /** Returns whether it holds on {@code day}. */
    public boolean holdsOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Returns whether it is for {@code service}. */
    public boolean covers(ServiceId service) {
        return services.map(named -> named.contains(service)).orElse(true);
    }

    @Override
    public String toString() {
        return "RegisteredRepresentative[" + kind.code() + "]";
    }
}
