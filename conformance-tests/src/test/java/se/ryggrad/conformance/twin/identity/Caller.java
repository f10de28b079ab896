package se.ryggrad.conformance.twin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.mandates.Mandate;
import se.ryggrad.conformance.twin.protection.Identity;

/**
 * Says who calls.
 *
 * @param kind the kind of actor
 * @param id the opaque id, or empty without a token
 * @param name the name for people
 * @param scheme the scheme of the identity number, or none
 * @param number the identity number of a person, or of an officer whose token holds one
 * @param acr the level of assurance, or empty
 * @param groups the groups of an officer
 * @param scopes the scopes of a system, or of a token that was exchanged for a portal
 * @param client the client id of a system
 * @param grant what the token tells of itself
 * @param mandate what lets a person act for another in this request
 * @param represented whom an officer may represent, by what the registries say in this request
 */
public record Caller(
        Kind kind,
        String id,
        String name,
        String scheme,
        String number,
        String acr,
        List<Group> groups,
        Set<String> scopes,
        String client,
        Grant grant,
        Optional<Mandate> mandate,
        List<Identity> represented) {

    /** The kinds of actor. */
    public enum Kind {
        ANONYMOUS,
        PERSON,
        OFFICER,
        SYSTEM;

        /** Returns the word of the standard. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A group of an officer, with its authority. */
    public record Group(String authority, String group) {}

    /** Returns the caller of a request without a token. */
    public static Caller anonymous() {
        return new Caller(
                Kind.ANONYMOUS,
                "",
                "",
                "none",
                "",
                "",
                List.of(),
                Set.of(),
                "",
                Grant.NONE,
                Optional.empty(),
                List.of());
    }

    /** Returns the same person, who acts for another. */
    public Caller actingBy(Mandate given) {
        return new Caller(
                kind, id, name, scheme, number, acr, groups, scopes, client, grant, Optional.of(given), represented);
    }

    /** Returns the same officer, who may represent these people and organisations. */
    public Caller representing(List<Identity> others) {
        return new Caller(
                kind, id, name, scheme, number, acr, groups, scopes, client, grant, mandate, List.copyOf(others));
    }

    /** Returns when the token ends. */
    public Instant expiresAt() {
        return grant.expiresAt();
    }

    /** Returns the issuer of the token. */
    public String issuer() {
        return grant.issuer();
    }

    /** Returns whether the request had no token. */
    public boolean isAnonymous() {
        return kind == Kind.ANONYMOUS;
    }

    /** Returns whether the caller is a person. */
    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    /** Returns whether the caller is an officer. */
    public boolean isOfficer() {
        return kind == Kind.OFFICER;
    }

    /** Returns whether the caller is a system. */
    public boolean isSystem() {
        return kind == Kind.SYSTEM;
    }

    /** Returns whether the token shows this identity number. */
    public boolean isNumbered(String value) {
        return !number.isEmpty() && number.equals(value);
    }

    /** Returns whether an officer has a group at an authority. */
    public boolean has(String group, String authority) {
        return groups.contains(new Group(authority, group));
    }

    /** Returns whether an officer has a group at any authority. */
    public boolean hasAnywhere(String group) {
        return groups.stream().anyMatch(g -> g.group().equals(group));
    }

    /** Returns whether an officer handles cases of a unit. */
    public boolean handles(String unit, String authority) {
        return has("case-officer", authority) && has("unit:" + unit, authority);
    }
}
