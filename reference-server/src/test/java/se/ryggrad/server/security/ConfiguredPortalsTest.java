package se.ryggrad.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.minasidor.register.ExchangeClient;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.RegisteredSource;
import se.ryggrad.server.settings.GivenSettings;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;
import se.ryggrad.server.wiring.ConfiguredPrincipals;

/** Tests which sources the portals ask, and which settings keep the server from starting. */
class ConfiguredPortalsTest {
    private static final PrincipalId PITEA = new PrincipalId("2581");
    private static final String SLOT = "http://127.0.0.1:9911/1/";
    private static final Map<String, String> PRINCIPALS = Map.of(
            "ryggrad.conformance-services", "false",
            "ryggrad.principals", "2581",
            "ryggrad.principal.2581.name", "Piteå kommun",
            "ryggrad.principal.2581.organisation-number", "2120002759");
    private static final Map<String, String> TEST = Map.of("ryggrad.environment", "test");
    private static final Map<String, String> PRODUCTION = Map.of(
            "ryggrad.environment", "production",
            "ryggrad.issuer.login.url", "https://login.example.se",
            "ryggrad.issuer.login.actors", "person");

    @Test
    void asksTheSuitesSourcesForTheSuitesPeople() {
        PortalRegister register = read(TEST, Map.of());

        assertThat(register.sources(PITEA, SLOT + "person"))
                .extracting(RegisteredSource::id)
                .containsExactly(
                        "suite-1-posting", "suite-1-pushing", "suite-1-second", "suite-1-steady", "suite-1-wavering");
        assertThat(register.sources(PITEA, SLOT + "person-2")).hasSize(20);
        assertThat(register.sources(PITEA, "http://127.0.0.1:9911/2/person"))
                .extracting(RegisteredSource::id)
                .containsExactly(
                        "suite-2-posting", "suite-2-pushing", "suite-2-second", "suite-2-steady", "suite-2-wavering");
        assertThat(register.sources(PITEA, "http://127.0.0.1:9912/1/person"))
                .extracting(RegisteredSource::id)
                .containsExactly(
                        "suite-3-posting", "suite-3-pushing", "suite-3-second", "suite-3-steady", "suite-3-wavering");
        assertThat(register.sources(PITEA, SLOT + "officer")).isEmpty();
        RegisteredSource steady = register.sources(PITEA, SLOT + "person").get(3);
        assertThat(steady.url()).isEqualTo(URI.create(SLOT + "sources/steady"));
        assertThat(steady.link("https://steady.example.se/1")).isPresent();
        assertThat(register.clients())
                .contains(new ExchangeClient(
                        SLOT + "person", URI.create(SLOT + "person/token"), "suite-portal", "suite-portal-secret"));
    }

    @Test
    void letsTheSuitesClientsPushForSomeOfThem() {
        PortalRegister register = read(TEST, Map.of());

        IndexTerms all = IndexTerms.DEFAULT;
        assertThat(register.indexTerms(PITEA))
                .contains(new IndexTerms(all.freshFor(), all.maximumLifetime(), 110, all.removedFor()));
        assertThat(register.pushedBy(PITEA, "suite-pusher", "suite-2-pushing")).isPresent();
        assertThat(register.pushedBy(PITEA, "suite-pusher", "suite-1-mute")).isPresent();
        assertThat(register.pushedBy(PITEA, "suite-poster", "suite-1-posting")).isPresent();
        assertThat(register.pushedBy(PITEA, "suite-poster", "suite-1-pushing")).isEmpty();
        assertThat(register.pushedBy(PITEA, "suite-pusher", "suite-1-steady")).isEmpty();
    }

    @Test
    void isNoPortalWhereIssuersAreSetAndNoSource() {
        assertThat(read(PRODUCTION, Map.of()).terms(PITEA)).isEmpty();
        assertThat(read(TEST, Map.of("ryggrad.issuer.login.url", "https://login.example.se"))
                        .terms(PITEA))
                .isEmpty();
    }

    @Test
    void asksTheSourcesThatAreSetInPlaceOfTheSuites() {
        PortalRegister register = read(
                TEST,
                Map.of(
                        "ryggrad.source.own.url", "https://own.example.se/v1",
                        "ryggrad.source.own.title.sv", "Egen",
                        "ryggrad.source.own.title.en", "Own",
                        "ryggrad.source.own.issuers", SLOT + "person"));

        assertThat(register.sources(PITEA, SLOT + "person"))
                .extracting(RegisteredSource::id)
                .containsExactly("own");
        assertThat(register.sources(PITEA, SLOT + "person-2")).isEmpty();
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertThatThrownBy(() -> read(PRODUCTION, Map.of("ryggrad.source.own.url", "http://own.example.se/v1")))
                .isInstanceOfSatisfying(
                        RefusedStartException.class,
                        refused -> assertThat(refused.sentence())
                                .startsWith("ryggrad.source.own.title.sv is not set")
                                .endsWith("."));
    }

    private static PortalRegister read(Map<String, String> base, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(PRINCIPALS);
        values.putAll(base);
        values.putAll(more);
        ServerSettings settings = GivenSettings.of(values);
        return new ConfiguredPortals(settings, new ConfiguredPrincipals(settings)).all();
    }
}
