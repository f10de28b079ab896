package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Decision.Notification;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.documents.DocumentId;

/** Receives a decision and appeals it (FL sections 33, 42 to 46). */
class AppealTest extends EngineTesting {

    private static final JsonText REASONS = new JsonText("{\"text\":\"Kom in för sent.\"}");

    private UUID notified(CaseId id) {
        world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        UUID decision = seen(id).shown().decisions().get(0).id();
        world.act(KARIN, id, Acts.notify(decision));
        return decision;
    }

    private CaseView seen(CaseId id) {
        return world.engine.find(ANNA, id);
    }

    private Notification told(CaseId id) {
        return seen(id).shown().decisions().get(0).notifications().get(0);
    }

    private Appeal appeal(CaseId id) {
        return seen(id).shown().appeals().get(0);
    }

    private static CaseAction appealing(UUID decision) {
        return appealing(decision, Optional.empty());
    }

    private static CaseAction appealing(UUID decision, Optional<Recorded> recorded) {
        return new Appealing.MakeAppeal(decision, "Jag överklagar.", List.of(), recorded);
    }

    private CaseAction served(CaseId id, UUID decision, LocalDate on) {
        return new Appealing.RecordService(decision, party(id), on, Optional.empty());
    }

    private static CaseAction ruling(UUID appeal, Appeal.Outcome outcome) {
        return new Appealing.RecordRuling(appeal, new Appeal.Ruling(outcome, TODAY, Optional.empty()));
    }

    @Test
    void runsTheTimeFromTheDayThatAPartyReceivedTheDecision() {
        CaseId id = assigned();
        UUID decision = notified(id);
        assertThat(told(id).appealBefore())
                .as("nobody knows when it was received")
                .isEmpty();
        CaseView acknowledged = world.act(ANNA, id, new Appealing.AcknowledgeReceipt(decision));

        assertThat(told(id).servedOn()).contains(TODAY);
        assertThat(told(id).appealBefore()).contains(LocalDate.of(2026, 12, 15));
        assertThat(acknowledged.allowedActions())
                .doesNotContain("acknowledge-receipt")
                .contains("appeal");
        assertThat(last(KARIN, id).event().told().orElseThrow().content().text())
                .contains("\"appealBefore\":\"2026-12-15\"");
        assertThat(refused(() -> world.act(ANNA, id, new Appealing.AcknowledgeReceipt(decision)))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void recordsAServiceOfThePast() {
        CaseId id = assigned();
        UUID decision = notified(id);
        DocumentId unknown = new DocumentId(UUID.randomUUID());
        assertThat(places(() -> world.act(KARIN, id, served(id, decision, TODAY.plusDays(1)))))
                .containsExactly("/servedOn date-in-future");
        assertThat(places(() -> world.act(KARIN, id, served(id, decision, TODAY.minusDays(1)))))
                .containsExactly("/servedOn date-order");
        assertThat(places(() -> world.act(
                        KARIN, id, new Appealing.RecordService(decision, party(id), TODAY, Optional.of(unknown)))))
                .containsExactly("/evidence unknown-document");
        assertThat(places(() -> world.act(KARIN, id, served(id, UUID.randomUUID(), TODAY))))
                .containsExactly("/decision unknown-value");
        world.act(OLA, id, served(id, decision, TODAY));
        assertThat(told(id).servedOn()).contains(TODAY);
        assertThat(refused(() -> world.act(OLA, id, served(id, decision, TODAY)))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void givesNoTimeForAppealsOnOtherTracks() {
        CaseId id =
                world.submit(ANNA, "legality", "{\"subject\":\"å\"}").shown().id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        UUID decision = notified(id);
        world.act(ANNA, id, new Appealing.AcknowledgeReceipt(decision));
        assertThat(told(id).servedOn()).contains(TODAY);
        assertThat(told(id).appealBefore()).isEmpty();
        assertThat(refused(() -> world.act(ANNA, id, appealing(decision))).type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void followsAnAppealToTheRuling() {
        CaseId id = assigned();
        UUID decision = notified(id);
        assertThat(places(() -> world.act(ANNA, id, appealing(UUID.randomUUID()))))
                .containsExactly("/decision unknown-value");
        world.act(ANNA, id, appealing(decision));
        UUID appeal = appeal(id).id();
        assertThat(appeal(id).late()).as("no time runs without a service").isFalse();
        assertThat(refused(() -> world.act(KARIN, id, new Appealing.DismissAppeal(appeal, REASONS)))
                        .type())
                .as("not late")
                .isEqualTo(ProblemType.STATE_CONFLICT);
        CaseAction forward = new Appealing.ForwardAppeal(appeal, "Förvaltningsrätten i Luleå");
        world.act(KARIN, id, forward);
        assertThat(appeal(id).forwardedTo()).contains("Förvaltningsrätten i Luleå");
        assertThat(refused(() -> world.act(KARIN, id, forward)).type()).isEqualTo(ProblemType.STATE_CONFLICT);
        CaseView ruled = world.act(KARIN, id, ruling(appeal, Appeal.Outcome.UPHELD));

        assertThat(ruled.shown().head().status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(appeal(id).state()).isEqualTo(Appeal.State.RULED);
        assertThat(types(ANNA, ruled)).endsWith("appealed", "appeal-forwarded", "ruling-recorded");
        assertThat(refused(() -> world.act(KARIN, id, ruling(appeal, Appeal.Outcome.UPHELD)))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @ParameterizedTest
    @EnumSource(Appeal.Outcome.class)
    void takesUpACaseThatIsRemittedAndNoOther(Appeal.Outcome outcome) {
        CaseId id = assigned();
        UUID decision = notified(id);
        world.act(KARIN, id, Acts.close());
        world.act(ANNA, id, appealing(decision));
        CaseView ruled = world.act(KARIN, id, ruling(appeal(id).id(), outcome));
        boolean remitted = outcome == Appeal.Outcome.REMITTED;
        assertThat(ruled.shown().head().status()).isEqualTo(remitted ? CaseStatus.IN_PROGRESS : CaseStatus.CLOSED);
        assertThat(ruled.shown().head().officer()).isPresent();
    }

    @Test
    void receivesALateAppealAndLetsItBeDismissed() {
        world.clock.set(Instant.parse("2026-10-01T10:00:00Z"));
        CaseId id = assigned();
        UUID decision = notified(id);
        world.act(ANNA, id, new Appealing.AcknowledgeReceipt(decision));
        assertThat(told(id).appealBefore()).contains(LocalDate.of(2026, 10, 23));
        world.clock.set(Instant.parse("2026-10-22T21:59:59Z"));
        world.act(ANNA, id, appealing(decision));
        assertThat(appeal(id).late()).as("the last second in Stockholm").isFalse();
        world.clock.set(Instant.parse("2026-10-22T22:00:00Z"));
        world.act(ANNA, id, appealing(decision));
        Appeal late = seen(id).shown().appeals().get(1);
        assertThat(late.late()).isTrue();
        CaseView dismissed = world.act(OLA, id, new Appealing.DismissAppeal(late.id(), REASONS));

        assertThat(dismissed.shown().appeals().get(1).state()).isEqualTo(Appeal.State.DISMISSED);
        assertThat(dismissed.shown().decisions().get(1)).satisfies(made -> {
            assertThat(made.kind()).isEqualTo(Decision.Kind.PROCEDURAL);
            assertThat(made.outcome()).isEqualTo("dismissed");
        });
    }

    @Test
    void keepsAnAppealWithinTheAudienceOfItsDecision() {
        CaseId id = World.started(world.engine.start(
                        People.registrar(),
                        StartCall.of(Papers.withBertil(LocalDate.of(2026, 6, 1), Party.Role.APPLICANT)),
                        world.once(world::answer)))
                .view()
                .shown()
                .id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        Audience anna = new Audience(Audience.To.PARTIES, Set.of(party(id)));
        Circle circle = new Circle(anna, List.of(new Circle.Ground("OSL 26 kap. 1 §", "medsökanden")));
        Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 8, 3));
        world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty(), day, circle));
        UUID decision = seen(id).shown().decisions().get(0).id();
        world.act(KARIN, id, new Ending.NotifyDecision(decision, List.of(), "post", day));
        world.act(KARIN, id, served(id, decision, day.orElseThrow()));
        world.act(ANNA, id, appealing(decision));
        world.act(KARIN, id, new Appealing.DismissAppeal(appeal(id).id(), REASONS));

        assertThat(seen(id).shown().decisions()).hasSize(2).allSatisfy(made -> {
            assertThat(made.audience()).isEqualTo(anna);
            assertThat(made.secrecy()).isNotEmpty();
        });
        CaseView other = world.engine.find(BERTIL, id);
        assertThat(other.shown().decisions()).isEmpty();
        assertThat(other.shown().appeals()).isEmpty();
        assertThat(last(BERTIL, id).withheld()).isTrue();
        assertThat(last(ANNA, id).withheld()).isFalse();
    }

    @Test
    void recordsAnAppealOnPaperByTheDayItCame() {
        CaseId id = assigned();
        UUID decision = notified(id);
        world.act(KARIN, id, appealing(decision, Optional.of(Acts.onPaper(party(id), TODAY))));
        assertThat(appeal(id).appellant()).isEqualTo(party(id));
        assertThat(appeal(id).receivedOn()).isEqualTo(TODAY);
        assertThat(places(() -> world.act(KARIN, id, appealing(decision)))).containsExactly("/for required");
        assertThat(refused(() -> world.act(BERTIL, id, appealing(decision))).type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void takesNotesInAClosedCaseWhileAnAppealIsPending() {
        CaseId id = assigned();
        UUID decision = notified(id);
        world.act(KARIN, id, Acts.close());
        assertThat(refused(() -> world.act(KARIN, id, Acts.note("x"))).type()).isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(ANNA, id, appealing(decision));
        world.act(KARIN, id, Acts.note("Överlämnas."));
        world.act(KARIN, id, ruling(appeal(id).id(), Appeal.Outcome.CHANGED));
        assertThat(refused(() -> world.act(KARIN, id, Acts.note("x"))).type()).isEqualTo(ProblemType.STATE_CONFLICT);
    }
}
