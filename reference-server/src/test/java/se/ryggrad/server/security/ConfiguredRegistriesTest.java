package se.ryggrad.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.server.settings.GivenSettings;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/** Tests which registries the settings name, and which settings keep the server from starting. */
class ConfiguredRegistriesTest {
    private static final String URL = "ryggrad.registry.people.url";
    private static final String ISSUERS = "ryggrad.registry.people.issuers";
    private static final Map<String, String> TEST = Map.of("ryggrad.environment", "test");
    private static final Map<String, String> PRODUCTION = Map.of(
            "ryggrad.environment", "production",
            "ryggrad.issuer.login.url", "https://login.example.se",
            "ryggrad.issuer.login.actors", "person");

    @Test
    void bindsTheSuitesRegistriesToItsPeopleAndTheSimulatedOneToTheTestIssuer() {
        List<RepresentationRegistry> all = registries(TEST, Map.of());

        assertThat(all).hasSize(4);
        assertThat(knowing(all, "http://127.0.0.1:9911/1/person")).hasSize(1);
        assertThat(knowing(all, "http://127.0.0.1:9911/1/person-2"))
                .isEqualTo(knowing(all, "http://127.0.0.1:9911/1/person"));
        assertThat(knowing(all, "http://127.0.0.1:9911/2/person")).hasSize(1);
        assertThat(knowing(all, "http://127.0.0.1:9912/1/person")).hasSize(1);
        assertThat(knowing(all, "http://localhost:9080/test-issuer")).containsExactly("simulated");
        assertThat(knowing(all, "http://127.0.0.1:9911/1/officer"))
                .isEqualTo(knowing(all, "http://127.0.0.1:9911/1/person"));
        assertThat(knowing(all, "http://127.0.0.1:9911/1/system"))
                .isEqualTo(knowing(all, "http://127.0.0.1:9911/1/person"));
        assertThat(all(TEST, Map.of()).persons())
                .extracting(PersonRegistry::name)
                .isEqualTo(all.stream().map(RepresentationRegistry::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', people, people",
        "'persons,representations', people, people",
        "representations, people, ",
        "persons, , people"
    })
    void asksWhatTheRegistryAnswers(String answers, @Nullable String representations, @Nullable String persons) {
        Registries registries = all(
                PRODUCTION,
                Map.of(
                        URL,
                        "https://registry.example.se",
                        ISSUERS,
                        "https://login.example.se",
                        "ryggrad.registry.people.answers",
                        answers));

        assertThat(registries.all())
                .extracting(RepresentationRegistry::name)
                .isEqualTo(Stream.ofNullable(representations).toList());
        assertThat(registries.persons())
                .extracting(PersonRegistry::name)
                .isEqualTo(Stream.ofNullable(persons).toList());
    }

    @Test
    void asksThoseThatAreNamedInstead() {
        List<RepresentationRegistry> all =
                registries(TEST, Map.of(URL, "http://127.0.0.1:1/registry/", ISSUERS, "http://a, http://b"));

        assertThat(all).extracting(RepresentationRegistry::name).containsExactly("people", "simulated");
        assertThat(knowing(all, "http://a")).containsExactly("people");
        assertThat(knowing(all, "http://b")).containsExactly("people");
        assertThat(knowing(all, "http://127.0.0.1:9911/1/person")).isEmpty();
    }

    @Test
    void asksNobodyInProductionThatIsNotNamed() {
        assertThat(registries(PRODUCTION, Map.of())).isEmpty();
        assertThat(registries(
                        PRODUCTION, Map.of(URL, "https://registry.example.se", ISSUERS, "https://login.example.se")))
                .extracting(RepresentationRegistry::name)
                .containsExactly("people");
    }

    @Test
    void refusesARegistryWithoutTlsInProduction() {
        assertThatThrownBy(() -> registries(
                        PRODUCTION, Map.of(URL, "http://registry.example.se", ISSUERS, "https://login.example.se")))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("https://");
    }

    @ParameterizedTest
    @CsvSource({
        "ryggrad.registry.people.issuers,''",
        "ryggrad.registry.people.timeout,2",
        "ryggrad.registry.people.timeout,PT9S",
        "ryggrad.registry.people.token,two words",
        "ryggrad.registry.people.answers,addresses",
        "ryggrad.registry.people.url,registry",
        "ryggrad.registries,others"
    })
    void refusesASettingThatCannotBe(String name, String value) {
        Map<String, String> settings = new HashMap<>(Map.of(URL, "http://127.0.0.1:1", ISSUERS, "http://a"));
        settings.put(name, value);

        assertThatThrownBy(() -> registries(TEST, settings)).isInstanceOf(RefusedStartException.class);
    }

    private static List<String> knowing(List<RepresentationRegistry> all, String issuer) {
        return all.stream()
                .filter(registry -> registry.knows(issuer))
                .map(RepresentationRegistry::name)
                .toList();
    }

    private static List<RepresentationRegistry> registries(Map<String, String> base, Map<String, String> more) {
        return all(base, more).all();
    }

    private static Registries all(Map<String, String> base, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(base);
        all.putAll(more);
        ServerSettings settings = GivenSettings.of(all);
        return new ConfiguredRegistries(settings, new Trust(settings)).all();
    }
}
