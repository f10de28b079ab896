package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.json.JsonTree.ObjectNode;

/** Tests the audit of who reads at the running server (CASE-099 to CASE-101). */
class AuditIT {
    private static final String LOG = "/authorities/conformance-a/access-log";
    private static final String OTHER_LOG = "/authorities/conformance-b/access-log";
    private static final String[] OFFICER = {"case-officer@conformance-a", "unit:unit-a@conformance-a"};

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
    }

    @Test
    void givesTheAuditorEveryReadingInAChain() throws IOException, ParseException {
        String path = "/cases/" + submit();
        Client officer = Client.officer(server, data, OFFICER);
        officer.get(path);
        officer.get(path + "/events");
        String read = officer.get(path + "/access-log").body();
        AuditedLog first = AuditedLog.sealed(auditor("conformance-a"), "conformance-a");
        officer.get(path + "/events");
        AuditedLog second = AuditedLog.sealed(auditor("conformance-a"), "conformance-a");

        List<ObjectNode> ofCase = second.contents().stream()
                .filter(content -> path.endsWith(content.text("case").orElseThrow()))
                .toList();
        assertThat(ofCase)
                .extracting(content -> content.text("what").orElseThrow())
                .containsExactlyInAnyOrder("case", "events", "access-log", "events");
        assertThat(ofCase)
                .anySatisfy(content -> assertThat(read)
                        .contains(
                                content.text("id").orElseThrow(),
                                content.text("at").orElseThrow()));
        assertThat(second.entries()).startsWith(first.entries().toArray(ObjectNode[]::new));
    }

    @Test
    void answersAKeyAsTheFirstTime() throws IOException, ParseException {
        Client auditor = auditor("conformance-a");
        UUID key = UUID.randomUUID();
        HttpResponse<String> first = auditor.post(LOG + "/seals", "{\"why\":\"Granskning\"}", key);
        Client.officer(server, data, OFFICER).get("/cases/" + submit());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(auditor.post(LOG + "/seals", "{\"why\":\"Granskning\"}", key).body())
                .isEqualTo(first.body());
        HttpResponse<String> other = auditor.post(LOG + "/seals", "{}", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-conflict").doesNotContain("firstResource");
        assertThat(auditor.post(LOG + "/seals", "[]").statusCode()).isEqualTo(422);
    }

    @Test
    void opensTheLogToItsAuditorAlone() throws IOException, ParseException {
        String path = "/cases/" + submit();
        Client auditor = auditor("conformance-a");
        List<Client> others = List.of(
                Client.person(server, data),
                Client.officer(server, data, OFFICER),
                Client.officer(server, data, "registrar@conformance-a", "archivist@conformance-a"),
                auditor("conformance-b"),
                Client.system(server, data, "cases:read"));
        for (Client other : others) {
            assertThat(other.get(LOG).statusCode()).isEqualTo(403);
            assertThat(other.post(LOG + "/seals", "[]").statusCode()).isEqualTo(403);
        }
        assertThat(Client.nobody(server).get(LOG).statusCode()).isEqualTo(401);
        assertThat(auditor("no-such")
                        .get(LOG.replace("conformance-a", "no-such"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(auditor.get(LOG.replace("conformance-a", "N%20a")).statusCode())
                .isEqualTo(403);
        assertThat(auditor.get(path).statusCode()).isEqualTo(404);
        assertThat(auditor.get(path + "/access-log").statusCode()).isEqualTo(404);
        assertThat(AuditedLog.object(auditor.get("/cases")).items("items")).isEmpty();
    }

    @Test
    void judgesTheGroupBeforeTheLevel() throws IOException {
        for (String group : List.of("case-officer@conformance-a", "auditor@conformance-b")) {
            Client other = Client.lowOfficer(server, data, group);
            assertThat(other.get(LOG).body()).contains("problem:forbidden");
            assertThat(other.post(LOG + "/seals", "{}").body()).contains("problem:forbidden");
        }
        Client auditor = Client.lowOfficer(server, data, "auditor@conformance-a");
        assertThat(auditor.get(LOG).body()).contains("problem:insufficient-assurance");
        assertThat(auditor.post(LOG + "/seals", "{}").body()).contains("problem:insufficient-assurance");
    }

    @Test
    void takesItsOwnPositionsAlone() throws IOException {
        Client both = Client.officer(server, data, "auditor@conformance-a", "auditor@conformance-b");
        String next = AuditedLog.object(both.get(OTHER_LOG)).text("next").orElseThrow();

        assertThat(both.get(OTHER_LOG + "?after=" + next).statusCode()).isEqualTo(200);
        for (String query : List.of("after=" + next, "after=bDoy", "after=", "limit=0", "limit=1001", "page=1")) {
            assertThat(both.get(LOG + "?" + query).statusCode()).as(query).isEqualTo(400);
        }
    }

    private static Client auditor(String authority) {
        return Client.colleague("rita", server, data, "auditor@" + authority);
    }

    private static String submit() throws IOException, ParseException {
        HttpResponse<String> answer = Client.person(server, data)
                .post("/cases", "{\"service\":{\"id\":\"conformance-plain\"},\"form\":{\"subject\":\"Prov\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return String.valueOf(JSONObjectUtils.parse(answer.body()).get("id"));
    }
}
