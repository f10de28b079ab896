package se.ryggrad.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.Language;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Cases;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.client.http.PlayedSystem;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.EventWriter;

class RyggradClientTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final ActionCall HELLO = ActionCall.of(Acts.supplement("Hej"));

    private final World world = new World();
    private final CaseView view = world.submit(ANNA, "plain", "{\"subject\":\"å\"}");
    private final CaseId id = view.shown().id();
    private final String json = JsonOutput.text(CaseWriter.view(view, Language.EN));

    @AutoClose
    private final PlayedSystem played = new PlayedSystem();

    private final Cases cases =
            RyggradClient.of(played.address(), PlayedSystem::token).cases();

    RyggradClientTest() throws IOException {}

    @Test
    void actsOnWhatItHasSeenWithoutReadingItAgain() {
        played.answers(200, json, Map.of("ETag", "\"2-seen\"")).answers(200, json, Map.of("ETag", "\"3-done\""));
        cases.find(ANNA, id);

        act(Precondition.version(new Version(2)));

        assertThat(played.asked()).hasSize(2);
        assertThat(played.asked().get(1).header("If-Match")).contains("\"2-seen\"");
    }

    @Test
    void remembersTagsForEachCaller() {
        played.answers(200, json, Map.of("ETag", "\"2-annas\"")).answers(200, json, Map.of("ETag", "\"2-karins\""));
        cases.find(ANNA, id);
        cases.find(People.handler("Karin"), id);

        act(Precondition.version(new Version(2)));

        assertThat(played.asked().get(2).header("If-Match")).contains("\"2-annas\"");
    }

    @Test
    void readsWhatItHasNotSeenAndHoldsTheConditionAgainstIt() {
        played.answers(200, json, Map.of("ETag", "\"2-now\""));

        act(current -> current.shown().head().status() == CaseStatus.REGISTERED);
        act(Precondition.version(new Version(1)));

        assertThat(played.asked())
                .extracting(
                        asked -> asked.method() + ' ' + asked.header("If-Match").orElse("-"))
                .containsExactly("GET -", "POST \"2-now\"", "GET -", "POST \"0-gone\"");
    }

    @Test
    void statesNoTagWithoutACondition() {
        played.answers(200, json);

        cases.act(ANNA, id, HELLO, Optional.empty(), world.once(shown -> new Answer(200, Map.of(), "")));

        assertThat(played.asked()).hasSize(1);
        assertThat(played.asked().get(0).header("If-Match")).isEmpty();
    }

    @Test
    void passesOverWhatALaterVersionAdds() {
        String later = json.replaceFirst("\\{", "{\"of-later\":{\"a\":[1]},")
                .replace("\"deadlines\":[]", "\"deadlines\":[{\"kind\":\"of-later\",\"startsOn\":\"x\"}]")
                .replace("\"allowedActions\":[", "\"allowedActions\":[\"of-later\",");
        assertThat(later).contains("\"kind\":\"of-later\"");
        played.answers(200, later);

        CaseView read = cases.find(ANNA, id);

        assertThat(read.shown().deadlines()).isEmpty();
        assertThat(read.allowedActions()).contains("of-later", "withdraw");
    }

    @Test
    void toleratesEventsOfALaterVersion() {
        String event =
                JsonOutput.text(EventWriter.event(world.timeline(ANNA, id).get(0), Language.EN));
        played.answers(
                200,
                "{\"items\":[" + event.replace("\"type\":\"submitted\"", "\"type\":\"of-later\"")
                        + "],\"page\":1,\"limit\":20}");

        assertThat(cases.events(ANNA, id, new PageRequest(1, 20, false)).items())
                .extracting(shown -> shown.event().type())
                .containsExactly(EventType.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"id\":",
                "\"status\":\"dormant\"",
                "\"version\":2.5",
                "\"receivedOn\":\"2026-02-30\"",
                "\"authority\":\"Inte så\""
            })
    void refusesAnAnswerThatTheStandardDoesNotHave(String wrong) {
        String member = wrong.contains(":") && wrong.startsWith("\"") ? wrong.substring(0, wrong.indexOf(':')) : "";
        String answered = member.isEmpty()
                ? wrong
                : json.replaceFirst(member + ":(\"[^\"]*\"|[0-9]+)", Matcher.quoteReplacement(wrong));
        assertThat(answered).isNotEqualTo(json);
        played.answers(200, answered);

        RyggradException refused = catchThrowableOfType(RyggradException.class, () -> cases.find(ANNA, id));

        assertThat(refused.problem().type()).isEqualTo(ProblemType.INTERNAL);
        assertThat(refused).hasNoCause();
    }

    @Test
    void refusesAPageOfAnotherKind() {
        played.says(200, "text/html", json);

        RyggradException refused = catchThrowableOfType(RyggradException.class, () -> cases.find(ANNA, id));

        assertThat(refused.problem().type()).isEqualTo(ProblemType.INTERNAL);
    }

    @Test
    void asksForAPageWhenItsFirstItemIsTaken() {
        String item = JsonOutput.text(CaseWriter.item(view, Language.EN));
        String page = "{\"items\":[" + item + ',' + item + "],\"page\":1,\"limit\":2}";
        played.answers(200, page, Map.of("Link", "<https://x.example/cases?page=2&limit=2>; rel=\"next\""));

        assertThat(Page.all(2, request -> cases.list(ANNA, CaseQuery.Filter.NONE, request))
                        .limit(4))
                .hasSize(4);

        assertThat(played.asked())
                .extracting(PlayedSystem.Asked::uri)
                .containsExactly("/ryggrad/2581/v1/cases?page=1&limit=2", "/ryggrad/2581/v1/cases?page=2&limit=2");
    }

    @Test
    void refusesAFilterThatCannotBeSent() {
        CaseQuery.Filter two = new CaseQuery.Filter(
                Set.of(CaseStatus.CLOSED, CaseStatus.DECIDED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());

        assertThatThrownBy(() -> cases.list(ANNA, two, new PageRequest(1, 20, false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(played.asked()).isEmpty();
    }

    private void act(Precondition precondition) {
        cases.act(
                ANNA,
                id,
                HELLO,
                Optional.of(precondition),
                world.once(UUID.randomUUID(), shown -> new Answer(200, Map.of(), "")));
    }
}
