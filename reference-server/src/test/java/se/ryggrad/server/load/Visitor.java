package se.ryggrad.server.load;

import java.util.Optional;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.minasidor.MinaSidor;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Is a person who looks at her overview.
 *
 * @param principal whose portal she looks at
 * @param portal the portal
 */
record Visitor(PrincipalId principal, MinaSidor portal) {

    private static final String ACR = "http://id.elegnamnden.se/loa/1.0/loa3";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** Returns her overview. */
    Overview overview() {
        Actor anna = new Actor.Person(
                new ActorId("anna"),
                new Identity(IdentityScheme.PERSONNUMMER, "199001019802"),
                "Anna",
                Optional.empty());
        return portal.overview(new OverviewInquiry(
                new Caller(principal, anna, TRACE),
                new PresentedToken("own", PlayedCounty.ISSUER, Optional.of(ACR)),
                new PageRequest(1, 100, true)));
    }
}
