package se.ryggrad.core.cases.agreeing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.core.cases.agreeing.Family.ANNA;
import static se.ryggrad.core.cases.agreeing.Family.BERTIL;
import static se.ryggrad.core.cases.agreeing.Family.CHILD;
import static se.ryggrad.core.cases.agreeing.Family.FATHER;
import static se.ryggrad.core.cases.agreeing.Family.KARIN;
import static se.ryggrad.core.cases.agreeing.Family.MOTHER;
import static se.ryggrad.core.cases.agreeing.Family.OLA;
import static se.ryggrad.core.cases.agreeing.Family.REGISTRAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Language;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Agreeing;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.EventWriter;
import se.ryggrad.core.minasidor.CaseOverview;

/** Tests a child's case in which both guardians must agree (CASE-090 to CASE-093, HAND-085 to HAND-091). */
class GuardiansTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String MISSING = "/approval approval-missing";

    private final Family family = new Family();

    @Test
    void asksTheOtherGuardianByAnOpaqueIdAlone() {
        CaseId id = family.submit(MOTHER, "guardians");

        assertThat(family.reached(id)).isEqualTo("1/2");
        assertThat(family.lacks(id)).containsExactly(MISSING);
        assertThat(family.types(id)).containsExactly("submitted", "requested", "registered");
        assertThat(family.asked(id)).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(Request.State.OPEN);
            assertThat(request.approval()).isEmpty();
            assertThat(request.representative())
                    .contains(new Request.Representative(BERTIL.actor().id(), RepresentationKind.GUARDIAN));
            assertThat(request.addressee())
                    .isEqualTo(new Request.Addressee.OfParty(
                            family.whole(id).parties().get(0).id()));
        });
        assertThat(family.registry.asked)
                .singleElement()
                .satisfies(inquiry -> assertThat(inquiry.represented()).isEqualTo(CHILD));
    }

    /** The overview asks something of whoever is asked to approve, and nothing of the guardian who handed in (MINA-005). */
    @Test
    void showsInTheOverviewWhomItAsks() {
        CaseId id = family.submit(MOTHER, "guardians");
        OverviewSource overview = new CaseOverview(family.world.engine, (principal, shown) -> Optional.empty());
        PageRequest page = new PageRequest(1, 20, false);

        assertThat(overview.items(MOTHER, page).items())
                .singleElement()
                .satisfies(item -> assertThat(item.ask()).isEmpty());
        assertThat(overview.items(FATHER, page).items())
                .singleElement()
                .satisfies(item -> assertThat(item.ask()).isPresent());
        family.approve(FATHER, id);
        assertThat(overview.items(FATHER, page).items())
                .singleElement()
                .satisfies(item -> assertThat(item.ask()).isEmpty());
    }

    @Test
    void lacksNothingOnceTheOtherHasAgreedAndNamesNobody() {
        CaseId id = family.submit(MOTHER, "guardians");
        assertThat(family.world.engine.find(FATHER, id).allowedActions()).contains("approve", "refuse-approval");
        assertThat(family.world.engine.find(MOTHER, id).allowedActions())
                .doesNotContain("approve", "refuse-approval", "answer-request");
        family.approve(FATHER, id);

        assertThat(family.reached(id)).isEqualTo("2/2");
        assertThat(family.lacks(id)).isEmpty();
        assertThat(family.asked(id)).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(Request.State.ANSWERED);
            assertThat(request.approval()).contains(Request.ApprovalState.APPROVED);
        });
        assertThat(family.last(MOTHER, id).by().sv()).isEqualTo("En vårdnadshavare");
        assertThat(family.last(KARIN, id).by().en()).isEqualTo("A guardian");
        assertThat(family.last(KARIN, id).event().told().orElseThrow().byName()).isEmpty();
        assertThat(Family.refused(() -> family.approve(FATHER, id)).type()).isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void takesTheAnswerOfNobodyElse() {
        CaseId id = family.submit(MOTHER, "guardians");
        Caller child = Family.issued(People.person(CHILD.value()));

        for (Caller other : List.of(MOTHER, child)) {
            assertThat(Family.refused(() -> family.approve(other, id)).type()).isEqualTo(ProblemType.FORBIDDEN);
            assertThat(Family.refused(() -> family.refuse(other, id)).type()).isEqualTo(ProblemType.FORBIDDEN);
        }
        for (Caller outside : List.of(ANNA, BERTIL)) {
            assertThat(Family.refused(() -> family.approve(outside, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
        }
        assertThat(family.reached(id)).isEqualTo("1/2");
    }

    @Test
    void showsNothingOfTheOtherGuardianButTheId() {
        CaseId id = family.submit(MOTHER, "guardians");
        family.refuse(FATHER, id);

        for (Caller reader : List.of(MOTHER, KARIN, REGISTRAR)) {
            String shown = CaseWriter.view(family.world.engine.find(reader, id), Language.SV)
                    .json()
                    .text();
            String events = family.world.timeline(reader, id).stream()
                    .map(event -> EventWriter.event(event, Language.SV).json().text())
                    .collect(Collectors.joining());
            String asked = "\"representative\":{\"id\":\"" + BERTIL.actor().id().value() + "\",\"right\":\"guardian\"}";
            assertThat(shown)
                    .contains(
                            "\"approval\":{\"needed\":2,\"given\":1}",
                            asked,
                            "\"state\":\"answered\",\"approval\":\"refused\"",
                            "\"pointer\":\"/approval\",\"code\":\"approval-missing\"")
                    .doesNotContain(People.BERTIL);
            assertThat(events).contains(asked, "\"by\":\"En vårdnadshavare\"").doesNotContain(People.BERTIL);
        }
    }

    @Test
    void bearsARefusalAndTakesTheApprovalLater() {
        CaseId id = family.submit(MOTHER, "guardians");
        family.refuse(FATHER, id);

        assertThat(family.asked(id).get(0).approval()).contains(Request.ApprovalState.REFUSED);
        assertThat(family.reached(id)).isEqualTo("1/2");
        assertThat(family.lacks(id)).containsExactly(MISSING);
        assertThat(Family.refused(() -> family.refuse(FATHER, id)).type()).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(family.world.engine.find(FATHER, id).allowedActions())
                .contains("approve")
                .doesNotContain("refuse-approval");
        family.approve(FATHER, id);
        assertThat(family.reached(id)).isEqualTo("2/2");
    }

    @Test
    void needsNobodyElseForAChildWithOneGuardianAndNobodyForAnAdult() {
        family.registry.let(CHILD, ANNA);
        CaseId sole = family.submit(MOTHER, "guardians");
        CaseId adult = family.submit(BERTIL, "guardians");
        CaseId own = family.submit(Family.issued(People.person(CHILD.value())), "guardians");

        assertThat(family.reached(sole)).isEqualTo("1/1");
        assertThat(family.reached(adult)).isEqualTo("0/0");
        assertThat(family.asked(sole)).isEmpty();
        assertThat(family.lacks(adult)).isEmpty();
        assertThat(family.reached(own)).isEqualTo("0/1");
        assertThat(family.asked(own)).hasSize(1);
    }

    @Test
    void grantsNothingWhileTheCaseAwaitsApproval() {
        CaseId id = family.submit(MOTHER, "guardians");
        family.assign(id);

        for (String outcome : List.of("approved", "partly")) {
            assertThat(Family.faults(
                            () -> family.world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, outcome, Acts.SAID))))
                    .containsExactly("/outcome approval-missing");
        }
        family.world.act(KARIN, id, Acts.decide(Decision.Kind.INTERIM, "approved", Acts.UNSAID));
        family.world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, "rejected", Acts.SAID));
        UUID decision = family.whole(id).standingDecision().orElseThrow().id();
        assertThat(Family.faults(() ->
                        family.world.act(KARIN, id, Acts.change(decision, ChangeGround.CLEARLY_INCORRECT, "approved"))))
                .containsExactly("/outcome approval-missing");
        assertThat(family.asked(id).get(0).state()).isEqualTo(Request.State.LAPSED);
        assertThat(Family.refused(() -> family.approve(FATHER, id)).type()).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(family.lacks(id)).containsExactly(MISSING);
    }

    @Test
    void takesAnApprovalThatLapsedWhenTheCaseIsOpenAgain() {
        CaseId id = family.submit(MOTHER, "guardians");
        family.assign(id);
        family.world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, "rejected", Acts.SAID));
        UUID decision = family.whole(id).standingDecision().orElseThrow().id();
        family.world.act(KARIN, id, Acts.notify(decision));
        family.world.act(KARIN, id, Acts.close());
        family.world.act(KARIN, id, Acts.reopen());
        family.approve(FATHER, id);

        assertThat(family.whole(id).head().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(family.asked(id).get(0).state()).isEqualTo(Request.State.ANSWERED);
        assertThat(family.lacks(id)).isEmpty();
    }

    @Test
    void doesWithoutOnTheGroundOfAnOfficer() {
        CaseId id = family.submit(MOTHER, "guardians");
        family.refuse(FATHER, id);
        UUID request = family.asked(id).get(0).id();
        family.world.act(OLA, id, Family.dispense(Optional.of(request)));

        assertThat(family.asked(id).get(0).state()).isEqualTo(Request.State.CLOSED);
        assertThat(family.asked(id).get(0).approval()).contains(Request.ApprovalState.DISPENSED);
        assertThat(family.reached(id)).isEqualTo("1/1");
        assertThat(family.lacks(id)).isEmpty();
        String told =
                family.last(FATHER, id).event().told().orElseThrow().content().text();
        assertThat(told).contains("\"requests\":[\"" + request + "\"]", "13 a");
        assertThat(Family.refused(() -> family.world.act(KARIN, id, Family.dispense(Optional.empty())))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void recordsWhatCameOnPaperForTheOneAsked() {
        CaseId id = family.submit(MOTHER, "guardians");
        Request request = family.asked(id).get(0);
        Party child = family.whole(id).parties().get(0);
        var paper = Optional.of(Acts.onPaper(child.id(), TODAY));

        assertThat(Family.refused(() -> family.world.act(OLA, id, new Agreeing.Approve(request.id(), paper)))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(Family.faults(
                        () -> family.world.act(REGISTRAR, id, new Agreeing.Approve(request.id(), Optional.empty()))))
                .containsExactly("/for required");
        assertThat(Family.faults(() -> family.world.act(FATHER, id, new Agreeing.RefuseApproval(request.id(), paper))))
                .containsExactly("/channel unknown-member", "/for unknown-member", "/receivedOn unknown-member");
        family.world.act(REGISTRAR, id, new Agreeing.Approve(request.id(), paper));
        assertThat(family.reached(id)).isEqualTo("2/2");
        String told =
                family.last(FATHER, id).event().told().orElseThrow().content().text();
        assertThat(told)
                .contains("\"channel\":\"paper\"", "\"for\":\"" + child.id().value() + '"');
    }

    @Test
    void agreesForNobodyWhenARegistrarEntersIt() {
        CaseId id = family.submit(REGISTRAR, "guardians", Family.party(Party.Role.APPLICANT, CHILD));

        assertThat(family.reached(id)).isEqualTo("0/2");
        assertThat(family.asked(id)).hasSize(2);
        family.world.act(
                FATHER, id, new Agreeing.Approve(family.asked(id).get(1).id(), Optional.empty()));
        assertThat(family.reached(id)).isEqualTo("1/2");
        assertThat(Family.refused(() -> family.world.act(
                                FATHER,
                                id,
                                new Agreeing.Approve(family.asked(id).get(0).id(), Optional.empty())))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
        family.world.act(KARIN, id, Family.dispense(Optional.empty()));
        assertThat(family.reached(id)).isEqualTo("1/1");
    }

    @Test
    void keepsApprovalsApartFromQuestions() {
        CaseId id = family.submit(MOTHER, "guardians");
        family.assign(id);
        UUID approval = family.asked(id).get(0).id();
        assertThat(family.world.engine.find(KARIN, id).allowedActions())
                .doesNotContain("close-request")
                .contains("dispense-approval");
        assertThat(Family.refused(() -> family.world.act(KARIN, id, close(approval)))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
        Request.Addressee child =
                new Request.Addressee.OfParty(family.whole(id).parties().get(0).id());
        family.world.act(KARIN, id, Acts.ask(child, TODAY, Circle.EVERYBODY));
        UUID question = family.whole(id).openQuestions().get(0).id();

        for (CaseAction other : List.of(close(approval), new Agreeing.Approve(question, Optional.empty()))) {
            assertThat(Family.faults(() -> family.world.act(KARIN, id, other)))
                    .containsExactly("/request unknown-value");
        }
        assertThat(Family.faults(() -> family.world.act(FATHER, id, Acts.answer(approval, Optional.empty()))))
                .containsExactly("/request unknown-value");
        assertThat(Family.faults(() -> family.world.act(KARIN, id, Family.dispense(Optional.of(UUID.randomUUID())))))
                .containsExactly("/request unknown-value");
        family.world.act(MOTHER, id, Acts.answer(question, Optional.empty()));
        assertThat(family.lacks(id)).containsExactly(MISSING);
    }

    @Test
    void keepsTheDeficiencyWhenTheFormIsSupplemented() {
        CaseId id = family.submit(REGISTRAR, "guardians", "{}", Family.party(Party.Role.APPLICANT, CHILD));
        assertThat(family.lacks(id)).containsExactly(MISSING, "/form/subject required");
        family.world.act(MOTHER, id, Acts.fill(Family.FORM));

        assertThat(family.lacks(id)).containsExactly(MISSING);
    }

    @Test
    void asksNobodyInACaseOfAnotherService() {
        CaseId id = family.submit(ANNA, "plain");

        assertThat(family.whole(id).approval()).isEmpty();
        assertThat(family.registry.asked).isEmpty();
        assertThat(Family.refused(() -> family.world.act(KARIN, id, Family.dispense(Optional.empty())))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
    }

    @Test
    void lapsesWhatIsAskedWhenTheMatterIsTakenBack() {
        CaseId id = family.submit(MOTHER, "guardians");
        family.world.act(MOTHER, id, new Ending.Withdraw(Optional.empty(), Optional.empty()));

        assertThat(family.asked(id).get(0).state()).isEqualTo(Request.State.LAPSED);
        assertThat(family.whole(id).head().status()).isEqualTo(CaseStatus.DECIDED);
    }

    private static CaseAction close(UUID request) {
        return new CaseAction.Asking.CloseRequest(request, Optional.empty());
    }
}
