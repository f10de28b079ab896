package se.ryggrad.core.minasidor.index;

import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.registry.Protections;

/** Tells who must not be in the index, by the registries of persons (MINA-048, MINA-049). Thread-safe. */
public final class Guard {

    private final Protections protections;

    /** Creates it over those who know. */
    public Guard(Protections protections) {
        this.protections = protections;
    }

    /** Returns the protection of {@code owner} as the registries of {@code issuers} name it, for a system that vouches for nobody. */
    Protection ofPeopleOf(Set<String> issuers, Caller system, Identity owner) {
        return issuers.stream()
                .sorted()
                .map(issuer -> of(vouchedBy(issuer, system), owner))
                .reduce(Protection.NONE, Protection::or);
    }

    /** Returns the protection of {@code owner} as the registries of the caller's issuer name it; none of an organisation. */
    Protection of(Caller caller, Identity owner) {
        return owner.scheme().person()
                ? protections.of(caller, Set.of(owner)).getOrDefault(owner, Protection.NONE)
                : Protection.NONE;
    }

    private static Caller vouchedBy(String issuer, Caller system) {
        return new Caller(
                system.principal(), system.actor(), system.representation(), Optional.of(issuer), system.traceparent());
    }
}
