package se.ryggrad.standard;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates the chapters: both languages cite every requirement once, and list the operations of OpenAPI. */
class ChaptersTest {

    private static final Pattern CITED = Pattern.compile("\\{([A-Z]+-\\d+)}");
    private static final Pattern OPERATION = Pattern.compile("(?m)^\\| `((?:GET|POST|PUT|DELETE) /[^`]*)` \\|");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyRequirementIsCitedOnce(String language) {
        List<String> known = Standard.objects("requirements.json", "requirements").stream()
                .map(one -> one.getString("id"))
                .toList();
        assertThat(found(CITED, text(language))).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyOperationIsListedOnce(String language) {
        assertThat(found(OPERATION, text(language)))
                .containsExactlyInAnyOrderElementsOf(OpenApi.operations().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"^#+ ", "^\\{[A-Z]+-\\d+}$", "^\\| ", "`[^`]+`"})
    void theLanguagesSayTheSame(String what) {
        Pattern part = Pattern.compile(what, Pattern.MULTILINE);
        Map<String, String> swedish = Standard.chapters("sv");
        Map<String, String> english = Standard.chapters("en");
        assertThat(swedish.keySet()).isEqualTo(english.keySet()).hasSize(10);
        english.forEach((chapter, text) -> assertThat(
                        found(part, swedish.getOrDefault(chapter, "")).size())
                .as(chapter)
                .isEqualTo(found(part, text).size()));
    }

    private static String text(String language) {
        return Standard.chapters(language).values().stream().collect(joining("\n"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(hit -> hit.group(Math.min(1, hit.groupCount())))
                .toList();
    }
}
