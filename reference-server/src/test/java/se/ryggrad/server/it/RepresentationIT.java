package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.server.services.TestEngine;

/** Lets the people of the simulated registry act for others at the running server (ID-027, ID-028, ID-042 to ID-053). */
class RepresentationIT {
    private static final String PLACEHOLDER = "8f14e45f-ceea-467f-a0e6-3b1c6f0f3c10";
    private static final String HOLDER = "199001019802";
    private static final String GUARDIAN = "198506149809";
    private static final String JOINT_SIGNATORY = "196805179840";

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
    }

    @Test
    void namesWhomAPersonMayRepresent() throws IOException, ParseException {
        Map<String, Object> list = parsed(person(HOLDER).get("/me/representations?count=true"));
        Map<String, Object>[] items = JSONObjectUtils.getJSONObjectArray(list, "items");

        assertThat(list).containsEntry("total", 4L);
        assertThat(items)
                .extracting(item -> item.get("name"))
                .containsExactly("Elsa Testsson", "Erik Testsson", "Greta Provsson", "Lomma kommun");
        assertThat(items[2])
                .containsEntry("kind", "power-of-attorney")
                .containsEntry("jointly", false)
                .containsEntry("services", List.of("bygglov"))
                .doesNotContainKey("until");
        assertThat(list.toString()).doesNotContain("197109089834", "power-of-attorney-1");
        assertThat(parsed(Client.person(server, data).get("/me/representations")))
                .containsEntry("items", List.of());
    }

    @Test
    void actsForAnotherAndNotOnTheirOwnBehalf() throws IOException, ParseException {
        Client person = person(HOLDER);
        Client holder = person.by(id(person, "power-of-attorney"));
        String document = JSONObjectUtils.getString(parsed(holder.upload()), "id");
        HttpResponse<String> begun =
                holder.post("/cases", TestEngine.file("bygglov.valid.json").replace(PLACEHOLDER, document));

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String path = "/cases/" + JSONObjectUtils.getString(parsed(begun), "id");
        assertThat(holder.get(path).statusCode()).isEqualTo(200);
        assertThat(person.get(path).statusCode()).isEqualTo(404);
        assertThat(parsed(person.get("/cases?count=true"))).containsEntry("total", 0L);
        assertThat(parsed(holder.get("/cases?count=true"))).containsEntry("total", 1L);
        assertThat(holder.get(path + "/events").body()).contains("\"right\":\"power-of-attorney\"");
        assertThat(JSONObjectUtils.getJSONObject(parsed(holder.get("/me")), "onBehalfOf"))
                .containsEntry("name", "Greta Provsson")
                .containsOnlyKeys("id", "kind", "name", "rights");
        assertThat(parsed(person.get("/me"))).doesNotContainKey("onBehalfOf");
    }

    @Test
    void countsAKeyForEachRepresentedByItself() throws IOException, ParseException {
        Client person = person(GUARDIAN);
        Client guardian = person.by(id(person, "guardian"));
        String example = "{\"service\":{\"id\":\"conformance-represented\"},\"form\":{\"subject\":\"Prov\"}}";
        UUID key = UUID.randomUUID();

        String own = JSONObjectUtils.getString(parsed(person.post("/cases", example, key)), "id");
        String others = JSONObjectUtils.getString(parsed(guardian.post("/cases", example, key)), "id");
        String again = JSONObjectUtils.getString(parsed(guardian.post("/cases", example, key)), "id");

        assertThat(others).isNotEqualTo(own).isEqualTo(again);
    }

    @Test
    void letsNobodyUseAnIdThatIsNotTheirs() throws IOException, ParseException {
        Client person = person(HOLDER);
        String id = id(person, "signatory");
        String here = person.by(UUID.randomUUID().toString()).get("/me").body();

        forbidden(person(GUARDIAN).by(id), here);
        forbidden(person.by("none"), here);
        forbidden(person.by(""), here);
        forbidden(Client.registrar(server, data).by(id), here);
        forbidden(Client.system(server, data, "cases:read").by(id), here);
        assertThat(person.by(id.toUpperCase(Locale.ROOT)).get("/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsAJointSignatoryReadAloneWhereNobodyElseIsAsked() throws IOException, ParseException {
        Client person = person(JOINT_SIGNATORY);
        Client joint = person.by(id(person, "signatory"));

        assertThat(parsed(joint.get("/cases?count=true"))).containsEntry("total", 0L);
        assertThat(joint.upload().statusCode()).as("belongs to no service").isEqualTo(201);
        assertThat(joint.post("/cases", TestEngine.file("bygglov.valid.json")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersEverythingElseWhileARegistryIsSilent(@TempDir Path other) throws IOException {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> exchange.sendResponseHeaders(500, -1));
        registry.start();
        Map<String, String> settings = new HashMap<>();
        int port = ServerProcess.freePort();
        settings.put(
                "ryggrad.registry.broken.url",
                "http://127.0.0.1:" + registry.getAddress().getPort());
        settings.put("ryggrad.registry.broken.issuers", "http://localhost:" + port + "/test-issuer");
        try (ServerProcess alone = ServerProcess.start(other, port, Path.of("target"), settings)) {
            Client person = Client.personOf(HOLDER, alone, other);
            assertThat(person.get("/me/representations").statusCode()).isEqualTo(503);
            assertThat(person.by(UUID.randomUUID().toString()).get("/me").statusCode())
                    .isEqualTo(503);
            assertThat(person.by("none").get("/me").statusCode()).isEqualTo(403);
            assertThat(person.get("/me").statusCode()).isEqualTo(200);
        } finally {
            registry.stop(0);
        }
    }

    private static Client person(String number) {
        return Client.personOf(number, server, data);
    }

    private static String id(Client person, String kind) throws IOException, ParseException {
        return Arrays.stream(JSONObjectUtils.getJSONObjectArray(parsed(person.get("/me/representations")), "items"))
                .filter(item -> kind.equals(item.get("kind")))
                .map(item -> String.valueOf(item.get("id")))
                .findFirst()
                .orElseThrow();
    }

    /** Expects a refusal that is the same for every wrong id, but for the trace and the occurrence. */
    private static void forbidden(Client client, String like) throws IOException, ParseException {
        HttpResponse<String> answer = client.get("/me");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(withoutTrace(answer.body())).isEqualTo(withoutTrace(like));
    }

    private static Map<String, Object> withoutTrace(String problem) throws ParseException {
        Map<String, Object> members = new HashMap<>(JSONObjectUtils.parse(problem));
        members.remove("traceId");
        members.remove("instance");
        return members;
    }

    private static Map<String, Object> parsed(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.parse(answer.body());
    }
}
