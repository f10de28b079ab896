package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a server for real people refuses what only a test environment may have (CORE-056). */
class ProductionIT {
    static final Map<String, String> PRODUCTION = Map.of(
            "ryggrad.environment",
            "production",
            "ryggrad.base-url",
            "https://etjanster.example.se/ryggrad",
            "ryggrad.actor-key",
            "bm90IGEgc2VjcmV0LCBqdXN0IGEgdGVzdCBrZXkgISE=",
            "ryggrad.issuers",
            "login",
            "ryggrad.issuer.login.url",
            "https://login.example.se",
            "ryggrad.issuer.login.actors",
            "person,officer,system");

    @TempDir
    Path data;

    @Test
    void startsWithProductionSettings() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(data, PRODUCTION)) {
            URI capabilities = server.uri("/ryggrad/2581/v1/capabilities");
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(capabilities).build(), BodyHandlers.ofString())
                            .body())
                    .contains("\"environment\":\"production\"")
                    .contains("\"https://login.example.se\"")
                    .doesNotContain("127.0.0.1")
                    .doesNotContain("localhost");
            assertThat(data.resolve("test-issuer.json")).doesNotExist();
            assertThat(server.log()).containsOnlyOnce("no registry of persons is set");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ryggrad.base-url             | http://etjanster.example.se/ryggrad                  | ryggrad.base-url
                    ryggrad.issuer.login.url     | http://login.example.se                              | .url and .jwks
                    ryggrad.issuer.login.jwks    | http://login.example.se/jwks.json                    | .url and .jwks
                    ryggrad.minimum-assurance    | http://id.swedenconnect.se/loa/1.0/uncertified-loa3  | ryggrad.minimum-assurance
                    ryggrad.conformance-services | true                                                 | ryggrad.conformance-services
                    ryggrad.actor-key            | ''                                                   | ryggrad.actor-key
                    ryggrad.issuers              | ''                                                   | ryggrad.issuer.{name}.url
                    ryggrad.principal.2581.case-page | http://minasidor.example.se/{case}               | ryggrad.principal.2581.case-page
                    ryggrad.channel.post.url     | http://post.example.se                               | ryggrad.channel.post.url must be an https address
                    ryggrad.messages.notice-link | http://minasidor.example.se                          | ryggrad.messages
                    """)
    void refusesToStartWithTestSettings(String setting, String value, String named) {
        Map<String, String> settings = new HashMap<>(PRODUCTION);
        if (setting.equals("ryggrad.issuers")) {
            settings.remove("ryggrad.issuer.login.url");
        }
        int port = ServerProcess.freePort();
        settings.put("ryggrad.data-dir", data.toString());
        settings.put("ryggrad.http.port", Integer.toString(port));
        settings.put(setting, value);
        ServerProcess server = ServerProcess.launch(Path.of("target"), port, settings);
        assertThat(server.awaitExit()).isEqualTo(1);
        assertThat(server.log().lines().filter(line -> line.contains(" E ") && line.contains(named)))
                .hasSize(1);
    }
}
