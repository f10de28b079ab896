package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the guide of the law in step with the table and the registry; {@code -Dryggrad.regenerate=true} writes it. */
class LawGuideTest {

    private static final Path GUIDE = Path.of("../docs/guide/law-in-the-lifecycle.md");
    private static final String MARK = "| provision | rows of the table | requirements |\n";

    @Test
    void theTableIsThatOfTheStandard() throws IOException {
        String guide = Files.readString(GUIDE);
        String before = guide.substring(0, guide.indexOf(MARK));
        if (Boolean.getBoolean("ryggrad.regenerate")) {
            Files.writeString(GUIDE, before + table());
        }
        assertThat(Files.readString(GUIDE)).isEqualTo(before + table());
    }

    private static String table() {
        Map<Provision, Set<String>> rows =
                index("lifecycle.json", "rows", row -> row.getString("law"), LawGuideTest::row);
        Map<Provision, Set<String>> requirements = index(
                "requirements.json",
                "requirements",
                entry -> entry.getString("kind").equals("law") ? entry.getString("source") : "",
                entry -> "[" + entry.getString("id") + "](../specification/en.html#" + entry.getString("id") + ")");
        Set<Provision> all = new TreeSet<>(rows.keySet());
        all.addAll(requirements.keySet());
        return all.stream()
                .map(provision -> Stream.of(
                                provision.text(),
                                joined(rows.getOrDefault(provision, Set.of())),
                                joined(requirements.getOrDefault(provision, Set.of())))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n", MARK + "|---|---|---|\n", "\n"));
    }

    private static String row(JsonObject row) {
        String name = "`" + row.getString("id") + "`";
        return row.getString("offeredSince").equals("later") ? name + " (later)" : name;
    }

    private static Map<Provision, Set<String>> index(
            String file, String list, Function<JsonObject, String> source, Function<JsonObject, String> name) {
        Map<Provision, Set<String>> index = new TreeMap<>();
        List<JsonObject> entries = Standard.objects(file, list);
        for (JsonObject entry : entries) {
            String law = source.apply(entry);
            if (!law.isEmpty()) {
                Provision.of(law)
                        .forEach(provision -> index.computeIfAbsent(provision, key -> new TreeSet<>())
                                .add(name.apply(entry)));
            }
        }
        return index;
    }

    private static String joined(Set<String> names) {
        return String.join(", ", names);
    }
}
