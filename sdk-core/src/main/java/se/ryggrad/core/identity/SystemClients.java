package se.ryggrad.core.identity;

import java.util.Set;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/** Knows which authorities a system client reaches, by the server's configuration. You plug it in. */
@FunctionalInterface
public interface SystemClients {

    /** Returns the authorities that {@code clientId} reaches at {@code principal}; empty reaches none. */
    Set<AuthorityId> reach(PrincipalId principal, String clientId);
}
