package se.ryggrad.api.catalog;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.PrincipalId;

/** Offers the catalogue of e-services: reading is for everybody, publishing for service-admins. */
public interface ServiceCatalog {

    /**
     * Returns the current version of the services that match, ordered by id.
     *
     * @param text must stand in a title or description in either language, whatever the case of letters
     * @param audience must be among those whom the service is for
     */
    List<ServiceDefinition> search(PrincipalId principal, Optional<String> text, Optional<String> audience);

    /**
     * Returns a version of a service, the one with the highest version number when none is named.
     *
     * @throws se.ryggrad.api.RyggradException {@code not-found} for what is not published
     */
    ServiceDefinition find(PrincipalId principal, String id, Optional<String> version);

    /**
     * Publishes a definition; doing so again with the same content changes nothing.
     *
     * @param id the id in the path
     * @param document the definition as sent
     * @return {@code PUBLISHED} or {@code UNCHANGED}
     * @throws se.ryggrad.api.RyggradException {@code forbidden} for anybody but a service-admin of the
     *     service's authority, {@code validation} with all faults, {@code state-conflict} when the version
     *     stands with other content
     */
    ServiceStore.Publication publish(Caller caller, String id, JsonText document);
}
