package se.ryggrad.api.organisation;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Describes a principal (huvudman): a kommun, a region or a kommunalförbund with a base URL of its own.
 *
 * @param id its id, the segment before {@code /v1} of its base URL
 * @param name its name for people
 * @param organisation its organisation number
 * @param kommunkod its kommunkod, four digits, where it has one
 * @param baseUrl the base URL that tokens name as audience, without a trailing slash
 * @param authorities its authorities
 */
public record Principal(
        PrincipalId id,
        String name,
        OrganisationId organisation,
        Optional<String> kommunkod,
        URI baseUrl,
        List<Authority> authorities) {

    /** Copies the authorities. */
    public Principal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(baseUrl, "baseUrl");
        authorities = List.copyOf(authorities);
    }

    /** Returns the authority with {@code wanted}, if it is one of this principal's. */
    public Optional<Authority> authority(AuthorityId wanted) {
        return authorities.stream()
                .filter(authority -> authority.id().equals(wanted))
                .findFirst();
    }
}
