package se.ryggrad.api.identity;

import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.UnitId;

/** Is who sends a request: exactly one of the kinds below. */
public sealed interface Actor {

    /** Returns the opaque reference to the actor. */
    ActorId id();

    /** Returns the level of assurance of the login, where the kind has one. */
    Optional<AssuranceLevel> level();

    /**
     * Is a private person.
     *
     * @param id the opaque reference
     * @param identity personnummer, samordningsnummer or prid
     * @param name the name from the token; empty when it has none
     * @param level the level of assurance
     */
    record Person(ActorId id, Identity identity, String name, Optional<AssuranceLevel> level) implements Actor {}

    /**
     * Is an officer of the principal.
     *
     * @param id the opaque reference, never {@code orgAffiliation}
     * @param name the name from the token; empty when it has none
     * @param organisation the principal the officer works for
     * @param groups the groups, each with its authority
     * @param identity the officer's own identity where the token holds one
     * @param level the level of assurance
     */
    record Officer(
            ActorId id,
            String name,
            OrganisationId organisation,
            Set<OfficerGroup> groups,
            Optional<Identity> identity,
            Optional<AssuranceLevel> level)
            implements Actor {

        /** Copies the groups. */
        public Officer {
            groups = Set.copyOf(groups);
        }

        /** Returns whether the officer is in {@code group} of {@code authority}. */
        public boolean in(String group, AuthorityId authority) {
            return groups.contains(new OfficerGroup(group, authority));
        }

        /** Returns whether the officer may handle cases of {@code unit}. */
        public boolean handles(AuthorityId authority, UnitId unit) {
            return in(OfficerGroup.CASE_OFFICER, authority) && groups.contains(OfficerGroup.unit(unit, authority));
        }

        /** Returns whether cases of {@code authority} with a protected party exist for the officer (ID-057). */
        public boolean seesProtected(AuthorityId authority) {
            return in(OfficerGroup.PROTECTED_IDENTITY, authority);
        }

        /** Returns whether the officer is a registrar of {@code authority}. */
        public boolean registers(AuthorityId authority) {
            return in(OfficerGroup.REGISTRAR, authority);
        }

        /** Returns whether the officer is an archivist of {@code authority}. */
        public boolean archives(AuthorityId authority) {
            return in(OfficerGroup.ARCHIVIST, authority);
        }

        /** Returns whether the officer is of the contact centre of {@code authority} (ID-072). */
        public boolean answersCalls(AuthorityId authority) {
            return in(OfficerGroup.CONTACT_CENTRE, authority);
        }

        /** Returns whether the officer is an auditor of {@code authority} (CASE-101). */
        public boolean audits(AuthorityId authority) {
            return in(OfficerGroup.AUDITOR, authority);
        }
    }

    /**
     * Is a system with client credentials.
     *
     * @param id the opaque reference
     * @param clientId the client as the issuer names it
     * @param scopes the closed scopes it was given
     * @param authorities the authorities it reaches, by the server's configuration; empty reaches none
     */
    record SystemActor(ActorId id, String clientId, Set<String> scopes, Set<AuthorityId> authorities) implements Actor {

        /** Copies the sets. */
        public SystemActor {
            scopes = Set.copyOf(scopes);
            authorities = Set.copyOf(authorities);
        }

        @Override
        public Optional<AssuranceLevel> level() {
            return Optional.empty();
        }

        /** Returns whether the client has {@code scope} and reaches {@code authority}. */
        public boolean may(String scope, AuthorityId authority) {
            return scopes.contains(scope) && authorities.contains(authority);
        }
    }

    /** Is somebody without a token, where a service allows it. */
    record Anonymous() implements Actor {

        @Override
        public ActorId id() {
            return ActorId.ANONYMOUS;
        }

        @Override
        public Optional<AssuranceLevel> level() {
            return Optional.empty();
        }
    }
}
