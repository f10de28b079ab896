package se.ryggrad.core.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.memory.InMemoryPrincipals;

class RouteTest {

    private static final Principals PRINCIPALS = new InMemoryPrincipals(List.of(new Principal(
            new PrincipalId("2581"),
            "Piteå kommun",
            new OrganisationId("2120002759"),
            Optional.empty(),
            URI.create("http://localhost:9080/ryggrad/2581/v1"),
            List.of())));

    @Test
    void findsThePathAndItsVariables() {
        Route route = route("/2581/v1/cases/a/documents/b").orElseThrow();
        assertThat(route.variables()).containsExactly("a", "b");
        assertThat(route.path()).isEqualTo("/cases/a/documents/b");
        assertThat(route.operation("HEAD")).isEqualTo(route.operation("GET"));
        assertThat(route.operation("DELETE")).isEmpty();
        assertThat(route.allow()).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/2581",
                "/2581/v1",
                "/2581/v1/",
                "/2581/v1/cases/",
                "/2581/v1//cases",
                "/2581/v2/cases",
                "/2582/v1/cases",
                "/2581/v1/Cases",
                "/2581/v1/cases;a=b",
                "/2581/v1/cases/a;b",
                "/2581/v1/cases/a/nix",
                "/2581/v1/me/other",
                "/2581%20/v1/cases"
            })
    void knowsNoOtherPath(String path) {
        assertThat(route(path)).isEmpty();
    }

    @Test
    void takesAPathThatIsNamedBeforeOneWithAVariable() {
        Route searches = route("/2581/v1/cases/searches").orElseThrow();
        assertThat(searches.variables()).isEmpty();
        assertThat(searches.allow()).isEqualTo("OPTIONS, POST");
        assertThat(searches.operation("GET")).isEmpty();
        assertThat(route("/2581/v1/cases/other").orElseThrow().variables()).containsExactly("other");
        assertThat(route("/2581/v1/cases/searches/events").orElseThrow().variables())
                .containsExactly("searches");
    }

    @Test
    void offersPublishingOnlyAsAnOption() {
        assertThat(route("/2581/v1/services/x").orElseThrow().allow()).isEqualTo("GET, HEAD, OPTIONS, PUT");
        assertThat(Route.of(
                                "/2581/v1/services/x",
                                PRINCIPALS,
                                (principal, operation) -> !Operations.publishes(operation))
                        .orElseThrow()
                        .allow())
                .isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void knowsMessagesWhereTheyAreOfferedAlone() {
        for (String path : List.of(
                "messages", "messages/batches", "messages/x", "delivery-receipts", "inbox", "inbox/x", "me/contact")) {
            assertThat(route("/2581/v1/" + path)).isPresent();
            assertThat(Route.of("/2581/v1/" + path, PRINCIPALS, (principal, each) -> !Operations.messages(each)))
                    .as(path)
                    .isEmpty();
        }
        assertThat(Route.of("/2581/v1/me", PRINCIPALS, (principal, each) -> !Operations.messages(each)))
                .isPresent();
    }

    @Test
    void letsContactDataBeReplacedWhereNothingIsPublished() {
        assertThat(Route.of("/2581/v1/me/contact", PRINCIPALS, (principal, each) -> !Operations.publishes(each))
                        .orElseThrow()
                        .allow())
                .isEqualTo("GET, HEAD, OPTIONS, PUT");
    }

    @Test
    void knowsTheOverviewWhereThereIsAPortalAlone() {
        assertThat(route("/2581/v1/overview").orElseThrow().allow()).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(Route.of("/2581/v1/overview", PRINCIPALS, (principal, operation) -> !Operations.gathers(operation)))
                .isEmpty();
    }

    private static Optional<Route> route(String path) {
        return Route.of(path, PRINCIPALS, (principal, operation) -> true);
    }
}
