package se.ryggrad.server.wiring;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/** Holds the principals that {@code ryggrad.principals} names. */
public final class ConfiguredPrincipals implements Principals {
    private static final List<String> CONFORMANCE = List.of("conformance-a", "conformance-b");

    private final Map<PrincipalId, Principal> principals = new LinkedHashMap<>();

    /** Reads the principals and their authorities. */
    public ConfiguredPrincipals(ServerSettings settings) {
        for (String id : settings.list("ryggrad.principals")) {
            Principal principal = principal(settings, id);
            principals.put(principal.id(), principal);
        }
        if (principals.isEmpty()) {
            throw new RefusedStartException("ryggrad.principals must name at least one principal.");
        }
    }

    @Override
    public List<Principal> all() {
        return List.copyOf(principals.values());
    }

    @Override
    public Optional<Principal> find(PrincipalId id) {
        return Optional.ofNullable(principals.get(id));
    }

    private static Principal principal(ServerSettings settings, String id) {
        String prefix = "ryggrad.principal." + id + ".";
        try {
            return new Principal(
                    new PrincipalId(id),
                    settings.required(prefix + "name"),
                    new OrganisationId(settings.required(prefix + "organisation-number")),
                    settings.text(prefix + "kommunkod"),
                    URI.create(settings.baseUrl() + "/" + id + "/v1"),
                    authorities(settings, prefix));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedStartException(
                    "ryggrad.principal." + id + " is wrong: " + wrong.getMessage() + ".", wrong);
        }
    }

    private static List<Authority> authorities(ServerSettings settings, String prefix) {
        List<String> own = settings.list(prefix + "authorities");
        List<String> ids = new ArrayList<>(own.isEmpty() ? settings.list("ryggrad.authorities") : own);
        if (settings.conformanceServices()) {
            ids.addAll(CONFORMANCE);
        }
        return ids.stream().distinct().map(id -> authority(settings, id)).toList();
    }

    private static Authority authority(ServerSettings settings, String id) {
        String prefix = "ryggrad.authority." + id + ".";
        return new Authority(
                new AuthorityId(id),
                settings.required(prefix + "name"),
                settings.required(prefix + "prefix"),
                settings.list(prefix + "units").stream().map(UnitId::new).toList());
    }
}
