package se.ryggrad.core.json.cases.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Relation;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.ActionReader;
import se.ryggrad.core.json.cases.SearchReader;
import se.ryggrad.core.json.cases.SubmissionReader;

/** Tests that a body that a client writes is read as what was meant, by the readers of the server. */
class RequestBodiesTest {

    private static final JsonInput INPUT = new JsonInput(JsonLimits.DEFAULT);

    @ParameterizedTest
    @MethodSource("actions")
    void readsEveryActionAsItWasMeant(CaseAction action) {
        JsonDocument sent = sent(ActionWriter.action(action));

        if (action instanceof CaseAction.Extension) {
            assertThat(ActionReader.call(sent).name()).isEqualTo(action.name());
        } else {
            assertThat(ActionReader.call(sent).body().get()).isEqualTo(action);
        }
    }

    @Test
    void hasASampleOfEveryAction() {
        Set<Class<?>> sampled = ActionSamples.all().map(Object::getClass).collect(Collectors.toSet());

        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(kinds(CaseAction.class).toList());
    }

    @Test
    void readsASubmissionAsItWasMeant() {
        Submission whole = new Submission(
                new ServiceId("conformance-paper"),
                Optional.of("1.0.0"),
                CaseHead.Initiator.AUTHORITY,
                new JsonText("{\"subject\":\"å\",\"n\":-0.25}"),
                List.of(new DocumentEntry(DocumentId.random(), "other", "a.pdf", Optional.empty())),
                List.of(new PartyEntry(
                        Party.Role.APPLICANT, People.identity(People.BERTIL), "Bertil", Optional.empty())),
                Optional.of(Channel.VISIT),
                Optional.of(LocalDate.of(2026, 4, 1)),
                List.of(new Relation("follows", UUID.randomUUID())));

        for (Submission submission : List.of(whole, World.submission("plain", "{\"subject\":\"å\"}"))) {
            StartCall call = SubmissionReader.call(sent(SubmissionWriter.submission(submission)));
            assertThat(call.body().get()).isEqualTo(submission);
            assertThat(call.initiatedBy()).isEqualTo(submission.initiatedBy());
        }
    }

    @Test
    void readsASearchAsItWasMeant() {
        CaseQuery.Search both =
                new CaseQuery.Search(Optional.of(People.identity(People.ANNA)), Optional.of("PA 2026/1"));

        assertThat(SearchReader.read(sent(SearchWriter.search(both)))).isEqualTo(both);
    }

    static Stream<CaseAction> actions() {
        return ActionSamples.all();
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RequestBodiesTest::kinds)
                : Stream.of(type);
    }

    private static JsonDocument sent(JsonTree body) {
        return INPUT.parse(JsonOutput.bytes(body));
    }
}
