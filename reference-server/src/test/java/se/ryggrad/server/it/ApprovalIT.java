package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets two guardians and two joint signatories of the simulated registry agree at the running server, and looks for the one
 * who is asked in every answer and in the log (CASE-090 to CASE-093, HAND-085 to HAND-092, ID-070, ID-071).
 */
class ApprovalIT {
    private static final String CHILD = "Erik Testsson";
    private static final String COMPANY = "Bodens kommun";
    private static final String ASKED = "198506149809";
    private static final String NAME = "Kanarie Testsson";
    private static final String[] UNIT_A = {"case-officer@conformance-a", "unit:unit-a@conformance-a"};

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
    }

    @Test
    void asksTheOtherGuardianAndNamesThemToNobody() throws IOException, ParseException {
        Client mother = acting(Client.personOf("199001019802", server, data), CHILD);
        Client other = Client.personCalled(NAME, ASKED, server, data);
        Client father = acting(other, CHILD);
        String path = begin(mother, "conformance-guardians");
        String request =
                awaits(mother.get(path), "guardian", JSONObjectUtils.getString(parsed(other.get("/me")), "id"));

        assertThat(father.get("/cases?limit=100").body()).contains(request);
        assertThat(answer(mother, path, "approve", request).statusCode()).isEqualTo(403);
        assertThat(answer(father, path, "refuse-approval", request).statusCode())
                .isEqualTo(200);
        Map<String, Object> agreed = parsed(answer(father, path, "approve", request));
        assertThat(agreed)
                .containsEntry("approval", Map.of("given", 2L, "needed", 2L))
                .containsEntry("deficiencies", List.of());
        assertThat(mother.get(path + "/events").body()).contains("approved", "En vårdnadshavare");
        nowhere(path, mother);
    }

    @Test
    void letsAnOfficerDoWithout() throws IOException, ParseException {
        Client mother = acting(Client.personOf("199001019802", server, data), CHILD);
        Client officer = Client.officer(server, data, UNIT_A);
        String path = begin(mother, "conformance-guardians");
        act(officer, path, "{\"action\":\"assign\"}");
        String granted = "{\"action\":\"decide\",\"kind\":\"final\",\"outcome\":\"approved\",\"text\":\"Bifall.\","
                + "\"reasons\":{\"text\":\"Enligt ansökan.\"}}";

        HttpResponse<String> early = act(officer, path, granted);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("/outcome", "approval-missing");
        HttpResponse<String> without =
                act(officer, path, "{\"action\":\"dispense-approval\",\"ground\":\"Föräldrabalken 6 kap. 13 a §\"}");
        assertThat(without.statusCode()).as(without.body()).isEqualTo(200);
        assertThat(parsed(without)).containsEntry("approval", Map.of("given", 1L, "needed", 1L));
        assertThat(act(officer, path, granted).statusCode()).isEqualTo(200);
        nowhere(path, mother);
    }

    @Test
    void letsThoseWhoSignTogetherActTogether() throws IOException, ParseException {
        Client first = acting(Client.personOf("196805179840", server, data), COMPANY);
        Client second = Client.personOf("198002299850", server, data);
        String path = begin(first, "conformance-signatories");
        String request =
                awaits(first.get(path), "signatory", JSONObjectUtils.getString(parsed(second.get("/me")), "id"));

        HttpResponse<String> agreed = answer(acting(second, COMPANY), path, "approve", request);
        assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(200);
        assertThat(first.get(path + "/events").body()).contains("En firmatecknare");
        assertThat(first.post("/cases", submission("conformance-represented")).statusCode())
                .isEqualTo(403);
    }

    /** Expects one request for approval to the person with {@code id}; returns it. */
    private static String awaits(HttpResponse<String> answer, String right, String id) throws ParseException {
        Map<String, Object> shown = parsed(answer);
        assertThat(shown).containsEntry("approval", Map.of("given", 1L, "needed", 2L));
        Map<String, Object>[] requests = JSONObjectUtils.getJSONObjectArray(shown, "requests");
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .containsEntry("kind", "approval")
                        .containsEntry("representative", Map.of("id", id, "right", right)));
        assertThat(answer.body()).contains("\"code\":\"approval-missing\"");
        return String.valueOf(requests[0].get("id"));
    }

    private static void nowhere(String path, Client mother) throws IOException {
        Client officer = Client.officer(server, data, UNIT_A);
        Client system = Client.system(server, data, "cases:read");
        for (Client reader : List.of(mother, officer, system)) {
            for (String part : List.of("", "/events", "/access-log", "/export")) {
                assertThat(reader.get(path + part).body()).as(part).doesNotContain(ASKED, NAME, "guardian-4");
            }
        }
        assertThat(Client.system(server, data, "events:read").get("/events").body())
                .doesNotContain(ASKED, NAME);
        assertThat(server.log()).doesNotContain(NAME);
        assertThat(IdentityNumbersIn.text(server.log())).isEmpty();
    }

    private static String begin(Client client, String service) throws IOException, ParseException {
        HttpResponse<String> begun = client.post("/cases", submission(service));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return "/cases/" + JSONObjectUtils.getString(parsed(begun), "id");
    }

    private static String submission(String service) {
        return "{\"service\":{\"id\":\"" + service + "\"},\"form\":{\"subject\":\"Prov\"}}";
    }

    private static HttpResponse<String> answer(Client client, String path, String action, String request)
            throws IOException {
        return act(client, path, "{\"action\":\"" + action + "\",\"request\":\"" + request + "\"}");
    }

    private static HttpResponse<String> act(Client client, String path, String body) throws IOException {
        String tag = client.get(path).headers().firstValue("ETag").orElseThrow();
        return client.act(path, tag, body);
    }

    /** Returns the person, who acts for the represented with {@code name}. */
    private static Client acting(Client person, String name) throws IOException, ParseException {
        return person.by(
                Arrays.stream(JSONObjectUtils.getJSONObjectArray(parsed(person.get("/me/representations")), "items"))
                        .filter(item -> name.equals(item.get("name")))
                        .map(item -> String.valueOf(item.get("id")))
                        .findFirst()
                        .orElseThrow());
    }

    private static Map<String, Object> parsed(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.parse(answer.body());
    }
}
