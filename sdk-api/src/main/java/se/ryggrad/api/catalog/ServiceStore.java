package se.ryggrad.api.catalog;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Keeps published service definitions, every version for ever (CAT-008). You plug it in.
 *
 * <p>Thread-safe, on any number of nodes: what was published is found by whoever asks afterwards. The current version of a service
 * is the one with the highest version number, three whole numbers compared one by one, whenever it was published (CAT-003). Each
 * principal has services of its own.
 */
public interface ServiceStore {

    /** Returns the current version of every service of {@code principal}, ordered by id; empty when it has none. */
    List<ServiceDefinition> current(PrincipalId principal);

    /** Returns the current version of a service, or nothing. */
    Optional<ServiceDefinition> current(PrincipalId principal, ServiceId id);

    /** Returns one published version of a service, or nothing. */
    Optional<ServiceDefinition> version(PrincipalId principal, ServiceId id, String version);

    /**
     * Publishes a definition, which the caller has found right.
     *
     * <p>The content is the same when {@link ServiceDefinition#document()} is the same JSON value, in whatever order its members
     * stand (CAT-007). Of several contents that come at once under one id and version, one is published.
     *
     * @return whether it is new, was there with the same content, or stands there with other content
     */
    Publication publish(PrincipalId principal, ServiceDefinition definition);

    /** Tells how publishing ended. */
    enum Publication {
        /** The version is new, and current unless there is a higher one. */
        PUBLISHED,
        /** The same content was published before; nothing changed. */
        UNCHANGED,
        /** Other content was published under the same id and version; nothing changed. */
        CONFLICT
    }
}
