package se.ryggrad.server.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.server.settings.ServerSettings;

/**
 * Reads which authorities a system client reaches: {@code ryggrad.client.{id}.authorities}, {@code *} for all, and where:
 * {@code .principals}, all when absent.
 */
public final class ConfiguredClients implements SystemClients {
    private final ServerSettings settings;
    private final Principals principals;

    /** Creates the reader. */
    public ConfiguredClients(ServerSettings settings, Principals principals) {
        this.settings = settings;
        this.principals = principals;
    }

    @Override
    public Set<AuthorityId> reach(PrincipalId principal, String clientId) {
        if (!clientId.matches("[A-Za-z0-9._-]{1,100}")) {
            return Set.of();
        }
        String prefix = "ryggrad.client." + clientId;
        List<String> at = settings.list(prefix + ".principals");
        if (!at.isEmpty() && !at.contains(principal.value())) {
            return Set.of();
        }
        List<String> names = settings.list(prefix + ".authorities");
        return principals.find(principal).stream()
                .flatMap(found -> found.authorities().stream())
                .map(Authority::id)
                .filter(id -> names.contains("*") || names.contains(id.value()))
                .collect(Collectors.toSet());
    }
}
