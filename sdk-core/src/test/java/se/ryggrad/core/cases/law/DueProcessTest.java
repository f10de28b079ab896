package se.ryggrad.core.cases.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.CaseAction.Asking;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.EngineTesting;

/** Hears whom a decision goes against, and tells them how to appeal (FL sections 25, 33; HAND-082 to HAND-084). */
class DueProcessTest extends EngineTesting {

    private static final Optional<JsonText> GROUND = Optional.of(new JsonText("{\"ground\":\"Brådskar.\"}"));
    private static final Optional<JsonText> INSTRUCTION = Optional.of(new JsonText("{\"text\":\"Skriv till oss.\"}"));

    private List<String> faults(CaseId id, Decision.Kind kind, String outcome, Safeguards safeguards) {
        return places(() -> world.act(KARIN, id, Acts.decide(kind, outcome, safeguards)));
    }

    private UUID asked(CaseId id) {
        Asking.Ask ask = Acts.communicate(
                world.engine.find(KARIN, id).shown().parties().get(0).id());
        List<Request> requests = world.act(KARIN, id, ask).shown().requests();
        return requests.get(requests.size() - 1).id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partly", "rejected", "dismissed", "written-off"})
    void asksForBothBeforeAnAdverseDecision(String outcome) {
        CaseId id = assigned();
        for (Decision.Kind kind : List.of(Decision.Kind.FINAL, Decision.Kind.PARTIAL)) {
            assertThat(faults(id, kind, outcome, Acts.UNSAID))
                    .containsExactlyInAnyOrder("/communicationOmitted required", "/appealInstruction required");
        }
        world.act(KARIN, id, Acts.decide(Decision.Kind.INTERIM, outcome, Acts.UNSAID));
        world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, outcome, Acts.SAID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approved", "other"})
    void asksForNeitherWhereNothingGoesAgainstAnybody(String outcome) {
        world.act(KARIN, assigned(), Acts.decide(Decision.Kind.FINAL, outcome, Acts.UNSAID));
    }

    @Test
    void countsAnAnswerAndAnEndButNoOpenQuestion() {
        CaseId id = assigned();
        Safeguards instructed = new Safeguards(Optional.empty(), INSTRUCTION, Optional.empty());
        UUID request = asked(id);
        assertThat(faults(id, Decision.Kind.FINAL, "rejected", instructed))
                .containsExactly("/communicationOmitted required");
        world.act(ANNA, id, Acts.answer(request, Optional.empty()));
        world.act(KARIN, id, Acts.decide(Decision.Kind.PARTIAL, "rejected", instructed));

        CaseId closed = assigned();
        world.act(KARIN, closed, new Asking.CloseRequest(asked(closed), Optional.empty()));
        world.act(KARIN, closed, Acts.decide(Decision.Kind.FINAL, "rejected", instructed));
    }

    @Test
    void countsNoOtherRequest() {
        CaseId id = assigned();
        world.act(
                KARIN,
                id,
                Acts.ask(
                        new Request.Addressee.OfParty(world.engine
                                .find(KARIN, id)
                                .shown()
                                .parties()
                                .get(0)
                                .id()),
                        TODAY.plusDays(7),
                        Circle.EVERYBODY));
        UUID request = world.engine.find(KARIN, id).shown().requests().get(0).id();
        world.act(ANNA, id, Acts.answer(request, Optional.empty()));
        assertThat(faults(
                        id,
                        Decision.Kind.FINAL,
                        "rejected",
                        new Safeguards(Optional.empty(), INSTRUCTION, Optional.empty())))
                .containsExactly("/communicationOmitted required");
    }

    @Test
    void showsTheGroundsInTheDecisionAndItsEvent() {
        CaseId id = assigned();
        world.act(
                KARIN,
                id,
                Acts.decide(Decision.Kind.FINAL, "dismissed", new Safeguards(GROUND, Optional.empty(), GROUND)));
        Decision decision = world.engine.find(ANNA, id).shown().decisions().get(0);
        assertThat(decision.communicationOmitted()).isEqualTo(GROUND);
        assertThat(decision.appealInstructionOmitted()).isEqualTo(GROUND);
        assertThat(last(ANNA, id).event().told().orElseThrow().content().text())
                .contains("\"communicationOmitted\":{\"ground\":\"Brådskar.\"}", "\"appealInstructionOmitted\":");
    }

    @Test
    void holdsForAChangeToo() {
        CaseId id = assigned();
        UUID decision = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()))
                .shown()
                .decisions()
                .get(0)
                .id();
        var change = Acts.change(decision, ChangeGround.MISLEADING_INFORMATION, "rejected");
        var unsaid = new Reviewing.ChangeDecision(
                change.decision(),
                change.ground(),
                change.outcome(),
                change.decidedOn(),
                change.makers(),
                change.basis(),
                change.text(),
                change.reasons(),
                Acts.UNSAID,
                change.documents());
        assertThat(places(() -> world.act(KARIN, id, unsaid)))
                .containsExactlyInAnyOrder("/communicationOmitted required", "/appealInstruction required");
        world.act(KARIN, id, change);
    }
}
