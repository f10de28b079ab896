package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import se.ryggrad.core.digest.Sha256;

/** Is a case full of canaries, from which an archivist erases, and everything that anybody can ask for of it. */
final class ErasedCase {
    /** Who hands it in; no other case has this number. */
    static final String PARTY = "199001019802";

    /** What is redacted. */
    static final List<String> REDACTED =
            List.of("Kanariefråga", "Kanariebrev", "Kanarieritning", "kanarie.txt", "Kanarieämne");

    /** What is there until the case is disposed of. */
    static final List<String> DISPOSED = List.of("Kvarbrev", "Kanarieminne", "Kvarnotis", "Kvarbifall", PARTY);

    private static final byte[] LETTER = "Kanarieritning i klartext".getBytes(StandardCharsets.UTF_8);
    private static final String[] OFFICER = {"case-officer@conformance-a", "unit:unit-a@conformance-a"};

    private final Map<UUID, String> written = new LinkedHashMap<>();
    private final UUID started = UUID.randomUUID();
    private String submission = "";
    private String document = "";
    private String path = "";

    /** Hands the case in and lets everybody write in it. */
    void begin(ServerProcess server, Path data) throws IOException, ParseException {
        Client party = Client.personOf(PARTY, server, data);
        Client officer = Client.officer(server, data, OFFICER);
        document = id(party.upload("text/plain", LETTER, LETTER));
        submission = "{\"service\":{\"id\":\"conformance-disposal\"},\"form\":{\"subject\":\"Kanariefråga\"},"
                + "\"documents\":[{\"id\":\"" + document
                + "\",\"kind\":\"drawing\",\"name\":\"kanarie.txt\",\"subject\":\"Kanarieämne\"}]}";
        path = "/cases/" + id(party.post("/cases", submission, started));
        write(party, "{\"action\":\"message\",\"text\":\"Kanariebrev\"}", 200);
        write(party, "{\"action\":\"message\",\"text\":\"Kvarbrev\"}", 200);
        write(officer, "{\"action\":\"memo\",\"text\":\"Kanarieminne\"}", 201);
    }

    /** Redacts the submission, its document and the first message; returns what nobody may find any more. */
    List<String> redact(ServerProcess server, Path data) throws IOException, ParseException {
        Client archivist = archivist(server, data);
        Map<String, Object>[] events = items(archivist.get(path + "/events"));
        List<String> gone = new ArrayList<>(REDACTED);
        gone.add(String.valueOf(events[0].get("salt")));
        gone.add(String.valueOf(events[2].get("salt")));
        gone.add(Sha256.hex(LETTER));
        assertThat(gone.subList(0, REDACTED.size())).allMatch(everything(server, data)::contains);
        String parts = String.join("\",\"", id(events[0]), id(events[2]), document);
        act(
                archivist,
                "{\"action\":\"redact\",\"decision\":\"KS 1\",\"ground\":\"Dataskydd\",\"parts\":[\"" + parts + "\"]}");
        return gone;
    }

    /** Decides, closes and disposes of the case; returns what nobody may find any more beside what was redacted. */
    List<String> dispose(ServerProcess server, Path data) throws IOException, ParseException {
        Client officer = Client.officer(server, data, OFFICER);
        act(officer, "{\"action\":\"assign\"}");
        act(officer, "{\"action\":\"record-note\",\"text\":\"Kvarnotis\"}");
        act(
                officer,
                "{\"action\":\"decide\",\"kind\":\"final\",\"outcome\":\"approved\",\"text\":\"Kvarbifall\","
                        + "\"reasons\":{\"text\":\"Enligt plan.\"}}");
        Map<String, Object> decided = parsed(officer.get(path));
        String decision = id(JSONObjectUtils.getJSONObjectArray(decided, "decisions")[0]);
        act(officer, "{\"action\":\"notify-decision\",\"decision\":\"" + decision + "\",\"mode\":\"post\"}");
        String memo = id(items(officer.get(path + "/memos"))[0]);
        act(officer, "{\"action\":\"close\",\"memos\":[{\"memo\":\"" + memo + "\",\"keep\":true}]}");
        List<String> gone = new ArrayList<>(DISPOSED);
        for (Map<String, Object> event : items(officer.get(path + "/events"))) {
            if (event.containsKey("salt")) {
                gone.add(String.valueOf(event.get("salt")));
            }
        }
        act(archivist(server, data), "{\"action\":\"dispose\",\"decision\":\"KS 2\",\"ground\":\"Gallring\"}");
        return gone;
    }

    /** Returns all that anybody gets who asks for the case, replays of what was written before included. */
    String everything(ServerProcess server, Path data) throws IOException, ParseException {
        StringBuilder told = new StringBuilder();
        Client party = Client.personOf(PARTY, server, data);
        Client officer = Client.officer(server, data, OFFICER);
        Client registrar = Client.colleague("rut", server, data, "registrar@conformance-a");
        Client system = Client.system(server, data, "cases:read");
        for (Client client : List.of(party, officer, registrar, archivist(server, data), system)) {
            for (String part : List.of("", "/events", "/access-log", "/memos", "/documents/" + document)) {
                told.append(whole(client.get(path + part)));
            }
            told.append(whole(client.get("/cases?count=true"))).append(unzipped(client.download(path + "/export")));
        }
        told.append(whole(Client.system(server, data, "events:read").get("/events")));
        told.append(whole(party.post("/cases", submission, started)));
        for (Map.Entry<UUID, String> each : written.entrySet()) {
            Client author = each.getValue().contains("memo") ? officer : party;
            told.append(whole(author.post(path + "/actions", each.getValue(), each.getKey())));
        }
        return told.toString();
    }

    /** Returns the status of each way in which whoever was a party asks. */
    List<Integer> statuses(ServerProcess server, Path data) throws IOException {
        Client party = Client.personOf(PARTY, server, data);
        List<Integer> statuses = new ArrayList<>();
        for (String part : List.of("", "/events", "/access-log", "/documents/" + document)) {
            statuses.add(party.get(path + part).statusCode());
        }
        statuses.add(party.post("/cases", submission, started).statusCode());
        return statuses;
    }

    /** Returns the case as the archivist sees it. */
    Map<String, Object> shown(ServerProcess server, Path data) throws IOException, ParseException {
        return parsed(archivist(server, data).get(path));
    }

    private static Client archivist(ServerProcess server, Path data) {
        return Client.colleague("arne", server, data, "archivist@conformance-a");
    }

    private void write(Client client, String body, int status) throws IOException {
        UUID key = UUID.randomUUID();
        HttpResponse<String> answer = client.post(path + "/actions", body, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        written.put(key, body);
    }

    private void act(Client client, String body) throws IOException {
        String tag = client.get(path).headers().firstValue("ETag").orElse("\"0\"");
        HttpResponse<String> answer = client.act(path, tag, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String whole(HttpResponse<String> answer) {
        return answer.headers().map() + answer.body() + '\n';
    }

    private static String unzipped(HttpResponse<byte[]> answer) throws IOException {
        StringBuilder files = new StringBuilder(new String(answer.body(), StandardCharsets.UTF_8));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files.toString();
    }

    private static Map<String, Object>[] items(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.getJSONObjectArray(parsed(answer), "items");
    }

    private static String id(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return id(parsed(answer));
    }

    private static String id(Map<String, Object> part) {
        return String.valueOf(part.get("id"));
    }

    private static Map<String, Object> parsed(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.parse(answer.body());
    }
}
