package se.ryggrad.standard;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Gates the problem types: the list, the schema and the OpenAPI document agree. */
class ProblemsTest {

    private final Map<String, Integer> listed = Standard.objects("problems.json", "problems").stream()
            .collect(toMap(one -> one.getString("type"), one -> one.getInt("status"), (a, b) -> a, TreeMap::new));

    @Test
    void theSchemaListsTheSameTypes() {
        JsonObject type = Standard.json("schemas/problem.schema.json")
                .getJsonObject("properties")
                .getJsonObject("type");
        assertThat(Standard.strings(type.getJsonArray("enum"))).containsExactlyInAnyOrderElementsOf(listed.keySet());
    }

    @Test
    void theOpenApiDocumentShowsEveryTypeWithItsStatus() {
        Map<String, Integer> shown = new TreeMap<>();
        OpenApi.walk(OpenApi.DOCUMENT, "", (place, part) -> {
            if (place.contains("/examples/") && part.containsKey("instance")) {
                shown.put(part.getString("type"), part.getInt("status"));
            }
        });
        assertThat(shown).isEqualTo(listed);
    }
}
