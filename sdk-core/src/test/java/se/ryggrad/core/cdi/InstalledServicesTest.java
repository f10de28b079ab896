package se.ryggrad.core.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.catalog.ConformanceServices;
import se.ryggrad.core.memory.InMemoryServiceStore;

/** Tests that definitions are published where their authority is, as often as the application starts. */
class InstalledServicesTest {
    private static final PrincipalId PITEA = new PrincipalId("2581");
    private static final ServiceDefinition FIRST =
            ConformanceServices.definitions().get(0);

    private final InMemoryServiceStore store = new InMemoryServiceStore();

    @Test
    void publishesAtPrincipalsThatHaveTheAuthority() {
        InstalledServices installed = new InstalledServices(List.of(), true);
        installed.publish(List.of(principal(authorityOfFirst())), store);
        List<ServiceDefinition> once = store.current(PITEA);
        installed.publish(List.of(principal(authorityOfFirst())), store);

        assertThat(once)
                .contains(FIRST)
                .allMatch(definition -> definition.authority().equals(FIRST.authority()));
        assertThat(store.current(PITEA)).isEqualTo(once);
    }

    @Test
    void publishesNothingElsewhere() {
        new InstalledServices(List.of(), true).publish(List.of(principal()), store);

        assertThat(store.current(PITEA)).isEmpty();
    }

    private static Authority authorityOfFirst() {
        return new Authority(FIRST.authority(), "Provmyndighet", "PROV", List.of(FIRST.unit()));
    }

    private static Principal principal(Authority... authorities) {
        return new Principal(
                PITEA,
                "Piteå kommun",
                new OrganisationId("2120002759"),
                Optional.of("2581"),
                URI.create("http://localhost/ryggrad/2581/v1"),
                List.of(authorities));
    }
}
