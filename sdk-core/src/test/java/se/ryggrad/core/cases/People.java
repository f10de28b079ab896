package se.ryggrad.core.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.PrincipalId;

/** Makes the actors of the tests, with numbers of the published test vectors. */
public final class People {

    /** The principal they all act at. */
    public static final PrincipalId PRINCIPAL = new PrincipalId("2581");

    /** The authority of most conformance services. */
    public static final AuthorityId AUTHORITY = new AuthorityId("conformance-a");

    /** An identity number of a person, and of another. */
    public static final String ANNA = "199001019802";

    /** Another person's identity number. */
    public static final String BERTIL = "196903269816";

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private People() {}

    /** Returns a person at level 3. */
    public static Caller person(String number) {
        return person(number, AssuranceLevel.LOA3);
    }

    /** Returns a person at {@code level}. */
    public static Caller person(String number, AssuranceLevel level) {
        return caller(new Actor.Person(id("person" + number), identity(number), "Test Testsson", Optional.of(level)));
    }

    /** Returns the identity with {@code number}. */
    public static Identity identity(String number) {
        return new Identity(IdentityScheme.PERSONNUMMER, number);
    }

    /** Returns an officer in {@code groups}, each as {@code group@authority}. */
    public static Caller officer(String name, String... groups) {
        return officer(name, Optional.empty(), groups);
    }

    /** Returns an officer whose token tells who they are. */
    public static Caller officer(String name, Optional<Identity> identity, String... groups) {
        Set<OfficerGroup> in = Arrays.stream(groups)
                .map(group -> OfficerGroup.parse(group).orElseThrow())
                .collect(Collectors.toSet());
        return caller(new Actor.Officer(
                id("officer" + name),
                name,
                new OrganisationId("2120002759"),
                in,
                identity,
                Optional.of(AssuranceLevel.LOA4)));
    }

    /** Returns a case officer of unit-a. */
    public static Caller handler(String name) {
        return officer(name, "case-officer@conformance-a", "unit:unit-a@conformance-a");
    }

    /** Returns a registrar of conformance-a. */
    public static Caller registrar() {
        return officer("Rut Registrator", "registrar@conformance-a");
    }

    /** Returns an archivist of conformance-a. */
    public static Caller archivist() {
        return officer("Arne Arkivarie", "archivist@conformance-a");
    }

    /** Returns an auditor of conformance-a. */
    public static Caller auditor() {
        return officer("Rita Revisor", "auditor@conformance-a");
    }

    /** Returns a system with {@code scopes} that reaches conformance-a. */
    public static Caller system(String... scopes) {
        return caller(new Actor.SystemActor(id("system"), "back-office", Set.of(scopes), Set.of(AUTHORITY)));
    }

    /** Returns somebody without a token. */
    public static Caller nobody() {
        return caller(new Actor.Anonymous());
    }

    private static Caller caller(Actor actor) {
        return new Caller(PRINCIPAL, actor, TRACE);
    }

    private static ActorId id(String name) {
        return new ActorId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
