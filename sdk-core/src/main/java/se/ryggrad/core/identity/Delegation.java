package se.ryggrad.core.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says that somebody other than the person uses their token, by the claim {@code act} (RFC 8693 section 4.1): a portal that
 * has exchanged the token it was given.
 *
 * <p>Who that is must stand in the token and is not kept: the issuer decides which clients are portals, all of them may do the
 * same here, and what they may read is in no access log.
 *
 * @param scopes for what: the words of the claim, which mean nothing in a person's own token
 */
public record Delegation(Set<String> scopes) {

    private static final String ACT = "act";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Copies the scopes. */
    public Delegation {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Reads the claims of a token that stands for an actor of {@code kind}; nothing for a token without {@code act}.
     *
     * @param audience the only one that it may be meant for
     * @param latest when it was issued at the latest
     * @throws TokenRefusedException when such a token is not as MINA-007 wants it
     */
    static Optional<Delegation> of(JWTClaimsSet said, ActorKind kind, String audience, Instant latest)
            throws TokenRefusedException {
        if (!said.getClaims().containsKey(ACT)) {
            return Optional.empty();
        }
        boolean named =
                said.getClaim(ACT) instanceof Map<?, ?> act && act.get("sub") instanceof String by && !by.isEmpty();
        if (!named) {
            throw new TokenRefusedException("used by somebody whom it does not name");
        }
        if (kind != ActorKind.PERSON) {
            throw new TokenRefusedException("used for an actor who is no person");
        }
        if (!said.getAudience().stream().allMatch(audience::equals)) {
            throw new TokenRefusedException("used by somebody else and meant for another audience too");
        }
        if (!brief(said, latest)) {
            throw new TokenRefusedException("used by somebody else for too long");
        }
        Set<String> scopes =
                said.getClaim(ActorClaims.SCOPE) instanceof String scope ? ActorClaims.words(scope) : Set.of();
        return Optional.of(new Delegation(scopes));
    }

    private static boolean brief(JWTClaimsSet said, Instant latest) {
        return Optional.ofNullable(said.getIssueTime())
                .map(Date::toInstant)
                .filter(issued -> !issued.isAfter(latest))
                .filter(issued -> !end(said).isAfter(issued.plus(LONGEST)))
                .isPresent();
    }

    private static Instant end(JWTClaimsSet said) {
        return said.getExpirationTime().toInstant();
    }
}
