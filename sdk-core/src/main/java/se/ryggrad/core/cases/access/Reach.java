package se.ryggrad.core.cases.access;

import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.identity.Representation;

/** Tells whether a representation reaches the cases of a service (ID-048, ID-049). */
public final class Reach {

    private Reach() {}

    /** Returns whether a caller with {@code representation} reaches {@code service} today; others always do. */
    public static boolean holds(Optional<Representation> representation, ServiceDefinition service, LocalDate today) {
        return representation.map(each -> holds(each, service, today)).orElse(true);
    }

    private static boolean holds(Representation representation, ServiceDefinition service, LocalDate today) {
        boolean named = representation
                .services()
                .map(services -> services.contains(service.id().value()))
                .orElse(true);
        return named
                && service.representation()
                        .reaches(
                                representation.kind(),
                                representation.represented().ageOn(today));
    }
}
