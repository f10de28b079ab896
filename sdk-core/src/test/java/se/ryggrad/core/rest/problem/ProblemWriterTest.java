package se.ryggrad.core.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Language;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

class ProblemWriterTest {

    private static final LocalizedText DETAIL = new LocalizedText("Så.", "So.");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeHasItsPublishedStatusAndTitle(ProblemType type) {
        JsonTree.ObjectNode json = ProblemWriter.json(Problem.of(type, DETAIL), Language.EN, TRACE);
        JsonTree.ObjectNode published = StandardFiles.json("problems.json").items("problems").stream()
                .flatMap(item -> item.asObject().stream())
                .filter(item -> item.text("type").equals(Optional.of(type.urn())))
                .findFirst()
                .orElseThrow();
        assertThat(json.member("status")).isEqualTo(published.member("status"));
        assertThat(json.text("title")).isEqualTo(published.object("title").flatMap(title -> title.text("en")));
    }

    @Test
    void everyWritingHasAnInstanceOfItsOwn() {
        Problem problem = Problem.of(ProblemType.NOT_FOUND, DETAIL);
        assertThat(ProblemWriter.json(problem, Language.SV, TRACE).text("instance"))
                .isNotEqualTo(ProblemWriter.json(problem, Language.SV, TRACE).text("instance"));
    }

    @Test
    void listsFaultsByPointerThenCode() {
        Problem problem = Problem.of(
                ProblemType.VALIDATION,
                DETAIL,
                List.of(
                        FaultTexts.at("/b", FaultCode.REQUIRED),
                        FaultTexts.at("/a", FaultCode.TYPE),
                        FaultTexts.at("/a", FaultCode.FORMAT)));
        JsonTree.ObjectNode json = ProblemWriter.json(problem, Language.SV, TRACE);
        assertThat(json.items("errors"))
                .extracting(
                        error -> error.at("/pointer").orElseThrow(),
                        error -> error.at("/code").orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(JsonTree.of("/a"), JsonTree.of("format")),
                        org.assertj.core.groups.Tuple.tuple(JsonTree.of("/a"), JsonTree.of("type")),
                        org.assertj.core.groups.Tuple.tuple(JsonTree.of("/b"), JsonTree.of("required")));
        JsonTree.ObjectNode schema = StandardFiles.json("schemas/problem.schema.json");
        JsonTree.ObjectNode flat = JsonTree.object()
                .put("type", "object")
                .put("required", schema.member("required").orElseThrow())
                .put("properties", schema.member("properties").orElseThrow())
                .build();
        JsonTree.ObjectNode withoutErrors =
                ProblemWriter.json(Problem.of(ProblemType.INTERNAL, DETAIL), Language.SV, TRACE);
        assertThat(new BodySchema(flat, JsonTree.ObjectNode.EMPTY).faults(withoutErrors, ""))
                .isEmpty();
    }
}
