package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.MemoFate;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.text.Wording;

/** Tests who sees what of a case, and who does not. */
class CaseSightTest extends EngineTesting {

    @Test
    void showsACaseToNobodyElse() {
        CaseId id = world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();

        for (Caller caller : List.of(BERTIL, OTHER_UNIT, People.officer("X", "case-officer@conformance-a"))) {
            assertThat(refused(() -> world.engine.find(caller, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
            assertThat(refused(() -> world.act(caller, id, Acts.supplement("x")))
                            .type())
                    .isEqualTo(ProblemType.NOT_FOUND);
            assertThat(world.engine.list(caller, CaseQuery.Filter.NONE, PAGE).total())
                    .hasValue(0);
        }
        assertThat(world.engine.list(KARIN, CaseQuery.Filter.NONE, PAGE).items())
                .hasSize(1);
        assertThat(world.engine.find(People.registrar(), id).official()).isTrue();
    }

    @Test
    void asksForTheLevelOfTheServiceForReadingToo() {
        Caller low = People.person(People.ANNA, AssuranceLevel.LOA2);
        CaseId id = world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();

        Problem problem = refused(() -> world.engine.find(low, id));
        assertThat(problem.type()).isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
        assertThat(problem.requiredLevel()).contains(AssuranceLevel.LOA3.uri());
        assertThat(refused(() -> world.submit(low, "plain", "{\"subject\":\"å\"}"))
                        .type())
                .isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
        assertThat(world.engine.list(low, CaseQuery.Filter.NONE, PAGE).total()).hasValue(0);
    }

    @Test
    void narrowsWhatAnOfficerSaysIsSecret() {
        CaseId id = assigned();
        PartyId anna = party(id);
        Circle officers = new Circle(Audience.OFFICERS, List.of(new Circle.Ground("OSL 26 kap. 1 §", "sökanden")));
        world.act(KARIN, id, Acts.message("Hemligt", officers));
        Circle noGround = new Circle(Audience.OFFICERS, List.of());
        assertThat(places(() -> world.act(KARIN, id, Acts.message("x", noGround))))
                .containsExactly("/secrecy required");
        assertThat(places(() -> world.act(ANNA, id, Acts.message("x", officers))))
                .containsExactly("/audience unknown-member", "/secrecy unknown-member");
        assertThat(places(() -> world.act(KARIN, id, Acts.ask(new Request.Addressee.OfParty(anna), TODAY, officers))))
                .containsExactly("/audience/parties required");

        EventView withheld = last(ANNA, id);
        assertThat(withheld.withheld()).isTrue();
        assertThat(withheld.event().told().orElseThrow().secrecy())
                .extracting(ground -> ground.provision())
                .containsExactly("OSL 26 kap. 1 §");
        assertThat(last(KARIN, id).withheld()).isFalse();
    }

    @Test
    void tellsThatACaseWaitsToThoseWhoAreShownForWhat() {
        CaseId id = assigned();
        Caller kim = People.officer("Kim", "contact-centre@conformance-a");
        LocalizedText before = world.engine.find(KARIN, id).localStatus();
        LocalizedText waiting = Wording.text("status.waiting", before);
        List<Circle.Ground> secrecy = List.of(new Circle.Ground("OSL 26 kap. 1 §", "sökanden"));
        Request.Addressee board = new Request.Addressee.OfName("Länsstyrelsen");
        world.act(KARIN, id, Acts.ask(board, TODAY, new Circle(Audience.OFFICERS, secrecy)));

        assertThat(List.of(told(KARIN, id), listed(KARIN))).containsOnly(waiting);
        assertThat(List.of(told(ANNA, id), listed(ANNA), told(kim, id), found(kim)))
                .containsOnly(before);
        Request.Addressee anna = new Request.Addressee.OfParty(party(id));
        Audience hers = new Audience(Audience.To.PARTIES, Set.of(party(id)));
        world.act(KARIN, id, Acts.ask(anna, TODAY, new Circle(hers, secrecy)));
        assertThat(List.of(told(ANNA, id), listed(ANNA))).containsOnly(waiting);
        assertThat(List.of(told(kim, id), found(kim))).containsOnly(before);
    }

    private LocalizedText told(Caller caller, CaseId id) {
        return world.engine.find(caller, id).localStatus();
    }

    private LocalizedText listed(Caller caller) {
        return world.engine
                .list(caller, CaseQuery.Filter.NONE, PAGE)
                .items()
                .get(0)
                .localStatus();
    }

    private LocalizedText found(Caller caller) {
        CaseQuery.Search search = new CaseQuery.Search(Optional.of(People.identity(People.ANNA)), Optional.empty());
        return world.engine.search(caller, search, PAGE).items().get(0).localStatus();
    }

    @Test
    void letsThePartialOfficerDoNothing() {
        Caller partial = People.officer(
                "Anna",
                Optional.of(People.identity(People.ANNA)),
                "case-officer@conformance-a",
                "unit:unit-a@conformance-a",
                "registrar@conformance-a");
        CaseId id = world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();

        assertThat(world.engine.list(partial, CaseQuery.Filter.NONE, PAGE).total())
                .hasValue(0);
        assertThat(refused(() -> world.engine.find(partial, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> world.act(partial, id, new CaseAction.Placing.Assign(Optional.empty())))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        world.seen(partial);
        assertThat(places(() -> world.act(
                        KARIN,
                        id,
                        new CaseAction.Placing.Assign(
                                Optional.of(partial.actor().id())))))
                .containsExactly("/officer unknown-value");
    }

    @ParameterizedTest
    @EnumSource
    void letsNoOfficerBeginACaseOfTheirOwn(CaseHead.Initiator initiator) {
        Caller officer = People.officer(
                "Anna",
                Optional.of(People.identity(People.ANNA)),
                "case-officer@conformance-a",
                "unit:unit-a@conformance-a",
                "registrar@conformance-a");

        assertThat(refused(() -> start(officer, initiator, People.ANNA)).type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(start(officer, initiator, People.BERTIL).official()).isTrue();
    }

    private CaseView start(Caller officer, CaseHead.Initiator initiator, String party) {
        Submission submission = new Submission(
                new ServiceId("conformance-plain"),
                Optional.empty(),
                initiator,
                new JsonText("{\"subject\":\"å\"}"),
                List.of(),
                List.of(new PartyEntry(Party.Role.SUBJECT, People.identity(party), "Test Testsson", Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return World.started(world.engine.start(officer, StartCall.of(submission), world.once(world::answer)))
                .view();
    }

    @Test
    void movesACaseOutOfSight() {
        CaseId id = assigned();

        CaseView last = world.act(KARIN, id, new CaseAction.Placing.Reroute(new UnitId("unit-a2"), Optional.empty()));

        assertThat(last.shown().head().unit().value()).isEqualTo("unit-a2");
        assertThat(last.shown().head().officer()).isEmpty();
        assertThat(last.allowedActions()).isEmpty();
        assertThat(refused(() -> world.engine.find(KARIN, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(world.engine.find(OTHER_UNIT, id).allowedActions()).contains("assign");
    }

    @Test
    void letsAnAskedUnitReadAndAnswerWhileItsRequestIsOpen() {
        CaseId id = assigned();
        CaseView asked = world.act(
                KARIN, id, Acts.ask(new Request.Addressee.OfUnit(new UnitId("unit-a2")), TODAY, Circle.EVERYBODY));
        assertThat(world.engine.find(OTHER_UNIT, id).allowedActions()).containsExactly("answer-request");

        UUID request = asked.shown().requests().get(0).id();
        assertThat(refused(() -> world.act(OLA, id, Acts.answer(request, Optional.empty())))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        world.act(OTHER_UNIT, id, Acts.answer(request, Optional.empty()));

        assertThat(refused(() -> world.engine.find(OTHER_UNIT, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void keepsMemosOutsideTheFile() {
        CaseId id =
                world.submit(ANNA, "information", "{\"subject\":\"å\"}").shown().id();
        world.act(KARIN, id, Acts.reopen());
        CaseView before = world.engine.find(ANNA, id);
        CaseAction.Adding.WriteMemo memo = new CaseAction.Adding.WriteMemo("Ring först");
        world.engine.memo(KARIN, id, ActionCall.of(memo), world.once(kept -> new Answer(201, Map.of(), "")));

        assertThat(world.engine.find(ANNA, id)).isEqualTo(before);
        assertThat(refused(() -> world.engine.memos(ANNA, id)).type()).isEqualTo(ProblemType.FORBIDDEN);
        UUID kept = world.engine.memos(KARIN, id).get(0).id();
        assertThat(places(() -> world.act(KARIN, id, Acts.complete()))).containsExactly("/memos required");
        assertThat(places(() -> world.act(
                        KARIN, id, Acts.complete(new MemoFate(kept, true), new MemoFate(new UUID(1, 1), true)))))
                .containsExactly("/memos/1/memo unknown-value");
        world.act(KARIN, id, Acts.complete(new MemoFate(kept, true)));

        assertThat(types(ANNA, world.engine.find(ANNA, id))).endsWith("reopened", "noted", "completed");
        assertThat(world.engine.memos(KARIN, id)).isEmpty();
    }

    @Test
    void followsAnAnonymousCaseByItsCodeAlone() {
        Started started = world.submitAnonymously("{\"subject\":\"Gropen\"}");
        String code = started.followUpCode().orElseThrow();

        assertThat(code).matches("[A-Za-z0-9_-]{22}");
        assertThat(started.view().shown().followUpDigest()).isEmpty();
        assertThat(world.engine.followUp(People.nobody(), code).view().allowedActions())
                .containsExactly("supplement", "message");
        world.engine.followUp(
                People.nobody(),
                code,
                ActionCall.of(Acts.message("Hallå", Circle.EVERYBODY)),
                world.once(shown -> new Answer(200, Map.of(), "")));
        assertThat(world.engine.followUp(People.nobody(), code).messages()).hasSize(1);
        assertThat(refused(() -> world.engine.followUp(People.nobody(), "A".repeat(22)))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> world.engine.find(
                                People.nobody(), started.view().shown().id()))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> world.submit(People.nobody(), "plain", "{}")).type())
                .isEqualTo(ProblemType.NOT_AUTHENTICATED);
    }

    @Test
    void letsSystemsDoWhatTheirScopesSay() {
        CaseId id = world.submit(ANNA, "manual", "{\"subject\":\"å\"}").shown().id();

        assertThat(refused(() -> world.engine.find(People.system("events:read"), id))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(world.engine.find(People.system("cases:read"), id).allowedActions())
                .isEmpty();
        assertThat(world.act(People.system("cases:register"), id, new CaseAction.Placing.Register())
                        .shown()
                        .head()
                        .status())
                .isEqualTo(CaseStatus.REGISTERED);
    }
}
