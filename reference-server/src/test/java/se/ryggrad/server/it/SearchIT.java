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

/** Searches at the running server, where the number must stand in the body alone (CASE-096 to CASE-098, ID-072 to ID-074). */
class SearchIT {
    private static final String SEARCHES = "/cases/searches";
    private static final String ALVAS = "{\"identity\":{\"scheme\":\"personnummer\",\"value\":\"" + Api.ALVA + "\"}}";
    private static final String BODY =
            "{\"service\":{\"id\":\"conformance-%s\"},\"form\":{\"subject\":\"Kanariefågel\"}}";

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
    }

    @Test
    void findsPageByPageWithoutTheNumberInAnyAddress() throws IOException, ParseException {
        Client person = Client.person(server, data);
        Client kim = Client.officer(server, data, "contact-centre@conformance-a");
        String first = id(person.post("/cases", BODY.formatted("plain")));
        id(person.post("/cases", BODY.formatted("plain")));
        id(person.post("/cases", BODY.formatted("secret")));

        HttpResponse<String> page = kim.post(SEARCHES + "?limit=1&count=true", ALVAS);
        assertThat(JSONObjectUtils.parse(page.body())).containsEntry("total", 2L);
        String next = page.headers().firstValue("Link").orElseThrow();
        assertThat(next)
                .contains("/v1/cases/searches?count=true&limit=1&page=2>")
                .doesNotContain(Api.ALVA);
        HttpResponse<String> second = kim.post(next.substring(next.indexOf(SEARCHES), next.indexOf('>')), ALVAS);
        assertThat(JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(second.body()), "items")[0])
                .containsEntry("id", first);
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(person.get("/cases/" + first + "/access-log").body()).containsOnlyOnce("\"what\":\"search\"");
        limited(kim, "/cases/" + first);
        assertThat(IdentityNumbersIn.text(server.log())).isEmpty();
    }

    private static void limited(Client kim, String path) throws IOException {
        HttpResponse<String> shown = kim.get(path);
        assertThat(shown.body()).contains("\"limited\":true").doesNotContain("Kanarie", Api.ALVA);
        HttpResponse<String> said = kim.act(path, "{\"action\":\"message\",\"text\":\"Hon ringde.\"}");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).contains("\"limited\":true", "\"allowedActions\":[\"message\"]");
        assertThat(kim.upload().statusCode()).isEqualTo(201);
    }

    @Test
    void refusesInTheOrderOfTheStandard() throws IOException {
        Client kim = Client.officer(server, data, "contact-centre@conformance-a");

        HttpResponse<String> got = kim.get(SEARCHES);
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.headers().firstValue("Allow")).contains("OPTIONS, POST");
        assertThat(Client.nobody(server).post(SEARCHES, "{").statusCode()).isEqualTo(401);
        for (Client other : List.of(Client.person(server, data), Client.system(server, data, "cases:read"))) {
            assertThat(other.post(SEARCHES, "{").statusCode()).isEqualTo(403);
        }
        assertThat(kim.post(SEARCHES + "?officer=me", "{").statusCode()).isEqualTo(400);
        assertThat(kim.post(SEARCHES, "{").statusCode()).isEqualTo(400);
        HttpResponse<String> nothing = kim.post(SEARCHES, "{}");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("\"pointer\":\"/identity\"", "\"code\":\"required\"");
        String wrong = Api.ALVA.substring(0, 11) + "0";
        assertThat(kim.post(SEARCHES, ALVAS.replace(Api.ALVA, wrong)).body())
                .contains("\"code\":\"format\"")
                .doesNotContain(wrong);
    }

    private static String id(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "id");
    }
}
