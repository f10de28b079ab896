package se.ryggrad.core.cases.represented;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.cases.People;

/**
 * Lets a person act for another in a test.
 *
 * @param kind by what
 * @param rights what it lets the person do besides seeing
 * @param services the services it is for; absent when it is for all
 */
public record Representing(RepresentationKind kind, Set<RepresentationRight> rights, Optional<Set<String>> services) {

    /** Returns a representation with every right, for all services. */
    public static Representing by(RepresentationKind kind) {
        return new Representing(kind, Set.of(RepresentationRight.values()), Optional.empty());
    }

    /** Returns a power of attorney with some rights. */
    static Representing with(RepresentationRight... rights) {
        return new Representing(RepresentationKind.POWER_OF_ATTORNEY, Set.of(rights), Optional.empty());
    }

    /** Returns the same for some services alone. */
    Representing within(String... ids) {
        return new Representing(kind, rights, Optional.of(Set.of(ids)));
    }

    /** Returns {@code person} who acts for {@code represented}. */
    public Caller as(Caller person, Identity represented) {
        Set<RepresentationRight> all = new HashSet<>(rights);
        all.add(RepresentationRight.READ);
        Representation representation = new Representation(
                UUID.nameUUIDFromBytes(represented.value().getBytes(StandardCharsets.UTF_8)),
                kind,
                represented,
                "Alva Ek",
                all,
                false,
                services,
                Optional.empty());
        return new Caller(People.PRINCIPAL, person.actor(), Optional.of(representation), person.traceparent());
    }
}
