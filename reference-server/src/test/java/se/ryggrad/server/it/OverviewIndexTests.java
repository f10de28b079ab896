package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.json.JsonTree.ObjectNode;

/** Pushes to the index of a running portal and reads overviews (MINA-034 to MINA-056). A subclass gives the database. */
abstract class OverviewIndexTests {
    private static final int SOURCES = 12;
    private static final String LIST = "/overview?count=true&limit=100";

    @TempDir
    Path data;

    private final Instant end = Instant.now().plus(Duration.ofDays(1));

    /** Returns a new database that lies in, or logs to, {@code folder}. */
    abstract StatementLog open(Path folder);

    @Test
    void showsWhatWasPushedByOneStatement() throws Exception {
        int port = ServerProcess.freePort();
        try (StatementLog log = open(data.resolve("database"));
                ServerProcess server = ServerProcess.start(data, port, Path.of("target"), settings(port, log))) {
            Client alva = Client.person(server, data);
            for (int source = 0; source < SOURCES; source++) {
                Client client = source(server, source);
                assertStatus(client.put("/overview-index/source-" + source, asOf(Instant.now())), 204);
                assertStatus(client.put(item(source, UUID.randomUUID()), push(1, Api.ALVA)), 204);
            }
            List<String> before = log.statements();
            HttpResponse<String> answer = alva.get(LIST);
            assertThat(log.since(before)).as(answer.body()).hasSize(1);
            ObjectNode overview = SentMessages.parsed(answer);
            assertThat(overview.items("items")).hasSize(SOURCES);
            assertThat(overview.items("sources")).hasSize(SOURCES);
            assertThat(answer.body()).contains("\"complete\":true").doesNotContain(Api.ALVA);
            keepsTheHighestVersion(server, alva);
            keepsSourcesApart(server);
            offers(server);
            assertThat(server.log()).doesNotContain(Api.ALVA);
        }
    }

    private static void offers(ServerProcess server) throws IOException {
        assertThat(Client.nobody(server).get("/capabilities").body())
                .contains(
                        "{\"id\":\"overview-index\",\"offered\":true}",
                        "\"itemsPerOwner\":1000",
                        "\"freshFor\":\"PT15M\"");
    }

    private void keepsTheHighestVersion(ServerProcess server, Client alva) throws IOException {
        Client client = source(server, 0);
        UUID id = UUID.randomUUID();
        String path = item(0, id);
        assertStatus(client.put(path, push(2, Api.ALVA)), 204);
        assertStatus(client.put(path, push(2, Api.ALVA)), 204);
        assertStatus(client.put(path, push(1, Api.ALVA)), 409);
        assertThat(alva.get(LIST).body()).contains(id.toString());
        assertStatus(client.put(path, "{\"version\":3,\"removed\":true}"), 204);
        assertStatus(client.put(path, push(2, Api.ALVA)), 409);
        assertThat(alva.get(LIST).body()).doesNotContain(id.toString());
        assertThat(client.get("/overview-index/source-0").body())
                .contains("{\"id\":\"" + id + "\",\"version\":3,\"removed\":true}");
        HttpResponse<String> first = client.get("/overview-index/source-0?limit=1");
        String next = SentMessages.parsed(first).text("next").orElseThrow();
        assertThat(client.get("/overview-index/source-0?after=" + next).body()).doesNotContain("next");
        assertStatus(client.get("/overview-index/source-0?after=x"), 400);
    }

    private void keepsSourcesApart(ServerProcess server) throws IOException {
        Client client = source(server, 0);
        UUID id = UUID.randomUUID();
        assertStatus(client.put(item(1, id), push(1, Api.ALVA)), 404);
        assertStatus(client.put("/overview-index/nothing/" + id, push(1, Api.ALVA)), 404);
        assertStatus(client.put("/overview-index/source-0/not-a-uuid", push(1, Api.ALVA)), 404);
        assertStatus(Client.person(server, data).put(item(0, id), push(1, Api.ALVA)), 403);
        assertStatus(Client.systemOf("client-0", server, data, "cases:read").put(item(0, id), push(1, Api.ALVA)), 403);
        HttpResponse<String> wrong = client.put(item(0, id), push(1, "199001019803"));
        assertStatus(wrong, 422);
        assertThat(wrong.body()).contains("/owner/value", "format").doesNotContain("199001019803");
    }

    private Client source(ServerProcess server, int number) {
        return Client.systemOf("client-" + number, server, data, "overview:write");
    }

    private static String item(int source, UUID id) {
        return "/overview-index/source-" + source + "/" + id;
    }

    private static String asOf(Instant time) {
        return "{\"asOf\":\"" + time + "\"}";
    }

    private String push(int version, String owner) {
        return """
                {"version": %d, "owner": {"scheme": "personnummer", "value": "%s"},
                 "assurance": "http://id.elegnamnden.se/loa/1.0/loa3", "expiresAt": "%s",
                 "item": {"kind": "case", "title": {"sv": "Bygglov", "en": "Building permit"},
                          "status": {"sv": "Handläggs", "en": "Being handled"},
                          "updatedAt": "2026-11-24T08:12:07.412Z", "actionRequired": false}}
                """.formatted(version, owner, end);
    }

    private static void assertStatus(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static Map<String, String> settings(int port, StatementLog log) {
        Map<String, String> settings = new HashMap<>(log.settings());
        String issuer = "http://localhost:" + port + "/test-issuer";
        settings.put("ryggrad.issuer.login.url", issuer);
        settings.put("ryggrad.issuer.login.actors", "person,officer,system");
        settings.put("ryggrad.issuer.login.token-endpoint", issuer + "/token");
        settings.put("ryggrad.issuer.login.client-id", "portal");
        settings.put("ryggrad.issuer.login.client-secret", "portal-secret");
        for (int number = 0; number < SOURCES; number++) {
            String source = "ryggrad.source.source-" + number;
            settings.put(source + ".url", "http://localhost:" + port + "/sources/" + number);
            settings.put(source + ".title.sv", "Källan " + number);
            settings.put(source + ".title.en", "The source " + number);
            settings.put(source + ".client", "client-" + number);
        }
        return settings;
    }
}
