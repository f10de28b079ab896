package se.ryggrad.core.identity;

import java.util.List;
import java.util.Set;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Is an issuer of access tokens, bound to what it may vouch for (ID-014, ID-032).
 *
 * @param url the exact value of {@code iss}
 * @param keys where its public keys come from
 * @param algorithms the algorithms it signs with, of RS256, PS256 and ES256
 * @param actors the kinds of actor it may vouch for
 * @param principals the principals it counts at; every one when empty
 */
public record TrustedIssuer(
        String url, KeySource keys, Set<String> algorithms, Set<ActorKind> actors, Set<PrincipalId> principals) {

    /** The algorithms of the standard (ID-003). */
    public static final List<String> ALGORITHMS = List.of("RS256", "PS256", "ES256");

    /** Rejects an issuer that vouches for nobody, or signs with what the standard does not allow. */
    public TrustedIssuer {
        algorithms = Set.copyOf(algorithms);
        actors = Set.copyOf(actors);
        principals = Set.copyOf(principals);
        if (url.isEmpty() || actors.isEmpty() || algorithms.isEmpty()) {
            throw new IllegalArgumentException("an issuer has a URL, algorithms and kinds of actor");
        }
        if (!ALGORITHMS.containsAll(algorithms)) {
            throw new IllegalArgumentException("algorithms are of " + ALGORITHMS);
        }
    }

    /** Returns whether the issuer counts at {@code principal}. */
    public boolean serves(PrincipalId principal) {
        return principals.isEmpty() || principals.contains(principal);
    }
}
