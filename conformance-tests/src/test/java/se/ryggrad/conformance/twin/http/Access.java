package se.ryggrad.conformance.twin.http;

import java.util.Set;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.Caller.Kind;

/**
 * Says who may call an operation.
 *
 * @param withoutToken whether a request without a token is let in
 * @param kinds the kinds of actor that are let in
 * @param scopes the scopes of which a system needs one
 * @param portal the scope that a token needs which was exchanged for a portal, or empty where none is let in
 */
public record Access(boolean withoutToken, Set<Kind> kinds, Set<String> scopes, String portal) {

    /** Lets everybody in. */
    public static Access everybody() {
        return new Access(true, Set.of(Kind.values()), Set.of(), "");
    }

    /** Lets kinds of actor in, and no system. */
    public static Access only(Kind... kinds) {
        return new Access(false, Set.of(kinds), Set.of(), "");
    }

    /** Lets systems in that have one of the scopes, beside the kinds that are let in already. */
    public Access orSystem(String... needed) {
        var all = new java.util.HashSet<>(kinds);
        all.add(Kind.SYSTEM);
        return new Access(withoutToken, Set.copyOf(all), Set.of(needed), portal);
    }

    /** Lets requests without a token in as well. */
    public Access orAnonymous() {
        return new Access(true, kinds, scopes, portal);
    }

    /** Lets portals in as well, for people, with tokens that have the scope. */
    public Access orPortal(String scope) {
        return new Access(withoutToken, kinds, scopes, scope);
    }

    /** Returns whether this caller is let in. */
    public boolean admits(Caller caller) {
        if (caller.isAnonymous()) {
            return withoutToken;
        }
        boolean scoped = caller.kind() != Kind.SYSTEM
                || scopes.isEmpty()
                || caller.scopes().stream().anyMatch(scopes::contains);
        return kinds.contains(caller.kind()) && scoped;
    }
}
