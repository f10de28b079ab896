package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for what is protected in every answer of the running server, and in its log (ID-056 to ID-065). */
class ProtectedIT {
    private static final String GUARDIAN = "199001019802";
    private static final String CHILD = "201503149823";
    private static final String STREET = "Kanariegatan 1";
    private static final String PHONE = "070-174 06 05";
    private static final String LETTER = "Brev med hemlig adress";
    private static final String NAME = "Kanarie Testsson";
    private static final List<String> CANARIES = List.of(STREET, PHONE, LETTER, NAME, "kanarie.txt");
    private static final String[] PLAIN = {"case-officer@conformance-a", "unit:unit-a@conformance-a"};
    private static final String[] REGISTRAR = {"registrar@conformance-a"};
    private static final String[] CLEARED = {
        "case-officer@conformance-a", "unit:unit-a@conformance-a", "protected-identity@conformance-a"
    };

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
    }

    @Test
    void showsWhatIsProtectedToNobodyElse() throws IOException, ParseException {
        Client party = Client.person(server, data);
        Client guardian = guardian();
        UUID key = UUID.randomUUID();
        String document = id(party.upload("text/plain", octets(), octets()));
        HttpResponse<String> begun = party.post("/cases", body(document), key);
        String path = "/cases/" + id(begun);
        Client system = Client.system(server, data, "cases:read");

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        clean(begun);
        clean(party.post("/cases", body(document), key));
        for (Client client : List.of(party, guardian, system)) {
            for (String part : List.of("", "/events", "/access-log")) {
                HttpResponse<String> shown = clean(client.get(path + part));
                assertThat(shown.statusCode()).as(part).isEqualTo(200);
                assertThat(shown.body().contains(CHILD))
                        .as("a system sees numbers, as ever")
                        .isEqualTo(client == system && part.isEmpty());
            }
            assertThat(clean(client.get(path + "/documents/" + document)).statusCode())
                    .isEqualTo(404);
            clean(client.get("/cases?count=true"));
        }
        assertThat(clean(system.get(path + "/export")).statusCode()).isEqualTo(403);
        assertThat(clean(party.act(path, "{\"action\":\"message\",\"text\":\"Hej\"}"))
                        .statusCode())
                .isEqualTo(200);
        clean(Client.system(server, data, "events:read").get("/events?after=0"));
        officers(path, document);
        whole(path, document);
        assertThat(CANARIES).noneMatch(server.log()::contains);
        assertThat(IdentityNumbersIn.text(server.log())).isEmpty();
    }

    private static void officers(String path, String document) throws IOException, ParseException {
        for (String[] groups : List.of(PLAIN, REGISTRAR)) {
            Client officer = Client.officer(server, data, groups);
            Map<String, Object> list =
                    JSONObjectUtils.parse(clean(officer.get("/cases?count=true&service=conformance-contact"))
                            .body());
            assertThat(list).containsEntry("total", 0L).containsEntry("items", List.of());
            List<HttpResponse<String>> answers = List.of(
                    officer.get(path),
                    officer.get(path + "/events"),
                    officer.get(path + "/access-log"),
                    officer.get(path + "/export"),
                    officer.get(path + "/memos"),
                    officer.get(path + "/documents/" + document),
                    officer.act(path, "{\"action\":\"assign\"}"),
                    officer.act(path, "{\"action\":\"memo\",\"text\":\"x\"}"),
                    officer.get("/cases/" + UUID.randomUUID()));
            for (HttpResponse<String> answer : answers) {
                assertThat(clean(answer).statusCode()).isEqualTo(404);
                assertThat(withoutTrace(answer)).isEqualTo(withoutTrace(answers.get(0)));
            }
        }
    }

    /** Looks at what the child and an officer in the group see: all of it. */
    private static void whole(String path, String document) throws IOException, ParseException {
        Client cleared = Client.officer(server, data, CLEARED);
        for (Client client : List.of(Client.personOf(CHILD, server, data), cleared)) {
            assertThat(client.get(path).body()).contains(STREET, PHONE, NAME, "kanarie.txt");
            assertThat(client.get(path + "/events").body()).contains(STREET, PHONE);
            assertThat(client.get(path + "/documents/" + document).body()).isEqualTo(LETTER);
        }
        assertThat(cleared.get(path).body()).containsOnlyOnce("\"protection\":\"skyddad-folkbokforing\"");
        assertThat(JSONObjectUtils.parse(cleared.get("/cases?count=true&service=conformance-contact")
                        .body()))
                .containsEntry("total", 1L);
        assertThat(cleared.get(path + "/export").statusCode()).isEqualTo(200);
        String log = cleared.get(path + "/access-log").body();
        assertThat(log).contains("\"officer\"", "\"guardian\"", "\"system\"");
    }

    @Test
    void hidesACaseWhileTheRegistryIsSilentAndListsItWhenItAnswers(@TempDir Path other)
            throws IOException, ParseException {
        Map<String, String> settings = new HashMap<>();
        int port = ServerProcess.freePort();
        int[] status = {500};
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] nobody = "{\"persons\":[]}".getBytes(StandardCharsets.UTF_8);
        registry.createContext("/persons/searches", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status[0], nobody.length);
            exchange.getResponseBody().write(nobody);
            exchange.close();
        });
        registry.start();
        settings.put(
                "ryggrad.registry.people.url",
                "http://127.0.0.1:" + registry.getAddress().getPort());
        settings.put("ryggrad.registry.people.issuers", "http://localhost:" + port + "/test-issuer");
        settings.put("ryggrad.registry.people.answers", "persons");
        try (ServerProcess alone = ServerProcess.start(other, port, Path.of("target"), settings)) {
            Client person = Client.personOf(GUARDIAN, alone, other);
            Client officer = Client.officer(alone, other, PLAIN);
            String path = "/cases/" + id(person.post("/cases", own()));
            assertThat(person.get(path).body()).contains(STREET);
            assertThat(officer.get(path).statusCode()).isEqualTo(404);
            assertThat(JSONObjectUtils.parse(officer.get("/cases?count=true").body()))
                    .containsEntry("total", 0L);
            status[0] = 200;
            assertThat(JSONObjectUtils.parse(officer.get("/cases?count=true").body()))
                    .containsEntry("total", 1L);
            assertThat(officer.get(path).body()).contains(STREET).doesNotContain("\"protection\"");
            status[0] = 503;
            assertThat(officer.get(path).statusCode()).isEqualTo(404);
            assertThat(JSONObjectUtils.parse(officer.get("/cases?count=true").body()))
                    .containsEntry("total", 1L);
        } finally {
            registry.stop(0);
        }
    }

    private static Client guardian() throws IOException, ParseException {
        Client person = Client.personOf(GUARDIAN, server, data);
        String list = person.get("/me/representations").body();
        return person.by(Arrays.stream(JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(list), "items"))
                .filter(item -> "guardian".equals(item.get("kind")))
                .map(item -> String.valueOf(item.get("id")))
                .findFirst()
                .orElseThrow());
    }

    private static String own() {
        return "{\"service\":{\"id\":\"conformance-contact\"},\"form\":{\"subject\":\"Prov\",\"street\":\"" + STREET
                + "\"}}";
    }

    private static String body(String document) {
        return "{\"service\":{\"id\":\"conformance-contact\"},\"form\":{\"subject\":\"Prov\",\"street\":\"" + STREET
                + "\",\"home\":{\"floor\":\"2\",\"phone\":\"" + PHONE + "\"}},\"documents\":[{\"id\":\"" + document
                + "\",\"kind\":\"any\",\"name\":\"kanarie.txt\"}],\"parties\":[{\"role\":\"co-applicant\",\"name\":\""
                + NAME + "\",\"identity\":{\"scheme\":\"personnummer\",\"value\":\"" + CHILD + "\"}}]}";
    }

    private static byte[] octets() {
        return LETTER.getBytes(StandardCharsets.UTF_8);
    }

    /** Expects that nothing of an answer tells what is protected. */
    private static HttpResponse<String> clean(HttpResponse<String> answer) {
        String told = answer.headers().map() + answer.body();
        assertThat(Stream.concat(CANARIES.stream(), Stream.of("\"protection\"")))
                .noneMatch(told::contains);
        return answer;
    }

    private static Map<String, Object> withoutTrace(HttpResponse<String> answer) throws ParseException {
        Map<String, Object> members = new HashMap<>(JSONObjectUtils.parse(answer.body()));
        members.remove("traceId");
        members.remove("instance");
        return members;
    }

    private static String id(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "id");
    }
}
