package se.ryggrad.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.minasidor.CasePages;
import se.ryggrad.server.settings.GivenSettings;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/** Tests where the settings send people for their cases, and which settings keep the server from starting. */
class ConfiguredCasePagesTest {
    private static final String PAGE = "ryggrad.principal.2581.case-page";
    private static final PrincipalId PITEA = new PrincipalId("2581");
    private static final CaseId CASE = new CaseId(UUID.fromString("3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10"));
    private static final Map<String, String> PRINCIPALS = Map.of(
            "ryggrad.environment",
            "test",
            "ryggrad.conformance-services",
            "false",
            "ryggrad.principals",
            "2581,2582",
            "ryggrad.principal.2581.name",
            "Piteå kommun",
            "ryggrad.principal.2581.organisation-number",
            "2120002759",
            "ryggrad.principal.2582.name",
            "Bodens kommun",
            "ryggrad.principal.2582.organisation-number",
            "2120002767");

    @Test
    void sendsPeopleToThePageOfTheirPrincipal() {
        CasePages pages = pages("https://minasidor.example.se/arenden/{case}");

        assertThat(pages.of(PITEA, CASE)).contains(URI.create("https://minasidor.example.se/arenden/" + CASE.value()));
        assertThat(pages.of(new PrincipalId("2582"), CASE)).isEmpty();
        assertThat(pages("").of(PITEA, CASE)).isEmpty();
    }

    @Test
    void refusesAPageThatLeadsNowhere() {
        assertThatThrownBy(() -> pages("https://minasidor.example.se/arenden"))
                .isInstanceOfSatisfying(
                        RefusedStartException.class,
                        refused -> assertThat(refused.sentence())
                                .startsWith(PAGE + " is wrong: ")
                                .endsWith("{case}."));
    }

    private static CasePages pages(String template) {
        Map<String, String> values = new HashMap<>(PRINCIPALS);
        values.put(PAGE, template);
        ServerSettings settings = GivenSettings.of(values);
        return ConfiguredCasePages.read(settings, new ConfiguredPrincipals(settings));
    }
}
