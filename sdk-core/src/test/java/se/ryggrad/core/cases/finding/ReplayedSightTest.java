package se.ryggrad.core.cases.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.Language;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.CaseAction.Placing;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.json.cases.CaseWriter;

/** Tries what an earlier key is answered with once the caller sees less of the case (ID-072, ID-074). */
class ReplayedSightTest extends EngineTesting {

    private static final String GROUP = "contact-centre@conformance-a";
    private static final String CANARY = "kanariefågel";
    private static final Caller SIV =
            People.officer("Siv", GROUP, "case-officer@conformance-a", "unit:unit-a@conformance-a");
    private static final Caller KIM = People.officer("Kim", GROUP);

    private final UUID key = UUID.randomUUID();
    private final CaseId id = world.submit(ANNA, "plain", "{\"subject\":\"kanariefågel\"}")
            .shown()
            .id();

    @Test
    void showsACaseThatWasReroutedWithLimitedSight() {
        world.seen(SIV);
        ActionCall assign = ActionCall.of(new Placing.Assign(Optional.empty()));
        Answer first = act(SIV, assign).answer();
        assertThat(first.body()).contains(CANARY);
        assertThat(act(SIV, assign).answer()).isEqualTo(first);

        rerouted(SIV, id);

        Answer again = act(SIV, assign).answer();
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body())
                .isEqualTo(json(world.engine.find(SIV, id)))
                .contains("\"limited\":true")
                .doesNotContain(CANARY, People.ANNA);
    }

    @Test
    void answersAContactCentreAsTheFirstTime() {
        ActionCall message = ActionCall.of(Acts.message("Hon ringde.", Circle.EVERYBODY));
        Answer first = act(KIM, message).answer();
        int written = world.timeline(KARIN, id).size();

        assertThat(act(KIM, message)).isEqualTo(new Written.Again<CaseView>(first));
        assertThat(world.timeline(KARIN, id)).hasSize(written);
    }

    @Test
    void givesAWorkingPaperToThoseAloneWhoMayStillReadIt() {
        ActionCall call = ActionCall.of(new Adding.WriteMemo("Ring först"));
        Once<Memo> once = world.once(key, memo -> new Answer(201, Map.of(), memo.text()));
        Answer first = world.engine.memo(SIV, id, call, once).answer();
        assertThat(world.engine.memo(SIV, id, call, once).answer()).isEqualTo(first);
        world.act(SIV, id, new Placing.Assign(Optional.empty()));

        rerouted(SIV, id);

        assertThat(refused(() -> world.engine.memos(SIV, id)).type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refused(() -> world.engine.memo(SIV, id, call, once)).type()).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void showsWhatARegistrarBeganWithLimitedSight() {
        Caller registrar = People.officer("Rut", GROUP, "registrar@conformance-a");
        Answer first = begin(registrar, CaseHead.Initiator.PARTY).answer();
        assertThat(first.body()).contains(CANARY);
        assertThat(begin(registrar, CaseHead.Initiator.PARTY).answer()).isEqualTo(first);

        Answer again =
                begin(People.officer("Rut", GROUP), CaseHead.Initiator.PARTY).answer();
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).contains("\"limited\":true").doesNotContain(CANARY, People.BERTIL);
    }

    @Test
    void knowsNothingOfACaseThatHasLeftTheUnit() {
        Written<Started> first = begin(KARIN, CaseHead.Initiator.AUTHORITY);
        CaseId begun = ((Written.First<Started>) first).result().view().shown().id();
        assertThat(begin(KARIN, CaseHead.Initiator.AUTHORITY).answer()).isEqualTo(first.answer());
        world.act(KARIN, begun, new Placing.Assign(Optional.empty()));

        rerouted(KARIN, begun);

        assertThat(refused(() -> begin(KARIN, CaseHead.Initiator.AUTHORITY)).type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void knowsNothingOfACaseOfWhichOneIsPartyNoMore() {
        Written<Started> first = begin(ANNA, CaseHead.Initiator.PARTY);
        CaseId begun = ((Written.First<Started>) first).result().view().shown().id();
        assertThat(begin(ANNA, CaseHead.Initiator.PARTY).answer()).isEqualTo(first.answer());

        world.act(
                KARIN,
                begun,
                new Involving.EndParty(
                        party(begun), EndGround.DEATH, Optional.of(LocalDate.of(2026, 11, 23)), Optional.empty()));

        assertThat(refused(() -> world.engine.find(ANNA, begun)).type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> begin(ANNA, CaseHead.Initiator.PARTY)).type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void answersASystemThatSeesNoCaseAsTheFirstTime() {
        Caller system = People.system("cases:open");
        Answer first = begin(system, CaseHead.Initiator.AUTHORITY).answer();

        assertThat(begin(system, CaseHead.Initiator.AUTHORITY)).isEqualTo(new Written.Again<Started>(first));
    }

    private Written<CaseView> act(Caller caller, ActionCall call) {
        Once<CaseView> once = world.once(key, view -> new Answer(200, Map.of(), json(view)));
        return world.engine.act(caller, id, call, Optional.of(current -> true), once);
    }

    private Written<Started> begin(Caller caller, CaseHead.Initiator initiator) {
        Submission submission = new Submission(
                new ServiceId("conformance-plain"),
                Optional.empty(),
                initiator,
                new JsonText("{\"subject\":\"kanariefågel\"}"),
                List.of(),
                caller.equals(ANNA)
                        ? List.of()
                        : List.of(new PartyEntry(
                                Party.Role.APPLICANT, People.identity(People.BERTIL), "Bertil", Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Once<Started> once = world.once(key, started -> new Answer(201, Map.of(), json(started.view())));
        return world.engine.start(caller, StartCall.of(submission), once);
    }

    private void rerouted(Caller officer, CaseId moved) {
        world.act(officer, moved, new Placing.Reroute(new UnitId("unit-a2"), Optional.empty()));
    }

    private static String json(CaseView view) {
        return CaseWriter.view(view, Language.SV).json().text();
    }
}
