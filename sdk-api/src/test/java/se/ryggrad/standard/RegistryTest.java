package se.ryggrad.standard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gates the registry of requirements. */
class RegistryTest {

    private static final List<String> CHAPTERS = List.of("CORE", "ID", "CAT", "CASE", "HAND", "EVT", "MSG", "MINA");

    private final List<JsonObject> requirements = Standard.objects("requirements.json", "requirements");

    /** A number that is not in use leaves a gap: an id never comes to mean something else. */
    @Test
    void idsAreUniqueAndInOrder() {
        Map<String, List<String>> byChapter = requirements.stream()
                .map(one -> one.getString("id"))
                .collect(groupingBy(id -> id.substring(0, id.indexOf('-')), LinkedHashMap::new, toList()));
        assertThat(byChapter.keySet()).containsExactlyElementsOf(CHAPTERS);
        byChapter.forEach((chapter, ids) -> assertThat(ids)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches(chapter + "-[0-9]{3}"))
                .startsWith(chapter + "-001"));
    }

    @Test
    void vocabulariesAreClosed() {
        assertThat(requirements).allSatisfy(one -> {
            assertThat(one.getString("level")).isIn("SKA", "BÖR", "FÅR");
            assertThat(one.getString("role")).isIn("case-provider", "case-handling", "message-service", "mina-sidor");
            assertThat(one.getString("kind")).isIn("law", "standard", "choice");
            assertThat(one.getString("source")).isNotBlank();
            assertThat(one.getString("option", "webhooks")).isIn("catalogue-import", "webhooks", "overview-index");
        });
    }

    @Test
    void textsAreSentencesInBothLanguages() {
        assertThat(requirements).allSatisfy(one -> {
            JsonObject text = one.getJsonObject("text");
            assertThat(text.keySet()).containsExactly("sv", "en");
            assertThat(text.getString("sv")).endsWith(".").doesNotContain("  ");
            assertThat(text.getString("en")).endsWith(".").doesNotContain("  ");
        });
        assertThat(requirements.stream().map(one -> one.getJsonObject("text").getString("en")))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeTestedNamesItsProof() {
        List<JsonObject> untestable = requirements.stream()
                .filter(one -> one.containsKey("notTestable"))
                .toList();
        assertThat(untestable).hasSizeBetween(1, 14).allSatisfy(one -> {
            JsonObject why = one.getJsonObject("notTestable");
            assertThat(why.getString("provenBy")).matches("se\\.ryggrad(\\.[a-z]+)+\\.[A-Z]\\w*(Test|IT)#[a-z]\\w*");
            assertThat(why.getJsonObject("reason").keySet()).containsExactly("sv", "en");
        });
    }
}
