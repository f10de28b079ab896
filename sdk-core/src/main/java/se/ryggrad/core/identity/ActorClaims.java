package se.ryggrad.core.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.organisation.Principal;

/**
 * Turns the claims of the Swedish profile into exactly one kind of actor (ID-015 to ID-017).
 *
 * <p>Source: OIDC Sweden claims 1.0, Sweden Connect claims for eIDAS, RFC 9068. Thread-safe.
 */
final class ActorClaims {

    static final String SCOPE = "scope";

    private static final String SWEDISH = "https://id.oidc.se/claim/";
    private static final String AFFILIATION = SWEDISH + "orgAffiliation";
    private static final String PERSON_NUMBER = SWEDISH + "personalIdentityNumber";
    private static final String COORDINATION_NUMBER = SWEDISH + "coordinationNumber";
    private static final String PRID = "https://id.swedenconnect.se/claim/prid";
    private static final String GROUPS = "groups";
    private static final Pattern AFFILIATED = Pattern.compile("[^@,;\\s]+@[^@,;\\s]+");

    private final ActorIds ids;
    private final SystemClients clients;

    ActorClaims(ActorIds ids, SystemClients clients) {
        this.ids = ids;
        this.clients = clients;
    }

    Actor actor(Principal principal, JWTClaimsSet claims) throws TokenRefusedException {
        try {
            Optional<Identity> identity = identity(claims);
            if (claims.getClaim(AFFILIATION) != null) {
                return officer(principal, claims, identity);
            }
            if (claims.getClaim(GROUPS) != null) {
                throw new TokenRefusedException("groups without an affiliation");
            }
            return identity.isPresent() ? person(principal, claims, identity.get()) : system(principal, claims);
        } catch (ParseException wrongType) {
            throw new TokenRefusedException("a claim of the wrong type", wrongType);
        }
    }

    private static Optional<Identity> identity(JWTClaimsSet claims) throws ParseException, TokenRefusedException {
        List<Identity> found = new ArrayList<>();
        add(found, IdentityScheme.PERSONNUMMER, claims.getStringClaim(PERSON_NUMBER));
        add(found, IdentityScheme.SAMORDNINGSNUMMER, claims.getStringClaim(COORDINATION_NUMBER));
        add(found, IdentityScheme.PRID, claims.getStringClaim(PRID));
        if (found.size() > 1) {
            throw new TokenRefusedException("more than one identity");
        }
        return found.stream().findFirst();
    }

    private static void add(List<Identity> found, IdentityScheme scheme, @Nullable String value)
            throws TokenRefusedException {
        if (value == null) {
            return;
        }
        try {
            found.add(new Identity(scheme, value));
        } catch (IllegalArgumentException invalid) {
            throw new TokenRefusedException("not a valid " + scheme.code());
        }
    }

    private Actor officer(Principal principal, JWTClaimsSet claims, Optional<Identity> identity)
            throws ParseException, TokenRefusedException {
        String affiliation = onlyAffiliation(claims.getClaim(AFFILIATION));
        if (!AFFILIATED.matcher(affiliation).matches()
                || !affiliation.endsWith("@" + principal.organisation().value())) {
            throw new TokenRefusedException("affiliated to another organisation");
        }
        return new Actor.Officer(
                ids.subject(principal.id(), claims.getIssuer(), claims.getSubject()),
                name(claims),
                principal.organisation(),
                groups(claims),
                identity,
                level(claims));
    }

    private static String onlyAffiliation(Object claim) throws TokenRefusedException {
        if (claim instanceof String affiliation) {
            return affiliation;
        }
        throw new TokenRefusedException("not exactly one affiliation");
    }

    private static Set<OfficerGroup> groups(JWTClaimsSet claims) throws ParseException {
        List<String> names = claims.getStringListClaim(GROUPS);
        return names == null
                ? Set.of()
                : names.stream()
                        .filter(Objects::nonNull)
                        .flatMap(name -> OfficerGroup.parse(name).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private Actor person(Principal principal, JWTClaimsSet claims, Identity identity) throws ParseException {
        return new Actor.Person(ids.person(principal.id(), identity), identity, name(claims), level(claims));
    }

    private Actor system(Principal principal, JWTClaimsSet claims) throws ParseException, TokenRefusedException {
        String clientId = claims.getStringClaim("client_id");
        if (clientId == null || clientId.isEmpty()) {
            throw new TokenRefusedException("neither person, officer nor system");
        }
        String scope = claims.getStringClaim(SCOPE);
        return new Actor.SystemActor(
                ids.subject(principal.id(), claims.getIssuer(), clientId),
                clientId,
                scope == null ? Set.of() : words(scope),
                clients.reach(principal.id(), clientId));
    }

    /** Returns the scopes that the claim {@code scope} names (RFC 8693 section 4.2). */
    static Set<String> words(String scope) {
        return Stream.of(scope.split(" ", -1)).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static String name(JWTClaimsSet claims) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim("name")).orElse("");
    }

    private static Optional<AssuranceLevel> level(JWTClaimsSet claims) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim("acr")).flatMap(AssuranceLevel::parse);
    }
}
