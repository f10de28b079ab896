package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.server.services.TestEngine;

/** Tests that principals who share a server share nothing else (ID-030). */
class PrincipalIT {
    private static final String PITEA = "2581";
    private static final String BODEN = "2582";
    private static final String BODEN_NUMBER = "2120002767";
    private static final String OFFICER = "case-officer@byggnadsnamnden";
    private static final String REGISTRAR = "registrar@byggnadsnamnden";
    private static final String UNIT = "unit:bygglov@byggnadsnamnden";
    private static final String MEMO = "{\"action\":\"memo\",\"text\":\"Ring.\"}";
    private static final String PLACEHOLDER = "8f14e45f-ceea-467f-a0e6-3b1c6f0f3c10";

    @TempDir
    static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
    }

    @Test
    void keepsPrincipalsApart() throws IOException {
        Client atPitea = Client.person(server, data);
        Client atBoden = Client.person(server, data, BODEN);
        String document = created(atPitea.upload());
        String path = "/cases/" + created(atPitea.post("/cases", form(document)));

        for (String own : List.of(path, path + "/events", path + "/documents/" + document)) {
            assertThat(atPitea.get(own).statusCode()).as(own).isEqualTo(200);
            assertThat(atBoden.get(own).statusCode()).as(own).isEqualTo(404);
            assertThat(atPitea.at(server, BODEN).get(own).statusCode())
                    .as("with a token for Piteå: " + own)
                    .isEqualTo(401);
        }
        assertThat(atBoden.act(path, "{\"action\":\"withdraw\"}").statusCode()).isEqualTo(404);
        String id = path.substring("/cases/".length());
        assertThat(atPitea.get("/cases").body()).contains(id);
        assertThat(atBoden.get("/cases").body()).doesNotContain(id);
    }

    @Test
    void keepsDocumentsApart() throws IOException {
        String document = created(Client.person(server, data).upload());
        Client atBoden = Client.person(server, data, BODEN);
        assertThat(atBoden.post("/cases", form(document)).statusCode()).isEqualTo(422);
        assertThat(atBoden.post("/cases", form(created(atBoden.upload()))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void keepsFeedsApart() throws IOException {
        Client person = Client.person(server, data);
        String id = created(person.post("/cases", form(created(person.upload()))));
        Client system = Client.system(server, data, "events:read");
        assertThat(system.get("/events").body()).contains(id);
        assertThat(system.at(server, BODEN).get("/events").statusCode()).isEqualTo(401);
        HttpResponse<String> atBoden =
                Client.system(server, data, BODEN, "events:read").get("/events");
        assertThat(atBoden.statusCode()).isEqualTo(200);
        assertThat(atBoden.body()).doesNotContain(id);
    }

    /** The authorities, units and groups of both have the same names. */
    @Test
    void keepsOfficersApart() throws IOException, ParseException {
        Client person = Client.person(server, data);
        String document = created(person.upload());
        String path = "/cases/" + created(person.post("/cases", buildingPermit(document)));
        Client own = Client.officer(server, data, OFFICER, UNIT);
        String memo = path + "/memos/" + created(own.act(path, MEMO));

        for (String[] groups : new String[][] {{OFFICER, UNIT}, {REGISTRAR}, {OFFICER, REGISTRAR, UNIT}}) {
            Client other = Client.officerOf(BODEN_NUMBER, server, data, BODEN, groups);
            for (String each : parts(path, document, memo)) {
                assertThat(own.get(each).statusCode()).as(each).isEqualTo(200);
                assertThat(other.get(each).statusCode()).as(each).isEqualTo(404);
                assertThat(other.at(server, PITEA).get(each).statusCode()).isEqualTo(401);
                assertThat(own.at(server, BODEN).get(each).statusCode()).isEqualTo(401);
            }
            assertThat(other.act(path, MEMO).statusCode()).isEqualTo(404);
            assertThat(other.act(path, "{\"action\":\"assign\"}").statusCode()).isEqualTo(404);
            assertThat(total(other)).isZero();
            Client stray = Client.officerOf(BODEN_NUMBER, server, data, PITEA, groups);
            assertThat(stray.get(path).statusCode()).isEqualTo(401);
        }
        assertThat(own.act(path, "{\"action\":\"assign\"}").statusCode()).isEqualTo(428);
        assertThat(total(own)).isOne();
        assertThat(own.get(path + "/memos").body()).containsOnlyOnce("Ring");
    }

    private static List<String> parts(String path, String document, String memo) {
        return List.of(
                path, path + "/events", path + "/export", path + "/memos", memo, path + "/documents/" + document);
    }

    private static long total(Client officer) throws IOException, ParseException {
        HttpResponse<String> answer = officer.get("/cases?count=true");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSONObjectUtils.getLong(JSONObjectUtils.parse(answer.body()), "total");
    }

    private static String buildingPermit(String document) {
        return TestEngine.file("bygglov.valid.json").replace(PLACEHOLDER, document);
    }

    private static String form(String document) {
        return "{\"service\":{\"id\":\"conformance-plain\"},\"form\":{\"subject\":\"Prov\"},\"documents\":[{\"id\":\""
                + document + "\",\"kind\":\"drawing\",\"name\":\"ritning.pdf\"}],\"parties\":[]}";
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        try {
            return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "id");
        } catch (ParseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
