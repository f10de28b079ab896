package se.ryggrad.core.minasidor.register;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Holds whom the portals of a system ask, and how.
 *
 * @param terms what they promise
 * @param index what they promise of their index, where a source pushes
 * @param clients their clients, one an issuer
 * @param sources the sources of each principal that has a portal
 */
public record PortalRegister(
        OverviewTerms terms,
        IndexTerms index,
        List<ExchangeClient> clients,
        Map<PrincipalId, List<RegisteredSource>> sources) {

    /** No portal. */
    public static final PortalRegister NONE = new PortalRegister(OverviewTerms.DEFAULT, List.of(), Map.of());

    /** Rejects an issuer without a client or with two, and two sources of one id that one person would see. */
    public PortalRegister {
        clients = List.copyOf(clients);
        Set<String> issuers = clients.stream().map(ExchangeClient::issuer).collect(Collectors.toSet());
        if (issuers.size() < clients.size()) {
            throw new IllegalArgumentException("two clients are of one issuer");
        }
        sources = sources.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> ordered(entry.getValue())));
        sources.values().forEach(all -> check(all, issuers));
    }

    /** Creates a register whose index promises what is usual. */
    public PortalRegister(
            OverviewTerms terms, List<ExchangeClient> clients, Map<PrincipalId, List<RegisteredSource>> sources) {
        this(terms, IndexTerms.DEFAULT, clients, sources);
    }

    /** Returns what the portal of {@code principal} promises, or nothing where there is none. */
    public Optional<OverviewTerms> terms(PrincipalId principal) {
        return sources.containsKey(principal) ? Optional.of(terms) : Optional.empty();
    }

    /** Returns what the index of {@code principal} promises, or nothing where no source pushes. */
    public Optional<IndexTerms> indexTerms(PrincipalId principal) {
        return sources.getOrDefault(principal, List.of()).stream().anyMatch(RegisteredSource::pushes)
                ? Optional.of(index)
                : Optional.empty();
    }

    /** Returns the source for which {@code client} pushes, or nothing when it does for no source of that id (MINA-035). */
    public Optional<RegisteredSource> pushedBy(PrincipalId principal, String client, String source) {
        return sources.getOrDefault(principal, List.of()).stream()
                .filter(each -> each.id().equals(source))
                .filter(each -> each.client().equals(Optional.of(client)))
                .findFirst();
    }

    /** Returns the sources that are asked for people of {@code issuer}, by id. */
    public List<RegisteredSource> sources(PrincipalId principal, String issuer) {
        return sources.getOrDefault(principal, List.of()).stream()
                .filter(source -> source.issuers().contains(issuer))
                .toList();
    }

    /** Returns the clients by issuer. */
    public Map<String, ExchangeClient> clientsByIssuer() {
        return clients.stream().collect(Collectors.toUnmodifiableMap(ExchangeClient::issuer, Function.identity()));
    }

    private static List<RegisteredSource> ordered(List<RegisteredSource> all) {
        return all.stream().sorted(Comparator.comparing(RegisteredSource::id)).toList();
    }

    private static void check(List<RegisteredSource> all, Set<String> issuers) {
        Set<List<String>> seen = new HashSet<>();
        for (RegisteredSource source : all) {
            if (source.pushes()
                    && all.stream()
                                    .filter(each -> each.id().equals(source.id()))
                                    .count()
                            > 1) {
                throw new IllegalArgumentException("source " + source.id() + " pushes, and is one of two of that id");
            }
            for (String issuer : source.issuers()) {
                if (!issuers.contains(issuer)) {
                    throw new IllegalArgumentException(
                            "source " + source.id() + " is for people of " + issuer + ", which has no token endpoint");
                }
                if (!seen.add(List.of(source.id(), issuer))) {
                    throw new IllegalArgumentException("two sources for people of " + issuer + " are " + source.id());
                }
            }
        }
    }
}
