package se.ryggrad.api.catalog;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.organisation.PrincipalId;

/** Keeps published service definitions, every version for ever. You plug it in. */
public interface ServiceStore {

    /** Returns the current version of every service of {@code principal}, ordered by id. */
    List<ServiceDefinition> current(PrincipalId principal);

    /** Returns the current version of a service, or nothing. */
    Optional<ServiceDefinition> current(PrincipalId principal, ServiceId id);

    /** Returns one published version of a service, or nothing. */
    Optional<ServiceDefinition> version(PrincipalId principal, ServiceId id, String version);

    /**
     * Publishes a definition and makes it the current one.
     *
     * @return whether it is new, was there with the same content, or stands there with other content
     */
    Publication publish(PrincipalId principal, ServiceDefinition definition);

    /** Tells how publishing ended. */
    enum Publication {
        /** The version is new and current. */
        PUBLISHED,
        /** The same content was published before; nothing changed. */
        UNCHANGED,
        /** Other content was published under the same id and version; nothing changed. */
        CONFLICT
    }
}
