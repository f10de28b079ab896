package se.ryggrad.core.minasidor.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.organisation.PrincipalId;

/** Tests which sources settings name, and which settings are refused. */
class PortalSettingsTest {

    private static final PrincipalId BODEN = new PrincipalId("2582");
    private static final PrincipalId LOMMA = new PrincipalId("1262");
    private static final String LOGIN = "https://login.example.se";
    private static final String CASES = "ryggrad.principal.2582.source.boden-arenden.";
    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("ryggrad.issuer.login.url", LOGIN),
            Map.entry("ryggrad.issuer.login.token-endpoint", LOGIN + "/token"),
            Map.entry("ryggrad.issuer.login.client-id", "portal"),
            Map.entry("ryggrad.issuer.login.client-secret", "top-secret"),
            Map.entry("ryggrad.issuer.officers.url", "https://officers.example.se"),
            Map.entry(CASES + "url", "https://etjanster.example.se/ryggrad/2582/v1/"),
            Map.entry(CASES + "title.sv", "Ärenden"),
            Map.entry(CASES + "title.en", "Cases"));

    @Test
    void readsASourceOfOnePrincipal() {
        PortalRegister register = register(GOOD, true);

        assertThat(register.sources(BODEN, LOGIN))
                .containsExactly(new RegisteredSource(
                        "boden-arenden",
                        new LocalizedText("Ärenden", "Cases"),
                        URI.create("https://etjanster.example.se/ryggrad/2582/v1"),
                        Set.of("https://etjanster.example.se"),
                        Set.of(LOGIN)));
        assertThat(register.sources(BODEN, "https://officers.example.se")).isEmpty();
        assertThat(register.terms(BODEN)).contains(OverviewTerms.DEFAULT);
        assertThat(register.terms(LOMMA)).isEmpty();
        assertThat(register.clients()).singleElement().satisfies(client -> {
            assertThat(client.tokenEndpoint()).isEqualTo(URI.create(LOGIN + "/token"));
            assertThat(client.toString()).doesNotContain("top-secret");
        });
    }

    @Test
    void readsASourceOfEveryPrincipal() {
        Map<String, String> values = new HashMap<>(GOOD);
        values.putAll(Map.of(
                "ryggrad.source.lanet.url", "https://lan.example.se/v1",
                "ryggrad.source.lanet.title.sv", "Länet",
                "ryggrad.source.lanet.title.en", "The county",
                "ryggrad.source.lanet.origins", "https://a.example.se, https://B.example.se:8443",
                "ryggrad.source.lanet.issuers", LOGIN,
                "ryggrad.overview.deadline", "PT1S",
                "ryggrad.overview.stale-for", "PT10M"));
        PortalRegister register = register(values, true);

        assertThat(register.sources(LOMMA, LOGIN))
                .extracting(RegisteredSource::id)
                .containsExactly("lanet");
        assertThat(register.sources(BODEN, LOGIN))
                .extracting(RegisteredSource::id)
                .containsExactly("boden-arenden", "lanet");
        RegisteredSource shared = register.sources(LOMMA, LOGIN).get(0);
        assertThat(shared.link("https://b.example.se:8443/x")).isPresent();
        assertThat(shared.link("https://lan.example.se/x")).isEmpty();
        assertThat(register.terms(LOMMA))
                .contains(new OverviewTerms(Duration.ofSeconds(1), Duration.ofMinutes(10), 100, 1 << 20));
    }

    @Test
    void readsWhoPushesForASource() {
        Map<String, String> values = new HashMap<>(GOOD);
        assertThat(register(values, true).indexTerms(BODEN)).isEmpty();
        values.put(CASES + "client", "boden-push");
        values.put("ryggrad.overview-index.fresh-for", "PT5M");
        values.put("ryggrad.overview-index.items-per-owner", "100");
        PortalRegister register = register(values, true);

        assertThat(register.indexTerms(BODEN).map(IndexTerms::freshFor)).contains(Duration.ofMinutes(5));
        assertThat(register.indexTerms(BODEN).map(IndexTerms::itemsPerOwner)).contains(100);
        assertThat(register.indexTerms(LOMMA)).isEmpty();
        assertThat(register.pushedBy(BODEN, "boden-push", "boden-arenden"))
                .isEqualTo(register.sources(BODEN, LOGIN).stream().findFirst());
        assertThat(register.pushedBy(BODEN, "another", "boden-arenden")).isEmpty();
        assertThat(register.pushedBy(BODEN, "boden-push", "another")).isEmpty();
        assertThat(register.pushedBy(LOMMA, "boden-push", "boden-arenden")).isEmpty();
    }

    @Test
    void refusesTwoSourcesOfOneIdOfWhichOnePushes() {
        String other = "https://other.example.se";
        Map<String, String> values = new HashMap<>(GOOD);
        values.putAll(Map.of(
                "ryggrad.issuer.other.url",
                other,
                "ryggrad.issuer.other.token-endpoint",
                other + "/token",
                "ryggrad.issuer.other.client-id",
                "portal",
                "ryggrad.issuer.other.client-secret",
                "secret",
                "ryggrad.source.boden-arenden.url",
                "https://lan.example.se/v1",
                "ryggrad.source.boden-arenden.title.sv",
                "Länet",
                "ryggrad.source.boden-arenden.title.en",
                "The county",
                "ryggrad.source.boden-arenden.issuers",
                other,
                CASES + "issuers",
                LOGIN));
        assertThat(register(values, true).sources(BODEN, other)).hasSize(1);
        values.put(CASES + "client", "boden-push");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> register(values, true))
                .withMessageContaining("boden-arenden");
    }

    @Test
    void takesNoNameThatIsGuessedFromAnEnvironmentVariableForASource() {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put("ryggrad.principal.2582.source.boden.arenden.url", "https://etjanster.example.se/ryggrad/2582/v1/");
        values.put("ryggrad.source.suite[1]steady.url", "https://etjanster.example.se/ryggrad/2582/v1/");
        assertThat(register(values, true).sources(BODEN, LOGIN))
                .extracting(RegisteredSource::id)
                .containsExactly("boden-arenden");
    }

    @Test
    void isNoPortalWithoutSources() {
        assertThat(register(Map.of(), true).terms(BODEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        CASES + "url, ftp://x.se, " + CASES,
        CASES + "url, http://etjanster.example.se, " + CASES,
        CASES + "url, https://anna@etjanster.example.se, " + CASES,
        CASES + "url, https://etjanster.example.se/?a=b, " + CASES,
        CASES + "url, https://etjanster.example.se/#a, " + CASES,
        CASES + "url, not an address, " + CASES + "url",
        CASES + "title.sv, , " + CASES + "title.sv",
        CASES + "title.en, , " + CASES + "title.en",
        CASES + "origins, http://etjanster.example.se, " + CASES,
        CASES + "origins, https://etjanster.example.se/path, " + CASES,
        CASES + "issuers, https://officers.example.se, " + CASES + "issuers",
        CASES + "issuers, https://nobody.example.se, " + CASES + "issuers",
        "ryggrad.issuer.login.token-endpoint, http://login.example.se/token, ryggrad.issuer.login",
        "ryggrad.issuer.login.client-id, , ryggrad.issuer.login.client-id",
        "ryggrad.issuer.login.client-secret, , ryggrad.issuer.login.client-secret",
        "ryggrad.issuer.login.token-endpoint, , " + CASES + "issuers",
        "ryggrad.principal.2582.source.Boden.url, https://x.se, ryggrad.principal.2582.source.Boden",
        "ryggrad.overview.deadline, PT6S, ryggrad.overview",
        "ryggrad.overview.deadline, soon, ryggrad.overview.deadline",
        "ryggrad.overview.stale-for, PT25H, ryggrad.overview",
        "ryggrad.overview-index.fresh-for, PT2H, ryggrad.overview-index",
        "ryggrad.overview-index.items-per-owner, 99, ryggrad.overview-index",
        "ryggrad.overview-index.items-per-owner, many, ryggrad.overview-index.items-per-owner"
    })
    void namesTheSettingThatIsWrong(String setting, @Nullable String value, String named) {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put(setting, value == null ? "" : value);
        String prefix = named.endsWith(".") ? named.substring(0, named.length() - 1) : named;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> register(values, false))
                .withMessageContaining(prefix)
                .withMessageNotContaining("top-secret");
    }

    @Test
    void letsATestCallItsOwnMachineInTheClear() {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put(CASES + "url", "http://127.0.0.1:9911/1/sources/steady");
        values.put("ryggrad.issuer.login.token-endpoint", "http://127.0.0.1:9911/1/person/token");
        assertThat(register(values, false).sources(BODEN, LOGIN))
                .singleElement()
                .satisfies(source -> assertThat(source.origins()).isEmpty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> register(values, true))
                .withMessageContaining("in production");
        values.put("ryggrad.issuer.login.token-endpoint", LOGIN + "/token");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> register(values, true))
                .withMessageContaining("in production " + CASES + "url");
    }

    @Test
    void refusesTwoSourcesOfOneIdThatOnePersonWouldSee() {
        Map<String, String> values = new HashMap<>(GOOD);
        values.putAll(Map.of(
                "ryggrad.source.boden-arenden.url", "https://lan.example.se/v1",
                "ryggrad.source.boden-arenden.title.sv", "Länet",
                "ryggrad.source.boden-arenden.title.en", "The county"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> register(values, false))
                .withMessageContaining("boden-arenden");
    }

    private static PortalRegister register(Map<String, String> values, boolean production) {
        return new PortalSettings(
                        name -> Optional.ofNullable(values.get(name)).filter(text -> !text.isBlank()),
                        values.keySet(),
                        production)
                .register(List.of(BODEN, LOMMA));
    }
}
