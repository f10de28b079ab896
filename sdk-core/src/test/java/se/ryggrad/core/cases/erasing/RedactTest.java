package se.ryggrad.core.cases.erasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.chain.HashChain;

/** Tries what is taken away with each part, and who may take it (HAND-072 to HAND-076, ID-069). */
class RedactTest extends Archive {

    @Test
    void takesTheContentFromEverybodyAndKeepsTheChain() {
        CaseId id = submit("plain");
        world.act(ANNA, id, Acts.message("Kanarie", Circle.EVERYBODY));
        UUID message = last(id);

        CaseView after = world.act(ARNE, id, Acts.redact(message, message));

        assertThat(after.shown().head().version().number()).isEqualTo(4);
        assertThat(HashChain.holds(events(id))).isTrue();
        for (Caller caller : List.of(ANNA, KARIN, ARNE, SYSTEM)) {
            EventView shown = world.timeline(caller, id).get(2);
            assertThat(shown.event().erasure()).contains(REDACTED);
            assertThat(shown.event().told()).isEmpty();
            assertThat(shown.withheld()).isFalse();
            EventView told = world.timeline(caller, id).get(3);
            assertThat(told.event().told().orElseThrow().content().text())
                    .contains(
                            "\"decision\":\"KS 2026/17\"",
                            "\"ground\":\"Dataskydd\"",
                            "\"parts\":[\"" + message + "\"]");
        }
    }

    @Test
    void foldsTheFormFromTheEventsThatAreLeft() {
        CaseId id = submit("plain");
        world.act(ANNA, id, Acts.fill("{\"subject\":\"Nytt\"}"));
        UUID supplement = last(id);

        assertThat(world.act(ARNE, id, Acts.redact(supplement)).shown().form())
                .isEqualTo(new JsonText("{\"subject\":\"Kanarie\"}"));
        assertThat(world.act(ARNE, id, Acts.redact(first(id))).shown().form()).isEqualTo(new JsonText("{}"));
    }

    @Test
    void emptiesARequestAndAnAppeal() {
        CaseId id = submit("plain");
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        world.act(KARIN, id, Acts.ask(new Request.Addressee.OfName("Kanarie"), TODAY, Circle.EVERYBODY));
        UUID asked = last(id);
        close(id);
        UUID decision = world.engine.find(ANNA, id).shown().decisions().get(0).id();
        world.act(ANNA, id, new Appealing.MakeAppeal(decision, "Kanarie", List.of(), Optional.empty()));

        CaseView after = world.act(ARNE, id, Acts.redact(asked, last(id)));

        assertThat(after.shown().requests()).singleElement().satisfies(request -> {
            assertThat(request.text()).isEmpty();
            assertThat(request.form()).isEmpty();
            assertThat(request.consequence()).isEmpty();
            assertThat(request.dueOn()).contains(TODAY);
            assertThat(request.redacted()).contains(REDACTED);
        });
        assertThat(after.shown().appeals()).singleElement().satisfies(appeal -> {
            assertThat(appeal.text()).isEmpty();
            assertThat(appeal.open()).isTrue();
            assertThat(appeal.redacted()).contains(REDACTED);
        });
    }

    @Test
    void takesADocumentAndLeavesItsEntry() {
        DocumentId document = upload();
        CaseId id = submitWith(document);

        CaseView after = world.act(ARNE, id, Acts.redact(document.value()));

        assertThat(after.shown().documents()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(document);
            assertThat(entry.name()).isEmpty();
            assertThat(entry.subject()).isEmpty();
            assertThat(entry.content().sha256()).isEmpty();
            assertThat(entry.redacted()).contains(REDACTED);
        });
        for (Caller caller : List.of(ANNA, KARIN, ARNE, SYSTEM)) {
            assertThat(type(() -> world.engine.document(caller, id, document, given -> true)))
                    .isEqualTo(ProblemType.NOT_FOUND);
        }
        assertThat(events(id).get(0).told()).as("what brought it stays").isPresent();
    }

    @Test
    void refusesWhatIsNoPartOrIsGoneAlready() {
        CaseId id = submit("plain");
        UUID submitted = first(id);
        UUID registered = last(id);
        UUID elsewhere = first(submit("plain"));
        world.act(ANNA, id, Acts.message("Kvar", Circle.EVERYBODY));
        UUID message = last(id);

        assertThat(places(() -> world.act(ARNE, id, Acts.redact(message, registered, submitted, elsewhere))))
                .containsExactly("/parts/1 unknown-value", "/parts/3 unknown-value");
        assertThat(events(id).get(2).told()).as("then nothing is erased").isPresent();
        world.act(ARNE, id, Acts.redact(message));
        assertThat(places(() -> world.act(ARNE, id, Acts.redact(message)))).containsExactly("/parts/0 unknown-value");
        assertThat(places(() -> world.act(ARNE, id, Acts.redact(last(id)))))
                .as("what the redaction left")
                .containsExactly("/parts/0 unknown-value");
    }

    @Test
    void letsAnArchivistReadAndEraseAndNothingElse() {
        CaseId id = submit("plain");
        world.clock.advance(Duration.ofMinutes(1));

        assertThat(allowed(ARNE, id)).containsExactly("redact");
        assertThat(world.timeline(ARNE, id)).hasSize(2);
        assertThat(world.engine.export(ARNE, id).timeline()).hasSize(2);
        assertThat(world.engine
                        .accessLog(ARNE, id, new se.ryggrad.api.PageRequest(1, 10, true))
                        .items())
                .isNotEmpty();
        assertThat(type(() -> world.engine.memos(ARNE, id))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(type(() -> world.act(ARNE, id, Acts.note("Hej")))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(type(() -> world.act(ARNE, id, Acts.dispose()))).isEqualTo(ProblemType.STATE_CONFLICT);
        for (Caller caller : List.of(ANNA, KARIN, People.registrar(), SYSTEM)) {
            assertThat(allowed(caller, id)).doesNotContain("redact", "dispose");
            assertThat(type(() -> world.act(caller, id, Acts.redact(first(id)))))
                    .isEqualTo(ProblemType.FORBIDDEN);
        }
        Caller elsewhere = People.officer("Åke", "archivist@conformance-b");
        assertThat(type(() -> world.act(elsewhere, id, Acts.redact(first(id))))).isEqualTo(ProblemType.NOT_FOUND);
        Caller party = People.officer("Anna", Optional.of(People.identity(People.ANNA)), "archivist@conformance-a");
        assertThat(type(() -> world.engine.find(party, id))).isEqualTo(ProblemType.NOT_FOUND);
    }
}
