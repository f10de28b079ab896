package se.ryggrad.standard;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Gates the table of actions against its own vocabularies, the events and the OpenAPI document. */
class LifecycleTest {

    private static final List<String> ORDER = List.of(
            "submit",
            "open-case",
            "register",
            "assign",
            "reroute",
            "request",
            "answer-request",
            "close-request",
            "supplement",
            "message",
            "record-note",
            "memo",
            "add-party",
            "change-party",
            "end-party",
            "approve",
            "refuse-approval",
            "dispense-approval",
            "notify-delay",
            "demand-decision",
            "refuse-demand",
            "decide",
            "notify-decision",
            "note-undelivered",
            "record-service",
            "acknowledge-receipt",
            "correct-decision",
            "change-decision",
            "appeal",
            "dismiss-appeal",
            "forward-appeal",
            "record-ruling",
            "complete",
            "close",
            "withdraw",
            "reopen",
            "redact",
            "dispose");

    private final JsonObject table = Standard.json("lifecycle.json");
    private final List<JsonObject> rows = table.getJsonArray("rows").getValuesAs(JsonObject.class);

    @Test
    void holdsEveryActionInItsOrder() {
        Set<String> actions = new LinkedHashSet<>();
        rows.forEach(row -> actions.add(row.getString("action")));
        assertThat(actions).containsExactlyElementsOf(ORDER);
        assertThat(rows.stream().map(row -> row.getString("id"))).doesNotHaveDuplicates();
    }

    @Test
    void usesKnownStatusesActorsAndTracks() {
        Set<String> statuses = ids("statuses");
        Set<String> actors = ids("actors");
        Set<String> ends = new LinkedHashSet<>(statuses);
        ends.add("same");
        assertThat(rows).allSatisfy(row -> {
            assertThat(statuses).containsAll(Standard.strings(row.getJsonArray("from")));
            assertThat(ends).containsAll(Standard.strings(row.getJsonArray("to")));
            assertThat(actors).containsAll(Standard.strings(row.getJsonArray("by")));
            assertThat(Standard.strings(row.getJsonArray("tracks")))
                    .isNotEmpty()
                    .isSubsetOf("administrative", "legality", "civil", "none");
            assertThat(row.getString("offeredSince")).isIn("1.0-draft", "later");
            assertThat(row.getJsonObject("text").keySet()).containsExactly("sv", "en");
        });
    }

    @Test
    void usesKnownEvents() {
        List<JsonObject> events = Standard.objects("events.json", "events");
        Set<String> names =
                events.stream().map(event -> event.getString("name")).collect(toSet());
        Set<String> used = rows.stream()
                .filter(row -> !row.isNull("event"))
                .map(row -> row.getString("event"))
                .collect(toSet());
        assertThat(used).isEqualTo(names);
        assertThat(rows.stream().filter(row -> row.isNull("event")).map(row -> row.getString("action")))
                .containsExactly("memo");
    }

    @Test
    void requiresNothingThatTheBodyLacks() {
        assertThat(rows).allSatisfy(row -> {
            JsonObject body = row.getJsonObject("body");
            assertThat(body.getJsonObject("members").keySet())
                    .containsAll(Standard.strings(body.getJsonArray("required")));
        });
    }

    @Test
    void openApiHasTheSameBodies() {
        List<String> shown = new ArrayList<>();
        for (JsonValue one : OpenApi.component("schemas", "Action").getJsonArray("oneOf")) {
            JsonObject schema = OpenApi.resolved(one.asJsonObject());
            String action =
                    schema.getJsonObject("properties").getJsonObject("action").getString("const");
            shown.add(action);
            JsonObject body = row(action).getJsonObject("body");
            assertThat(with("action", body.getJsonObject("members").keySet()))
                    .as(action)
                    .isEqualTo(schema.getJsonObject("properties").keySet());
            assertThat(with("action", Standard.strings(body.getJsonArray("required"))))
                    .as(action)
                    .hasSameElementsAs(Standard.strings(schema.getJsonArray("required")));
        }
        assertThat(shown).containsExactlyElementsOf(offered());
    }

    private List<String> offered() {
        return rows.stream()
                .filter(row -> row.getString("offeredSince").equals("1.0-draft"))
                .filter(row -> !Standard.strings(row.getJsonArray("by")).contains("automatic"))
                .map(row -> row.getString("action"))
                .filter(action -> !Set.of("submit", "open-case").contains(action))
                .toList();
    }

    private JsonObject row(String id) {
        return rows.stream()
                .filter(row -> row.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> ids(String member) {
        return table.getJsonArray(member).getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("id"))
                .collect(toSet());
    }

    private static Set<String> with(String first, Iterable<String> others) {
        Set<String> all = new LinkedHashSet<>();
        all.add(first);
        others.forEach(all::add);
        return all;
    }
}
