package se.ryggrad.core.cases.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.Papers;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.requirement.Holds;

/** Is what holds of beginning cases and acting on them, wherever they are kept: here, or in a system over HTTP. */
public abstract class CaseWritingContract extends CasesTesting {

    @Holds({"CASE-001", "CASE-002"})
    void beginsACaseAndShowsItToItsParty() {
        Started started = started(ANNA, UUID.randomUUID());
        CaseView view = started.view();

        assertThat(view.shown().head().status()).isEqualTo(CaseStatus.REGISTERED);
        assertThat(view.shown().head().registryNumber()).contains("PA 2026/00001");
        assertThat(view.shown().head().version()).isEqualTo(new Version(2));
        assertThat(view.shown().head().receivedAt()).isEqualTo("2026-11-23T11:00:00.123Z");
        assertThat(view.shown().form().text()).isEqualTo("{\"subject\":\"Kanariefågel\"}");
        assertThat(view.allowedActions()).containsExactly("supplement", "message", "withdraw");
        assertThat(view.self()).containsExactly(view.shown().parties().get(0).id());
        assertThat(view.official()).isFalse();
        assertThat(started.followUpCode()).isEmpty();
        assertThat(cases().find(ANNA, view.shown().id()).shown().head())
                .usingRecursiveComparison()
                .isEqualTo(view.shown().head());
    }

    @Holds("CASE-037")
    void givesAnAnonymousSubmitterTheCodeOnce() {
        StartCall call = StartCall.of(World.submission("anonymous", "{\"subject\":\"Hål i vägen\"}"));

        Started started = first(cases().start(People.nobody(), call, once(UUID.randomUUID())));

        assertThat(started.followUpCode()).isPresent();
        assertThat(world.engine
                        .followUp(People.nobody(), started.followUpCode().orElseThrow())
                        .view()
                        .shown()
                        .id())
                .isEqualTo(started.view().shown().id());
    }

    @Holds("HAND-005")
    void handlesACaseFromRequestToClose() {
        CaseId id = taken();
        Request.Addressee anna = new Request.Addressee.OfParty(
                cases().find(KARIN, id).shown().parties().get(0).id());
        CaseView asked = act(KARIN, id, Acts.ask(anna, TODAY.plusDays(3), Circle.EVERYBODY));
        Request request = asked.shown().requests().get(0);
        assertThat(request.dueOn()).contains(TODAY.plusDays(3));
        assertThat(request.addressee()).isEqualTo(anna);

        assertThat(act(ANNA, id, Acts.answer(request.id(), Optional.empty()))
                        .shown()
                        .openRequests())
                .isEmpty();
        Decision decision = act(KARIN, id, Acts.decide(Decision.Kind.FINAL, "approved", Acts.SAID))
                .shown()
                .decisions()
                .get(0);
        assertThat(decision.outcome()).isEqualTo("approved");
        assertThat(decision.reasons().given().orElseThrow().text()).isEqualTo("{\"text\":\"Planen följs.\"}");
        CaseView told = act(KARIN, id, Acts.notify(decision.id()));
        assertThat(told.shown().decisions().get(0).notifications()).hasSize(1);
        assertThat(act(KARIN, id, Acts.close()).shown().head().status()).isEqualTo(CaseStatus.CLOSED);

        assertThat(timeline(ANNA, id))
                .extracting(event -> event.event().type())
                .containsExactly(
                        EventType.SUBMITTED,
                        EventType.REGISTERED,
                        EventType.ASSIGNED,
                        EventType.REQUESTED,
                        EventType.REQUEST_ANSWERED,
                        EventType.DECIDED,
                        EventType.DECISION_NOTIFIED,
                        EventType.CLOSED);
    }

    @Holds("CORE-007")
    void givesFaultsInTheStandardsOrder() {
        CaseId id = taken();
        CaseAction decide = Acts.decide(Decision.Kind.FINAL, Optional.empty());
        CaseAction unfit = dated(TODAY.plusDays(1));

        assertThat(refusal(BERTIL, id, decide, seen(3))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refusal(KARIN, id, decide, Optional.empty())).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(refusal(KARIN, id, decide, seen(1))).isEqualTo(ProblemType.STALE_VERSION);
        assertThat(refusal(ANNA, id, decide, seen(3))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusal(OLA, id, decide, seen(3))).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(refusal(KARIN, id, Acts.supplement("x"), seen(3))).isEqualTo(ProblemType.VALIDATION);
        assertThat(refusal(KARIN, id, unfit, seen(3))).isEqualTo(ProblemType.VALIDATION);
        assertThat(refused(() -> cases().find(BERTIL, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Holds("CORE-004")
    void namesEveryFaultAndItsPlace() {
        assertThat(places(() -> cases().start(
                                ANNA, StartCall.of(World.submission("plain", "{\"odd\":1}")), once(UUID.randomUUID()))))
                .containsExactly("/form/odd unknown-member", "/form/subject required");
        assertThat(places(() -> act(KARIN, taken(), Acts.supplement("x")))).containsExactly("/for required");
    }

    @Holds({"CORE-029", "CORE-030"})
    void writesOnceUnderOneKey() {
        UUID key = UUID.randomUUID();
        CaseId id = started(ANNA, key).view().shown().id();
        StartCall other = StartCall.of(World.submission("plain", "{\"subject\":\"annat\"}"));
        Answer answer = start(ANNA, key).answer();

        assertThat(start(ANNA, key).answer()).isEqualTo(answer);
        assertThat(answer.body()).isEqualTo(id.value().toString());
        assertThat(cases().list(ANNA, CaseQuery.Filter.NONE, PAGE).items()).hasSize(1);
        assertThat(cases().find(ANNA, id).shown().head().version()).isEqualTo(new Version(2));
        Problem conflict = refused(() -> cases().start(ANNA, other, conflicting(key)));
        assertThat(conflict.type()).isEqualTo(ProblemType.IDEMPOTENCY_CONFLICT);
    }

    @Holds("CORE-037")
    void actsOnWhatWasSeenAndNotOnWhatCameLater() {
        CaseId id = taken();
        CaseView seen = cases().find(KARIN, id);
        cases().act(ANNA, id, ActionCall.of(Acts.message("Hej", Circle.EVERYBODY)), Optional.empty(), shown());

        assertThat(refusal(
                        KARIN,
                        id,
                        Acts.note("x"),
                        Optional.of(Precondition.version(seen.shown().head().version()))))
                .as("a message needs no version, a note does")
                .isEqualTo(ProblemType.STALE_VERSION);
        assertThat(refusal(KARIN, id, Acts.note("x"), Optional.of(current -> false)))
                .isEqualTo(ProblemType.STALE_VERSION);
        CaseView noted = first(cases().act(
                        KARIN,
                        id,
                        ActionCall.of(Acts.note("x")),
                        Optional.of(current -> current.shown().head().status() == CaseStatus.IN_PROGRESS),
                        shown()));
        assertThat(noted.shown().head().version()).isEqualTo(new Version(5));
    }

    @Holds("HAND-026")
    void keepsWorkingPapersForOfficers() {
        CaseId id = taken();
        Memo memo = first(cases().memo(
                        KARIN,
                        id,
                        ActionCall.of(new Adding.WriteMemo("Minne")),
                        rendered(kept -> new Answer(201, Map.of(), kept.text()))));

        assertThat(memo.text()).isEqualTo("Minne");
        assertThat(cases().memos(KARIN, id)).containsExactly(memo);
        assertThat(cases().memo(KARIN, id, memo.id())).isEqualTo(memo);
        assertThat(refused(() -> cases().memos(ANNA, id)).type()).isIn(ProblemType.FORBIDDEN, ProblemType.NOT_FOUND);
    }

    @Holds({"CASE-041", "CASE-042"})
    void takesAPaperCaseWithGaps() {
        Started started = first(cases().start(
                        People.registrar(),
                        StartCall.of(Papers.received(LocalDate.of(2026, 4, 1), "{\"subject\":\"å\"}")),
                        once(UUID.randomUUID())));

        assertThat(started.view().shown().head().receivedOn()).isEqualTo("2026-04-01");
        assertThat(started.view().shown().deficiencies())
                .extracting(gap -> gap.where() + ' ' + gap.code().code())
                .containsExactly("/form/reference required");
    }
}
