package se.ryggrad.core.json.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ryggrad.api.Fault;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

class LifecycleBodiesTest {

    static Stream<String> required() {
        return rows().flatMap(row -> row.object("body").orElseThrow().texts("required").stream()
                .map(member -> row.text("action").orElseThrow() + ' ' + member));
    }

    static Stream<String> members() {
        return rows().flatMap(row ->
                row.object("body").orElseThrow().object("members").orElseThrow().members().keySet().stream()
                        .map(member -> row.text("action").orElseThrow() + ' ' + member));
    }

    private static Stream<JsonTree.ObjectNode> rows() {
        return StandardFiles.json("lifecycle.json").items("rows").stream()
                .flatMap(row -> row.asObject().stream())
                .filter(row -> row.text("id").equals(row.text("action")))
                .filter(row -> !row.texts("from").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("required")
    void namesEveryMemberThatTheTableRequires(String row) {
        String[] parts = row.split(" ", -1);
        assertThat(faults("{\"action\":\"" + parts[0] + "\"}")).contains('/' + parts[1] + " required");
    }

    @ParameterizedTest
    @MethodSource("members")
    void refusesAnotherTypeForEveryMemberOfTheTable(String row) {
        String[] parts = row.split(" ", -1);
        assertThat(faults("{\"action\":\"" + parts[0] + "\",\"" + parts[1] + "\":7}"))
                .contains('/' + parts[1] + " type");
    }

    @Test
    void namesAllFaultsOfADeepBody() {
        assertThat(faults("{\"action\":\"request\",\"kind\":\"order\",\"addressee\":{\"party\":\"x\",\"unit\":\"u\"},"
                        + "\"text\":\"\",\"dueOn\":\"2026-02-30\",\"audience\":{},\"secrecy\":[{\"provision\":\"\"}]}"))
                .containsExactlyInAnyOrder(
                        "/kind unknown-value",
                        "/addressee max-properties",
                        "/addressee/party format",
                        "/text min-length",
                        "/dueOn format",
                        "/audience/to required",
                        "/secrecy/0/provision min-length");
    }

    @Test
    void findsTheFaultsOfAPartyAsInASubmission() {
        assertThat(faults("{\"action\":\"add-party\",\"party\":{\"role\":\"boss\",\"rights\":[\"own\"],"
                        + "\"identity\":{\"scheme\":\"personnummer\",\"value\":\"199001019803\"}}}"))
                .containsExactlyInAnyOrder(
                        "/party/role unknown-value", "/party/rights/0 unknown-value", "/party/identity/value format");
        assertThat(faults(
                        "{\"action\":\"add-party\",\"party\":{\"role\":\"payer\",\"identity\":{\"scheme\":\"prid\"}}}"))
                .containsExactly("/party/identity/value required");
        String change = "{\"action\":\"change-party\",\"party\":\"7d0c2b52-1a3e-4c8e-9f57-1b2a3c4d5e6f\","
                + "\"ground\":\"Nytt\",\"change\":";
        assertThat(faults(change + "{}}")).containsExactly("/change min-properties");
        assertThat(faults(change + "{\"until\":\"2026-01-01\"}}")).containsExactly("/change min-properties");
        assertThat(faults(change + "{\"identity\":{\"scheme\":\"personnummer\"}}}"))
                .containsExactly("/change/identity/value required");
        assertThat(call(change + "{\"rights\":[],\"more\":1}}").body().get())
                .extracting("change.members")
                .isEqualTo(List.of("rights"));
    }

    @Test
    void namesAMissingOrUnknownAction() {
        assertThat(faults("{}")).containsExactly("/action required");
        assertThat(faults("{\"action\":1}")).containsExactly("/action type");
        assertThat(faults("{\"action\":\"fly\"}")).containsExactly("/action unknown-value");
        assertThat(faults("{\"action\":\"submit\"}")).containsExactly("/action unknown-value");
        assertThat(faults("[]")).containsExactly(" type");
    }

    @Test
    void readsAnActionAndIgnoresWhatItDoesNotKnow() {
        ActionCall call = call("{\"action\":\"reopen\",\"ground\":\"change\",\"colour\":\"red\",\"text\":\"Åter\"}");
        assertThat(call.name()).isEqualTo("reopen");
        assertThat(call.body().get()).isEqualTo(new Ending.Reopen("change", java.util.Optional.of("Åter")));
    }

    private static List<String> faults(String body) {
        RyggradException refused = catchThrowableOfType(
                RyggradException.class, () -> call(body).body().get());
        return refused.problem().faults().stream()
                .map(LifecycleBodiesTest::text)
                .toList();
    }

    private static String text(Fault fault) {
        return fault.where() + ' ' + fault.code().code();
    }

    private static ActionCall call(String body) {
        return ActionReader.call(new JsonDocument(JsonTree.parse(new JsonText(body)), List.of()));
    }
}
