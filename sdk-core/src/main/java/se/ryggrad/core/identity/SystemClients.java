package se.ryggrad.core.identity;

import java.util.Set;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Knows which authorities a system client reaches, by the server's configuration. You plug it in.
 *
 * <p>Thread-safe, and quick: it is asked at each request of a system, and before events are sent to one (EVT-023).
 */
@FunctionalInterface
public interface SystemClients {

    /**
     * Returns the authorities that {@code clientId} reaches at {@code principal}; empty reaches none (ID-031).
     *
     * @param clientId what the issuer calls the client: any text, and that of a client that nobody has configured reaches none
     */
    Set<AuthorityId> reach(PrincipalId principal, String clientId);
}
