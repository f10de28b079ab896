package se.ryggrad.core.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;
import se.ryggrad.core.identity.SystemClients;

/** Says what the clients of systems reach, however that is configured. */
public abstract class SystemClientsContract {

    private static final String CLIENT = "back-office";
    private static final AuthorityId OTHER = new AuthorityId("conformance-b");

    /**
     * Returns what knows the authorities that one client reaches at {@link People#PRINCIPAL}, whose authorities are {@code
     * conformance-a} and {@code conformance-b}. Nothing is configured for any other client.
     *
     * @param client as the issuer names it
     */
    protected abstract SystemClients clients(String client, Set<AuthorityId> reached);

    @Holds({"ID-031", "EVT-023"})
    final void reachesWhatIsConfiguredAndNothingElse() {
        for (Set<AuthorityId> reached :
                List.of(Set.of(People.AUTHORITY), Set.of(OTHER), Set.of(People.AUTHORITY, OTHER))) {
            assertThat(clients(CLIENT, reached).reach(People.PRINCIPAL, CLIENT)).isEqualTo(reached);
        }
    }

    @Holds("ID-031")
    final void reachesNothingWhereNothingIsConfigured() {
        assertThat(clients(CLIENT, Set.of()).reach(People.PRINCIPAL, CLIENT)).isEmpty();
    }

    @Holds({"ID-031", "EVT-023"})
    final void reachesNothingAsAnotherClientWhateverItIsCalled() {
        SystemClients clients = clients(CLIENT, Set.of(People.AUTHORITY));

        for (String other : List.of(
                "back-office-2", "back", "office", " ", "*", "%", ".", CLIENT + ".authorities", "x," + CLIENT)) {
            assertThat(clients.reach(People.PRINCIPAL, other)).as(other).isEmpty();
        }
    }
}
