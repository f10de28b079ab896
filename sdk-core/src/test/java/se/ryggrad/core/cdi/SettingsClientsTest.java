package se.ryggrad.core.cdi;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.contract.identity.SystemClientsContract;
import se.ryggrad.core.identity.SystemClients;

/** Holds what the settings of an embedder let clients reach against the contract. */
class SettingsClientsTest extends SystemClientsContract {

    @Override
    protected SystemClients clients(String client, Set<AuthorityId> reached) {
        String names = reached.stream().map(AuthorityId::value).collect(Collectors.joining(", "));
        return new Settings(new GivenConfig(Map.of("ryggrad.client." + client + ".authorities", names))).clients();
    }
}
