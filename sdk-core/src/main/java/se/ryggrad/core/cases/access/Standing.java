package se.ryggrad.core.cases.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.organisation.AuthorityId;

/**
 * Tells what a caller is to one case (ID-029, ID-031, HAND-017).
 *
 * @param actor who it is
 * @param representation by what the caller acts for another; absent for somebody who acts for themselves
 * @param self the parties that the caller is, or acts for; none that has ended
 * @param roles what else the caller is to the case
 * @param interests whom an officer may represent
 */
public record Standing(
        Actor actor, Optional<Representation> representation, List<Party> self, Set<Role> roles, Interests interests) {

    /** The scope by which a system reads cases. */
    public static final String READ_SCOPE = "cases:read";

    private static final String REGISTER_SCOPE = "cases:register";

    /** Lists what a caller can be besides a party. */
    public enum Role {
        /** Holds the code of a case without login. */
        FOLLOWER,
        /** An officer of the case's unit. */
        OFFICER,
        /** The officer whom the case is assigned to. */
        ASSIGNED,
        /** A registrar of the authority. */
        REGISTRAR,
        /** An archivist of the authority. */
        ARCHIVIST,
        /** An officer of a unit that an open request is addressed to. */
        CONSULTED,
        /** Somebody of the contact centre of the authority. */
        CONTACT_CENTRE,
        /** A system that may read the case. */
        READER,
        /** A system that may register the case. */
        REGISTERING_SYSTEM,
        /** An officer of the authority who is a party, or may represent one: may do nothing (FL section 16). */
        PARTIAL
    }

    /** Copies the collections. */
    public Standing {
        self = List.copyOf(self);
        roles = Set.copyOf(roles);
    }

    /** Creates the standing of somebody who acts for themselves. */
    public Standing(Actor actor, List<Party> self, Set<Role> roles) {
        this(actor, Optional.empty(), self, roles, Interests.NONE);
    }

    /**
     * Returns what {@code caller} is to {@code subject}; whether a representation reaches its service is told by
     * {@link Reach}.
     *
     * @param interests whom the caller may represent as an officer; asked where the case would else exist for them
     */
    public static Standing of(Caller caller, Case subject, Interests interests) {
        return of(caller.actor(), caller.representation(), subject, interests);
    }

    /** Returns what the same caller is to {@code changed}. */
    public Standing at(Case changed) {
        return of(actor, representation, changed, interests);
    }

    private static Standing of(
            Actor actor, Optional<Representation> representation, Case subject, Interests interests) {
        if (actor instanceof Actor.Person person) {
            Identity acted = representation.map(Representation::represented).orElseGet(person::identity);
            return new Standing(actor, representation, parties(subject, acted), Set.of(), interests);
        }
        if (actor instanceof Actor.Officer officer) {
            Set<Role> roles = roles(officer, subject);
            boolean partial = !roles.isEmpty() && partial(officer, subject, interests);
            return new Standing(actor, Optional.empty(), List.of(), partial ? partial(roles) : roles, interests);
        }
        if (actor instanceof Actor.SystemActor system) {
            return new Standing(actor, List.of(), roles(system, subject));
        }
        return new Standing(actor, List.of(), Set.of());
    }

    /** Returns what the holder of the case's follow-up code is to it: whoever began it, while they have no number. */
    public static Standing follower(Actor actor, Case subject) {
        List<Party> unnamed = subject.parties().stream()
                .limit(1)
                .filter(party -> !party.ended() && party.identity().scheme() == IdentityScheme.NONE)
                .toList();
        return new Standing(actor, unnamed, Set.of(Role.FOLLOWER));
    }

    /** Returns whether {@code identity} is a party of {@code subject} that has not ended. */
    public static boolean isParty(Case subject, Identity identity) {
        return subject.activeParties().stream()
                .anyMatch(party -> party.identity().equals(identity));
    }

    /** Returns whether the caller is of the authority, or a system of it. */
    public boolean official() {
        return handles() || system() || (limited() && !is(Role.PARTIAL));
    }

    /** Returns whether the case exists for the caller by the contact centre alone (ID-072). */
    public boolean limited() {
        return is(Role.CONTACT_CENTRE) && !handles();
    }

    /** Returns whether a case of {@code service} does not exist for the caller after all, for the secrecy that it names. */
    public boolean keptOutBy(ServiceDefinition service) {
        return limited() && service.secret();
    }

    /** Returns whether the case exists for the caller. */
    public boolean visible() {
        return official() || mayAsParty(Party.Right.SEE);
    }

    /** Returns whether a party that the caller is has {@code right}. */
    public boolean mayAsParty(Party.Right right) {
        return self.stream().anyMatch(party -> party.may(right));
    }

    /** Returns the parties that the caller is and that have {@code right}. */
    public Set<PartyId> partiesWith(Party.Right right) {
        return self.stream().filter(party -> party.may(right)).map(Party::id).collect(Collectors.toSet());
    }

    /** Returns the ids of the parties that the caller is. */
    public Set<PartyId> partyIds() {
        return self.stream().map(Party::id).collect(Collectors.toSet());
    }

    /** Returns whether the caller is {@code role}. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Returns whether the caller may record what a party did outside the e-service. */
    public boolean records() {
        return is(Role.REGISTRAR) || is(Role.ASSIGNED);
    }

    /** Returns whether the caller may take the whole case out as a file (CASE-046). */
    public boolean exports() {
        return is(Role.OFFICER) || is(Role.REGISTRAR) || is(Role.ARCHIVIST) || system();
    }

    private boolean handles() {
        return is(Role.OFFICER) || is(Role.REGISTRAR) || is(Role.ARCHIVIST) || is(Role.CONSULTED);
    }

    private boolean system() {
        return is(Role.READER) || is(Role.REGISTERING_SYSTEM);
    }

    private static List<Party> parties(Case subject, Identity identity) {
        return subject.activeParties().stream()
                .filter(party -> party.identity().equals(identity))
                .filter(party -> identity.scheme() != IdentityScheme.NONE)
                .toList();
    }

    private static Set<Role> roles(Actor.Officer officer, Case subject) {
        AuthorityId authority = subject.head().authority();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (officer.handles(authority, subject.head().unit())) {
            roles.add(Role.OFFICER);
            boolean assigned = subject.head()
                    .officer()
                    .filter(ref -> ref.officer().equals(officer.id()))
                    .isPresent();
            if (assigned) {
                roles.add(Role.ASSIGNED);
            }
        }
        if (officer.registers(authority)) {
            roles.add(Role.REGISTRAR);
        }
        if (officer.archives(authority)) {
            roles.add(Role.ARCHIVIST);
        }
        if (subject.openRequests().stream().anyMatch(request -> asks(request, officer, authority))) {
            roles.add(Role.CONSULTED);
        }
        if (officer.answersCalls(authority)) {
            roles.add(Role.CONTACT_CENTRE);
        }
        return roles;
    }

    /** Returns whether the token shows the officer to be a party, or registries that they may represent one. */
    private static boolean partial(Actor.Officer officer, Case subject, Interests interests) {
        return officer.identity()
                .filter(own -> isParty(subject, own)
                        || interests.represented().stream().anyMatch(each -> isParty(subject, each)))
                .isPresent();
    }

    /** Returns what is left for somebody partial of {@code roles}: only by which of them they came. */
    private static Set<Role> partial(Set<Role> roles) {
        boolean calls = roles.equals(Set.of(Role.CONTACT_CENTRE));
        return calls ? EnumSet.of(Role.PARTIAL, Role.CONTACT_CENTRE) : EnumSet.of(Role.PARTIAL);
    }

    private static Set<Role> roles(Actor.SystemActor system, Case subject) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (system.may(READ_SCOPE, subject.head().authority())) {
            roles.add(Role.READER);
        }
        if (system.may(REGISTER_SCOPE, subject.head().authority())) {
            roles.add(Role.REGISTERING_SYSTEM);
        }
        return roles;
    }

    /** Returns whether {@code request} is addressed to a unit that {@code officer} is in. */
    static boolean asks(Request request, Actor.Officer officer, AuthorityId authority) {
        return request.addressee() instanceof Request.Addressee.OfUnit to && officer.handles(authority, to.unit());
    }
}
