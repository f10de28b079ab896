package se.ryggrad.core.cases.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.core.cases.Acts;

/** Tests that a party whose place has ended does not count (HAND-069). */
class EndedPartyTest extends PartyScene {

    @Test
    void isAskedNothing() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        PartyId gone = party(id, 1);
        world.act(KARIN, id, ask(gone));
        world.act(KARIN, id, end(gone));

        assertThat(faults(id, ask(gone))).containsExactly("/addressee/party unknown-value");
        world.act(KARIN, id, ask(party(id, 0)));
    }

    @Test
    void leavesTheirRequestToTheOfficer() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        PartyId gone = party(id, 1);
        world.act(KARIN, id, ask(gone));
        assertThat(allowed(id)).contains("answer-request");
        world.act(KARIN, id, end(gone));
        UUID request = requests(id).get(0).id();

        assertThat(allowed(id)).contains("close-request").doesNotContain("answer-request");
        assertThat(type(() -> world.act(KARIN, id, Acts.answer(request, Optional.of(Acts.onPaper(gone, TODAY))))))
                .isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(KARIN, id, ask(party(id, 0)));
        assertThat(allowed(id)).contains("answer-request");
        for (PartyId party : List.of(gone, party(id, 0))) {
            assertThat(faults(id, Acts.answer(request, Optional.of(Acts.onPaper(party, TODAY)))))
                    .containsExactly("/for unknown-value");
        }
        world.act(KARIN, id, new CaseAction.Asking.CloseRequest(request, Optional.empty()));
        assertThat(requests(id).get(0).state()).isEqualTo(Request.State.CLOSED);
    }

    @Test
    void nobodyAnswersForAPartyWithoutTheRightToRespond() {
        CaseId id = assigned();
        world.act(KARIN, id, ask(party(id, 0)));
        PartyChange mute = new PartyChange(
                Optional.empty(), Optional.empty(), Optional.of(Set.of(Party.Right.SEE)), Optional.empty());
        world.act(KARIN, id, change(party(id, 0), mute));

        assertThat(allowed(id)).doesNotContain("answer-request");
        assertThat(world.engine.find(ANNA, id).allowedActions()).doesNotContain("answer-request");
    }

    @Test
    void doesNothingOnPaper() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        PartyId gone = party(id, 1);
        world.act(KARIN, id, Acts.supplement("x", Acts.onPaper(gone, TODAY)));
        world.act(KARIN, id, end(gone));

        assertThat(faults(id, Acts.supplement("x", Acts.onPaper(gone, TODAY)))).containsExactly("/for unknown-value");
        world.act(KARIN, id, end(party(id, 0)));
        assertThat(allowed(id)).doesNotContain("supplement", "withdraw").contains("message");
    }

    @Test
    void isNotNotifiedAndNotWaitedFor() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        PartyId gone = party(id, 1);
        world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        UUID decision = decisions(id).get(0).id();
        assertThat(type(() -> world.act(KARIN, id, Acts.close()))).isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(KARIN, id, end(gone));

        Ending.NotifyDecision named = new Ending.NotifyDecision(decision, List.of(gone), "post", Optional.empty());
        assertThat(faults(id, named)).containsExactly("/parties/0 unknown-value");
        world.act(KARIN, id, Acts.notify(decision));
        assertThat(decisions(id).get(0).notifications())
                .extracting(Decision.Notification::party)
                .containsExactly(party(id, 0));
        world.act(KARIN, id, Acts.close());
        assertThat(status(id)).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void appealsNothing() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        PartyId gone = party(id, 1);
        world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        UUID decision = decisions(id).get(0).id();
        world.act(KARIN, id, end(gone));

        assertThat(faults(
                        id,
                        new Appealing.MakeAppeal(decision, "Nej", List.of(), Optional.of(Acts.onPaper(gone, TODAY)))))
                .containsExactly("/for unknown-value");
        world.act(KARIN, id, end(party(id, 0)));
        assertThat(allowed(id)).doesNotContain("appeal");
    }

    @Test
    void leavesItToTheOthersToWithdraw() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        world.act(KARIN, id, end(party(id, 1)));
        world.act(ANNA, id, Acts.withdraw());

        assertThat(status(id)).isEqualTo(CaseStatus.DECIDED);
        assertThat(decisions(id).get(0).notifications())
                .extracting(Decision.Notification::party)
                .containsExactly(party(id, 0));
    }

    @Test
    void theEndOfTheLastWhoHeldOnEndsNoCase() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        world.act(ANNA, id, Acts.withdraw());
        world.act(KARIN, id, end(party(id, 1)));

        assertThat(status(id)).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(allowed(id)).contains("decide");
    }

    private static CaseAction ask(PartyId party) {
        return Acts.ask(new Request.Addressee.OfParty(party), TODAY, Circle.EVERYBODY);
    }

    private List<String> allowed(CaseId id) {
        return world.engine.find(KARIN, id).allowedActions();
    }

    private List<Request> requests(CaseId id) {
        return world.engine.find(KARIN, id).shown().requests();
    }

    private List<Decision> decisions(CaseId id) {
        return world.engine.find(KARIN, id).shown().decisions();
    }

    private CaseStatus status(CaseId id) {
        return world.engine.find(KARIN, id).shown().head().status();
    }
}
