package se.ryggrad.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.twin.TwinServer;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import tools.jackson.databind.JsonNode;

/** Holds what other programs and guides rely on: names of members, of settings and of options. */
class FixedPointsTest {

    private static final Path ARCHETYPE =
            Path.of("../archetype/src/main/resources/archetype-resources/src/main/resources/META-INF/"
                    + "microprofile-config-test.properties");

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void listGivesEveryRequirementWithTheseMembers() {
        assertThat(execute("list", "--format", "json")).isZero();

        List<JsonNode> all = Json.read(out.toString().getBytes(StandardCharsets.UTF_8))
                .valueStream()
                .toList();
        assertThat(all).hasSizeGreaterThan(150).allSatisfy(entry -> {
            assertThat(entry.propertyNames())
                    .containsAll(List.of("id", "level", "role", "kind", "source", "text", "checks", "mutants"))
                    .isSubsetOf(
                            "id",
                            "level",
                            "role",
                            "option",
                            "kind",
                            "source",
                            "text",
                            "checks",
                            "mutants",
                            "notTestable");
            assertThat(entry.path("checks").isArray() && entry.path("mutants").isArray())
                    .isTrue();
            assertThat(entry.path("level").asString()).isIn("SKA", "BÖR", "FÅR");
        });
        assertThat(all).anyMatch(entry -> entry.has("notTestable"));
    }

    @Test
    void reportHoldsTheseMembers() throws IOException {
        String listen = freeAddress();
        try (StubSystem system = new StubSystem(listen)) {
            assertThat(execute(
                            "run",
                            "--listen",
                            listen,
                            "--target",
                            system.base(),
                            "--only",
                            "CORE-047",
                            "--seed",
                            "42",
                            "--out",
                            folder.toString()))
                    .isZero();
            JsonNode report = Json.read(Files.readAllBytes(folder.resolve("report.json")));
            assertThat(report.propertyNames())
                    .contains("verdict", "certifiable", "standard", "suite", "target", "seed", "notObserved")
                    .contains("requirements");
            assertThat(report.path("target").asString()).isEqualTo(system.base());
            assertThat(report.path("seed").asInt()).isEqualTo(42);
            assertThat(report.at("/requirements/0").propertyNames()).contains("id", "level", "verdict", "checks");
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("report.json", "report.html", "junit.xml");
        }
    }

    @Test
    void printedSettingsAreTheFileThatTheArchetypeIsTestedWith() throws IOException {
        Properties archetype = new Properties();
        try (var reader = Files.newBufferedReader(ARCHETYPE)) {
            archetype.load(reader);
        }
        Properties printed = PrintedSettings.of().properties();
        assertThat(printed).hasSizeGreaterThan(20).isEqualTo(archetype);
    }

    @Test
    void explainTellsTextSourceChecksAndMutants() {
        assertThat(execute("explain", "CORE-045")).isZero();
        assertThat(out.toString())
                .contains("CORE-045  SKA  case-provider", "Inget identitetsnummer står i serverns loggar.", "Lag: GDPR")
                .contains("Kontroll: LogCheck#core045_", "Mutant CORE-045-a: ");
    }

    @ParameterizedTest
    @CsvSource({
        "person, PERSON, ''",
        "person --number 198506149809, PERSON, ''",
        "officer, OFFICER, 'case-officer unit:unit-a'",
        "officer --group protected-identity@conformance-a, OFFICER, 'case-officer unit:unit-a protected-identity'",
        "registrar, OFFICER, registrar",
        "admin, OFFICER, service-admin",
        "system, SYSTEM, ''"
    })
    void tokenIsAcceptedForWhoItIs(String who, Kind kind, String groups) throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        HttpServer keys = keys(key);
        String issuer = "http://127.0.0.1:" + keys.getAddress().getPort();
        Files.writeString(
                folder.resolve("test-issuer.json"),
                "{\"issuer\":\"" + issuer + "\",\"jwk\":" + key.toJSONString() + "}");
        try (TwinServer twin = TwinServer.start(trusting(issuer, kind))) {
            String line = "token --target " + twin.base("2581") + " --data-dir " + folder
                    + " --authority conformance-a --unit unit-a --as " + who;
            assertThat(execute(line.split(" ", -1))).isZero();
            JsonNode me = me(twin, out.toString().strip());
            assertThat(me.path("kind").asString()).isEqualTo(kind.word());
            assertThat(me.path("groups")
                            .valueStream()
                            .map(g -> g.path("group").asString())
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(groups);
        } finally {
            keys.stop(0);
        }
    }

    private static String freeAddress() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + free.getLocalPort();
        }
    }

    private static HttpServer keys(ECKey key) throws IOException, JOSEException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static TwinSettings trusting(String issuer, Kind kind) {
        return new TwinSettings(
                List.of(new TwinSettings.Issuer(issuer, URI.create(issuer + "/jwks.json"), kind)),
                List.of(new TwinSettings.Principal("2581", "Piteå kommun", "2120002759")),
                List.of(),
                List.of(),
                Map.of(),
                TwinSettings.Portal.none(),
                Set.of(),
                Set.of());
    }

    private static JsonNode me(TwinServer twin, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(twin.base("2581") + "/me"))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private int execute(String... arguments) {
        return ConformanceCommand.execute(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
    }
}
