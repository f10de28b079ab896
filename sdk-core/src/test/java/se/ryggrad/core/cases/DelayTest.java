package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Delaying;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.law.Deadline;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.identity.Caller;

/** Waits, and demands a decision (FL sections 11, 12). */
class DelayTest extends EngineTesting {

    private static final Caller REGISTRAR = People.registrar();
    private static final LocalDate LAST_OF_SIX_MONTHS = LocalDate.of(2026, 5, 23);
    private static final CaseAction DEMAND = demand(Optional.empty());

    private static CaseAction demand(Optional<Recorded> recorded) {
        return new Delaying.DemandDecision(Optional.of("Nu."), recorded);
    }

    private CaseId received(LocalDate on) {
        CaseView view = World.started(world.engine.start(
                        REGISTRAR, StartCall.of(Papers.received(on, "{\"subject\":\"å\"}")), world.once(world::answer)))
                .view();
        world.act(
                KARIN,
                view.shown().id(),
                new CaseAction.Placing.Assign(Optional.of(KARIN.actor().id())));
        return view.shown().id();
    }

    private CaseView seenBy(Caller caller, CaseId id) {
        return world.engine.find(caller, id);
    }

    @Test
    void statesTheDayAfterSixMonths() {
        CaseId today = received(LAST_OF_SIX_MONTHS);
        assertThat(seenBy(ANNA, today).demandFrom()).contains(TODAY.plusDays(1));
        assertThat(seenBy(ANNA, today).allowedActions()).doesNotContain("demand-decision");
        assertThat(refused(() -> world.act(ANNA, today, DEMAND)).type()).isEqualTo(ProblemType.STATE_CONFLICT);

        CaseId dayBefore = received(LAST_OF_SIX_MONTHS.minusDays(1));
        assertThat(seenBy(ANNA, dayBefore).demandFrom()).contains(TODAY);
        assertThat(seenBy(ANNA, dayBefore).allowedActions()).contains("demand-decision");
    }

    @Test
    void isDemandedOnceAndAnsweredByADecision() {
        CaseId id = received(LAST_OF_SIX_MONTHS.minusDays(1));
        CaseView demanded = world.act(ANNA, id, DEMAND);

        assertThat(demanded.shown().deadlines())
                .containsExactly(new Deadline(
                        Deadline.Kind.DECISION_ON_DEMAND, TODAY, LocalDate.of(2026, 12, 21), Optional.empty()));
        assertThat(last(KARIN, id).event().told().orElseThrow().content().text())
                .contains("\"dueOn\":\"2026-12-21\"", "\"text\":\"Nu.\"");
        assertThat(demanded.allowedActions()).doesNotContain("demand-decision");
        assertThat(refused(() -> world.act(ANNA, id, DEMAND)).type()).isEqualTo(ProblemType.STATE_CONFLICT);
        CaseView decided = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        assertThat(decided.shown().deadlines())
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.endedOn()).contains(TODAY));
        assertThat(refused(() -> world.act(KARIN, id, Acts.refuseDemand())).type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void isRefusedByADecisionOfItsOwn() {
        CaseId id = received(LAST_OF_SIX_MONTHS.minusDays(1));
        assertThat(refused(() -> world.act(OLA, id, Acts.refuseDemand())).type())
                .as("nothing is demanded yet")
                .isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(ANNA, id, DEMAND);
        assertThat(refused(() -> world.act(ANNA, id, Acts.refuseDemand())).type())
                .isEqualTo(ProblemType.FORBIDDEN);
        CaseView refused = world.act(OLA, id, Acts.refuseDemand());

        assertThat(refused.shown().head().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(refused.shown().deadlines())
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.endedOn()).contains(TODAY));
        assertThat(refused.shown().decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo(Decision.Kind.PROCEDURAL);
            assertThat(decision.outcome()).isEqualTo("rejected");
            assertThat(decision.makers().decidedBy().text()).contains("Ola Ask");
        });
        assertThat(seenBy(ANNA, id).allowedActions()).doesNotContain("demand-decision");
        world.act(KARIN, id, Acts.notify(refused.shown().decisions().get(0).id()));
    }

    @Test
    void countsADemandOnPaperFromTheDayItCame() {
        CaseId id = received(LAST_OF_SIX_MONTHS.minusDays(10));
        var anna = party(id);
        assertThat(places(() -> world.act(REGISTRAR, id, DEMAND))).containsExactly("/for required");
        assertThat(places(() -> world.act(REGISTRAR, id, demand(Optional.of(Acts.onPaper(anna, TODAY.minusDays(10)))))))
                .as("before demandFrom")
                .containsExactly("/receivedOn date-order");
        CaseView demanded = world.act(REGISTRAR, id, demand(Optional.of(Acts.onPaper(anna, TODAY.minusDays(3)))));
        assertThat(demanded.shown().deadlines()).singleElement().satisfies(deadline -> {
            assertThat(deadline.startsOn()).isEqualTo(TODAY.minusDays(3));
            assertThat(deadline.dueOn()).isEqualTo(LocalDate.of(2026, 12, 18));
        });
    }

    @Test
    void isForThoseWhoBeganTheCaseAlone() {
        Submission both = Papers.withBertil(LAST_OF_SIX_MONTHS.minusDays(1), Party.Role.COUNTERPARTY);
        CaseId id = World.started(world.engine.start(REGISTRAR, StartCall.of(both), world.once(world::answer)))
                .view()
                .shown()
                .id();
        assertThat(refused(() -> world.act(BERTIL, id, DEMAND)).type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(world.act(ANNA, id, DEMAND).shown().deadlines()).hasSize(1);
    }

    @Test
    void doesNotExistOnOtherTracks() {
        CaseId id =
                world.submit(ANNA, "legality", "{\"subject\":\"å\"}").shown().id();
        assertThat(seenBy(ANNA, id).demandFrom()).isEmpty();
        assertThat(refused(() -> world.act(KARIN, id, new Delaying.NotifyDelay("Sjukdom")))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(refused(() -> world.act(ANNA, id, DEMAND)).type()).isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void tellsThePartiesWhyItTakesTime() {
        CaseId id = assigned();
        CaseView told = world.act(OLA, id, new Delaying.NotifyDelay("Sjukdom."));
        assertThat(types(ANNA, told)).endsWith("delay-notified");
        assertThat(last(ANNA, id).event().told().orElseThrow().content().text()).contains("\"text\":\"Sjukdom.\"");
    }
}
