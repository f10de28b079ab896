package se.ryggrad.core.rest.gate;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.identity.Delegation;
import se.ryggrad.core.identity.TokenRefusedException;
import se.ryggrad.core.identity.TokenVerifier;
import se.ryggrad.core.identity.VerifiedToken;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Finds out who asks, and whether that kind of actor may come in at all. */
final class Tokens {

    private static final System.Logger LOG = System.getLogger(Tokens.class.getName());
    private static final String SCHEME = "bearer ";

    private Tokens() {}

    /** Returns the token that the request carries; a bad one is refused on public paths too (ID-002). */
    static Optional<VerifiedToken> verified(
            TokenVerifier verifier, Principal principal, RequestHeaders headers, MultivaluedMap<String, String> query)
            throws InvalidTokenException {
        List<String> given = headers.values("Authorization");
        if (query.containsKey("access_token")) {
            throw new InvalidTokenException("in the address");
        }
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String only = given.get(0);
        if (given.size() > 1 || !only.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new InvalidTokenException("not one bearer token");
        }
        try {
            return Optional.of(
                    verifier.verify(principal, only.substring(SCHEME.length()).strip()));
        } catch (TokenRefusedException refused) {
            LOG.log(System.Logger.Level.DEBUG, "token refused: {0}", refused.getMessage());
            throw new InvalidTokenException("refused");
        }
    }

    /** Refuses who may never come in: no token, the wrong kind of actor, no fitting scope, somebody else's token. */
    static void admit(Operation.Access access, Optional<VerifiedToken> token) {
        if (token.isEmpty()) {
            if (access.tokenNeeded()) {
                throw ProblemTexts.refusal(ProblemType.NOT_AUTHENTICATED, "no-token");
            }
            return;
        }
        if (!access.kinds().contains(token.get().kind())) {
            throw ProblemTexts.refusal(ProblemType.FORBIDDEN, "no-kind");
        }
        if (token.get().actor() instanceof Actor.SystemActor system && !fits(system.scopes(), access.scopes())) {
            throw ProblemTexts.refusal(ProblemType.FORBIDDEN, "no-scope");
        }
        token.get().delegation().ifPresent(delegation -> confine(delegation, access));
    }

    /** Keeps whoever uses a person's token to what its scope is for (MINA-006). */
    private static void confine(Delegation delegation, Operation.Access access) {
        String needed = access.delegated().orElseThrow(() -> ProblemTexts.refusal(ProblemType.FORBIDDEN, "delegated"));
        if (!delegation.scopes().contains(needed)) {
            throw ProblemTexts.refusal(ProblemType.FORBIDDEN, "delegated-scope");
        }
    }

    private static boolean fits(Set<String> given, Set<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(given::contains);
    }

    /** Says that a token came and is not accepted. */
    static final class InvalidTokenException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidTokenException(String rule) {
            super(rule);
        }
    }
}
