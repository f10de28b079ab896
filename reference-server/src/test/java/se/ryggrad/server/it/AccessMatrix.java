package se.ryggrad.server.it;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries every operation on a case as one who asks, and writes down what came of it. */
final class AccessMatrix {
    private static final String ANY_TAG = "\"0-0\"";

    /** Has a fault for each action, so that one that is let through is refused at its body and changes nothing. */
    private static final Map<String, Object> FAULTY = Map.of(
            "text", 5, "officer", 5, "unit", 5, "documents", 5, "memos", 5, "form", 5, "party", 5, "decision", 5);

    private final CaseAddresses watched;
    private final String party;

    /** Creates the matrix of a case, which is searched for by the personnummer of {@code party}. */
    AccessMatrix(CaseAddresses watched, String party) {
        this.watched = watched;
        this.party = party;
    }

    /** Returns what each way to read gives, by name. */
    Map<String, String> readings(Client client) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("list", listed(client.get("/cases?limit=100")));
        found.put("overview", listed(client.get("/overview-items?limit=100")));
        found.put("search", listed(client.post("/cases/searches?limit=100", search())));
        found.put("case", status(client.get(watched.path())));
        found.put("events", status(client.get(watched.path() + "/events")));
        found.put("document", status(client.get(watched.document())));
        found.put("export", status(client.get(watched.path() + "/export")));
        found.put("access log", status(client.get(watched.path() + "/access-log")));
        found.put("memos", status(client.get(watched.path() + "/memos")));
        found.put("one memo", status(client.get(watched.memo())));
        found.put("feed", listed(client.get("/events")));
        return found;
    }

    /** Returns what becomes of each action of the table, by name. */
    Map<String, String> actions(Client client) throws IOException, ParseException {
        String tag = client.get(watched.path()).headers().firstValue("ETag").orElse(ANY_TAG);
        Map<String, String> found = new LinkedHashMap<>();
        for (String action : offered()) {
            Map<String, Object> body = new LinkedHashMap<>(FAULTY);
            body.put("action", action);
            found.put(action, status(client.act(watched.path(), tag, JSONObjectUtils.toJSONString(body))));
        }
        return found;
    }

    /** Returns the actions of the table that this version offers to people, officers and systems, in its order. */
    static List<String> offered() throws IOException, ParseException {
        try (InputStream table = AccessMatrix.class.getResourceAsStream("/se/ryggrad/standard/lifecycle.json")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(text), "rows"))
                    .filter(row -> !"later".equals(row.get("offeredSince")))
                    .filter(row -> row.get("from") instanceof List<?> from && !from.isEmpty())
                    .filter(row -> !List.of("automatic").equals(row.get("by")))
                    .map(row -> String.valueOf(row.get("action")))
                    .distinct()
                    .toList();
        }
    }

    /** Returns the actions that gave one of {@code statuses}. */
    static String those(Map<String, String> actions, String... statuses) {
        return actions.entrySet().stream()
                .filter(entry -> List.of(statuses).contains(entry.getValue()))
                .map(entry -> "`" + entry.getKey() + "`")
                .collect(Collectors.joining(", "));
    }

    /** Returns a line of a table. */
    static String line(Stream<String> cells) {
        return cells.map(cell -> cell.isEmpty() ? "–" : cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Returns the head of a table. */
    static String head(List<String> columns) {
        List<String> rule = new ArrayList<>(columns);
        rule.replaceAll(column -> "---");
        return line(columns.stream()) + "|" + String.join("|", rule) + "|\n";
    }

    private String search() {
        return JSONObjectUtils.toJSONString(Map.of("identity", Map.of("scheme", "personnummer", "value", party)));
    }

    private String listed(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return status(answer);
        }
        return answer.body().contains(watched.id()) ? "yes" : "no";
    }

    private static String status(HttpResponse<String> answer) {
        return answer.statusCode() == 200 ? "yes" : Integer.toString(answer.statusCode());
    }
}
