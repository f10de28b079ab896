package se.ryggrad.api;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.model.MessageState;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;

/** Holds the vocabularies of the Java interfaces against those that the standard publishes. */
class VocabularyTest {

    @Test
    void problemTypesAreThoseOfTheStandard() {
        List<String> published = strings(read("problems.json"), "problems", "type");
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::urn)).hasSameElementsAs(published);
    }

    @Test
    void faultCodesAreThoseOfTheStandard() {
        List<String> published = strings(read("codes.json"), "codes", "code");
        assertThat(Arrays.stream(FaultCode.values()).map(FaultCode::code)).hasSameElementsAs(published);
    }

    @Test
    void levelsOfAssuranceHaveThePublishedOrder() {
        Map<String, Integer> published =
                read("assurance-levels.json").getJsonArray("levels").getValuesAs(JsonObject.class).stream()
                        .collect(toMap(level -> level.getString("uri"), level -> level.getInt("rank")));
        assertThat(Arrays.stream(AssuranceLevel.values()).collect(toMap(AssuranceLevel::uri, AssuranceLevel::rank)))
                .isEqualTo(published);
    }

    @Test
    void uncertifiedLevelsAreThePublishedOnes() {
        Map<String, Boolean> published =
                read("assurance-levels.json").getJsonArray("levels").getValuesAs(JsonObject.class).stream()
                        .collect(toMap(level -> level.getString("uri"), level -> !level.getBoolean("certified")));
        assertThat(Arrays.stream(AssuranceLevel.values())
                        .collect(toMap(AssuranceLevel::uri, AssuranceLevel::uncertified)))
                .isEqualTo(published);
    }

    @Test
    void eventTypesAreThoseThatThisVersionOffers() {
        List<String> offered = read("events.json").getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .filter(event -> event.getString("offeredSince").equals("1.0-draft"))
                .map(event -> event.getString("name"))
                .toList();
        assertThat(Arrays.stream(EventType.values())
                        .filter(type -> type != EventType.OTHER)
                        .map(EventType::code))
                .hasSameElementsAs(offered);
        assertThat(offered.stream().map(EventType::parse)).doesNotContain(EventType.OTHER);
    }

    @Test
    void statusesAreThoseOfTheTableOfActions() {
        List<String> published = read("lifecycle.json").getJsonArray("statuses").stream()
                .map(VocabularyTest::status)
                .toList();
        assertThat(Arrays.stream(CaseStatus.values()).map(CaseStatus::code)).hasSameElementsAs(published);
    }

    @Test
    void messagesHaveThePublishedStatesOutcomesAndReasons() {
        JsonObject message = read("schemas/message.schema.json");
        JsonObject attempt = message.getJsonObject("$defs").getJsonObject("MessageAttempt");

        assertThat(Arrays.stream(MessageState.values()).map(MessageState::code))
                .hasSameElementsAs(listed(message, "state"));
        assertThat(Arrays.stream(MessageKind.values()).map(MessageKind::code))
                .hasSameElementsAs(listed(message, "kind"));
        assertThat(Arrays.stream(Outcome.values()).map(Outcome::code)).hasSameElementsAs(listed(attempt, "outcome"));
        assertThat(Arrays.stream(Reason.values()).map(Reason::code)).hasSameElementsAs(listed(attempt, "reason"));
    }

    private static List<String> listed(JsonObject schema, String member) {
        return schema
                .getJsonObject("properties")
                .getJsonObject(member)
                .getJsonArray("enum")
                .getValuesAs(JsonString.class)
                .stream()
                .map(JsonString::getString)
                .toList();
    }

    private static String status(JsonValue value) {
        return value instanceof JsonObject object ? object.getString("id") : ((JsonString) value).getString();
    }

    private static List<String> strings(JsonObject document, String list, String member) {
        return document.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString(member))
                .toList();
    }

    private static JsonObject read(String name) {
        InputStream stream = VocabularyTest.class.getResourceAsStream("/se/ryggrad/standard/" + name);
        try (JsonReader reader = Json.createReader(Objects.requireNonNull(stream, name))) {
            return reader.readObject();
        }
    }
}
