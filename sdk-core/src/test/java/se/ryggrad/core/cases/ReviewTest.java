package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;

/** Corrects and changes decisions (FL sections 36 to 39). */
class ReviewTest extends EngineTesting {

    private static final JsonText MEANT = new JsonText("{\"text\":\"Planen följs helt.\"}");

    private UUID decided(CaseId id) {
        world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        UUID decision = decision(id, 0).id();
        world.act(KARIN, id, Acts.notify(decision));
        return decision;
    }

    private Decision decision(CaseId id, int place) {
        return world.engine.find(ANNA, id).shown().decisions().get(place);
    }

    private UUID appealed(CaseId id, UUID decision) {
        CaseView view = world.act(ANNA, id, new Appealing.MakeAppeal(decision, "Nej.", List.of(), Optional.empty()));
        return view.shown().appeals().get(0).id();
    }

    private ProblemType refusal(CaseId id, UUID decision, ChangeGround ground) {
        return refused(() -> world.act(KARIN, id, Acts.change(decision, ground, "approved")))
                .type();
    }

    @Test
    void correctsTheWordsAndKeepsWhatTheyWere() {
        CaseId id = assigned();
        UUID decision = decided(id);
        Decision wrong = decision(id, 0);
        world.act(OLA, id, Acts.correct(decision));
        world.act(
                KARIN,
                id,
                new Reviewing.CorrectDecision(
                        decision, "Ordet helt föll bort.", Optional.empty(), Optional.of(MEANT), List.of()));
        Decision right = decision(id, 0);

        assertThat(right.text()).isEqualTo("Bifall, 12 000 kr.");
        assertThat(right.reasons().given()).contains(MEANT);
        assertThat(right.corrections()).hasSize(2);
        assertThat(right.corrections().get(0)).satisfies(first -> {
            assertThat(first.correctedOn()).isEqualTo(TODAY);
            assertThat(first.explanation()).isEqualTo("Skrivfel.");
            assertThat(first.formerText()).contains("Bifall.");
            assertThat(first.formerReasons()).isEmpty();
        });
        assertThat(right.corrections().get(1).formerText()).isEmpty();
        assertThat(right.corrections().get(1).formerReasons())
                .isEqualTo(wrong.reasons().given());
        assertThat(right)
                .usingRecursiveComparison()
                .ignoringFields("text", "reasons", "corrections")
                .isEqualTo(wrong);
        assertThat(last(ANNA, id).event().type().code()).isEqualTo("decision-corrected");
        assertThat(last(ANNA, id).event().told().orElseThrow().content().text())
                .contains("\"formerReasons\":{\"text\":\"Planen följs.\"}")
                .doesNotContain("formerText");
    }

    @Test
    void correctsWithinTheAudienceOfTheDecision() {
        CaseId id = assigned();
        Circle officers = new Circle(
                new Audience(Audience.To.OFFICERS, Set.of()), List.of(new Circle.Ground("OSL 26 kap. 1 §", "")));
        CaseView view =
                world.act(KARIN, id, Acts.decide(Decision.Kind.INTERIM, Optional.empty(), Optional.empty(), officers));
        UUID decision = view.shown().decisions().get(0).id();
        world.act(KARIN, id, Acts.correct(decision));
        assertThat(last(ANNA, id).withheld()).isTrue();
        world.act(KARIN, id, Acts.change(decision, ChangeGround.INCORRECT, "approved"));
        assertThat(last(ANNA, id).withheld()).isTrue();
        assertThat(world.engine.find(ANNA, id).shown().decisions()).isEmpty();
        assertThat(world.engine.find(KARIN, id).shown().decisions())
                .extracting(Decision::secrecy)
                .allSatisfy(secrecy -> assertThat(secrecy).hasSize(1));
    }

    @Test
    void namesACorrectionThatCannotBe() {
        CaseId id = assigned();
        assertThat(refused(() -> world.act(KARIN, id, Acts.correct(UUID.randomUUID())))
                        .type())
                .as("there is no decision")
                .isEqualTo(ProblemType.STATE_CONFLICT);
        UUID decision = decided(id);
        assertThat(places(() -> world.act(
                        KARIN,
                        id,
                        new Reviewing.CorrectDecision(
                                UUID.randomUUID(), "x", Optional.empty(), Optional.empty(), List.of()))))
                .containsExactlyInAnyOrder("/decision unknown-value", "/text required");
        world.act(KARIN, id, Acts.change(decision, ChangeGround.INCORRECT, "approved"));
        assertThat(places(() -> world.act(KARIN, id, Acts.correct(decision))))
                .as("another has taken its place")
                .containsExactly("/decision unknown-value");
        assertThat(refused(() -> world.act(ANNA, id, Acts.correct(decision))).type())
                .isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void changesADecisionByAnotherThatIsToldAnew() {
        CaseId id = assigned();
        UUID decision = decided(id);
        Decision old = decision(id, 0);
        CaseView view = world.act(OLA, id, Acts.change(decision, ChangeGround.MISLEADING_INFORMATION, "rejected"));
        Decision changed = decision(id, 1);

        assertThat(view.shown().head().status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(decision(id, 0)).isEqualTo(old);
        assertThat(changed.kind()).isEqualTo(Decision.Kind.FINAL);
        assertThat(changed.outcome()).isEqualTo("rejected");
        assertThat(changed.replaces()).contains(decision);
        assertThat(changed.changeGround()).contains(ChangeGround.MISLEADING_INFORMATION);
        assertThat(changed.makers().decidedBy().text()).contains("Ola Ask");
        assertThat(changed.notifications()).isEmpty();
        assertThat(last(ANNA, id).event().told().orElseThrow().content().text())
                .contains("\"ground\":\"misleading-information\"")
                .contains("\"replaces\":\"" + decision + '"');
        assertThat(refused(() -> world.act(KARIN, id, Acts.close())).type())
                .as("nobody knows the changed decision")
                .isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(KARIN, id, Acts.notify(changed.id()));
        world.act(ANNA, id, new Appealing.AcknowledgeReceipt(changed.id()));
        assertThat(decision(id, 1).notifications().get(0).appealBefore()).isPresent();
        world.act(KARIN, id, Acts.close());
    }

    @Test
    void namesAChangeThatCannotBe() {
        CaseId id = assigned();
        UUID decision = decided(id);
        assertThat(places(
                        () -> world.act(KARIN, id, Acts.change(UUID.randomUUID(), ChangeGround.INCORRECT, "approved"))))
                .containsExactly("/decision unknown-value");
        world.act(KARIN, id, Acts.change(decision, ChangeGround.INCORRECT, "approved"));
        assertThat(places(() -> world.act(KARIN, id, Acts.change(decision, ChangeGround.INCORRECT, "approved"))))
                .containsExactly("/decision unknown-value");
        Reviewing.ChangeDecision early = Acts.change(decision(id, 1).id(), ChangeGround.INCORRECT, "approved");
        assertThat(places(() -> world.act(
                        KARIN,
                        id,
                        new Reviewing.ChangeDecision(
                                early.decision(),
                                early.ground(),
                                "partly",
                                Optional.of(TODAY.minusDays(1)),
                                early.makers(),
                                early.basis(),
                                early.text(),
                                early.reasons(),
                                early.safeguards(),
                                early.documents()))))
                .containsExactlyInAnyOrder("/ground unknown-value", "/decidedOn date-order");
    }

    @ParameterizedTest
    @CsvSource({
        "approved, partly, true",
        "approved, rejected, true",
        "approved, written-off, true",
        "approved, other, false",
        "approved, approved, false",
        "partly, approved, false",
        "partly, dismissed, true",
        "partly, other, false",
        "rejected, dismissed, false",
        "rejected, approved, false"
    })
    void takesAwayWhatWasGivenOnTheGroundsOfTheLawAlone(String before, String after, boolean worse) {
        for (ChangeGround ground : ChangeGround.values()) {
            CaseId id = assigned();
            UUID given = decided(id);
            if (!before.equals("approved")) {
                world.act(KARIN, id, Acts.change(given, ChangeGround.RESERVATION, before));
            }
            List<Decision> decisions = world.engine.find(ANNA, id).shown().decisions();
            UUID decision = decisions.get(decisions.size() - 1).id();
            if (worse && !ground.permitsDetriment()) {
                assertThat(places(() -> world.act(KARIN, id, Acts.change(decision, ground, after))))
                        .containsExactly("/ground unknown-value");
            } else {
                world.act(KARIN, id, Acts.change(decision, ground, after));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ChangeGround.class)
    void changesAnAppealedDecisionOnlyWhereItIsClearlyIncorrect(ChangeGround ground) {
        CaseId id = assigned();
        UUID decision = decided(id);
        appealed(id, decision);
        if (ground == ChangeGround.CLEARLY_INCORRECT) {
            world.act(KARIN, id, Acts.change(decision, ground, "approved"));
            assertThat(refusal(id, decision(id, 1).id(), ChangeGround.INCORRECT))
                    .as("the appeal is about the changed decision as well")
                    .isEqualTo(ProblemType.VALIDATION);
        } else {
            assertThat(refusal(id, decision, ground)).isEqualTo(ProblemType.VALIDATION);
        }
    }

    @Test
    void changesNothingThatIsHandedOver() {
        CaseId id = assigned();
        UUID decision = decided(id);
        UUID appeal = appealed(id, decision);
        world.act(KARIN, id, Acts.change(decision, ChangeGround.CLEARLY_INCORRECT, "approved"));
        CaseView forwarded = world.act(KARIN, id, new Appealing.ForwardAppeal(appeal, "Förvaltningsrätten"));
        UUID changed = decision(id, 1).id();
        assertThat(forwarded.allowedActions()).contains("correct-decision").doesNotContain("change-decision");
        assertThat(refusal(id, changed, ChangeGround.CLEARLY_INCORRECT)).isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(KARIN, id, Acts.correct(changed));
        CaseView ruled = world.act(
                KARIN,
                id,
                new Appealing.RecordRuling(appeal, new Appeal.Ruling(Appeal.Outcome.UPHELD, TODAY, Optional.empty())));
        assertThat(ruled.allowedActions())
                .as("the appeal was of the first decision")
                .contains("change-decision");
        assertThat(places(() -> world.act(KARIN, id, Acts.change(decision, ChangeGround.INCORRECT, "approved"))))
                .as("which is replaced")
                .containsExactly("/decision unknown-value");
    }

    @Test
    void changesNothingThatACourtHasRuledOn() {
        CaseId id = assigned();
        UUID decision = decided(id);
        UUID appeal = appealed(id, decision);
        world.act(
                KARIN,
                id,
                new Appealing.RecordRuling(appeal, new Appeal.Ruling(Appeal.Outcome.UPHELD, TODAY, Optional.empty())));
        assertThat(refusal(id, decision, ChangeGround.CLEARLY_INCORRECT)).isEqualTo(ProblemType.STATE_CONFLICT);
    }
}
