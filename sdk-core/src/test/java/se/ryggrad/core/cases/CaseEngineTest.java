package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.PartyId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.chain.HashChain;

class CaseEngineTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller BERTIL = People.person(People.BERTIL);
    private static final Caller KARIN = People.handler("Karin Ek");
    private static final Caller OLA = People.handler("Ola Ask");
    private static final Caller OTHER_UNIT =
            People.officer("Eva", "case-officer@conformance-a", "unit:unit-a2@conformance-a");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final PageRequest PAGE = new PageRequest(1, 20, true);

    private final World world = new World();

    @Test
    void registersAtOnceAndTellsSo() {
        CaseView view = world.submit(ANNA, "plain", "{\"subject\":\"å\"}");

        assertThat(view.shown().head().status()).isEqualTo(CaseStatus.REGISTERED);
        assertThat(view.shown().head().registryNumber()).contains("PA 2026/00001");
        assertThat(view.shown().head().version()).isEqualTo(new Version(2));
        assertThat(view.allowedActions()).containsExactly("supplement", "message", "withdraw");
        assertThat(types(ANNA, view)).containsExactly("submitted", "registered");
        assertThat(view.shown().head().receivedAt()).isEqualTo("2026-11-23T11:00:00.123Z");
    }

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
    void handlesACaseFromSupplementToClose() {
        CaseId id = assigned();
        PartyId anna = party(id);
        CaseView asked = world.act(
                KARIN, id, Acts.ask(new Request.Addressee.OfParty(anna), TODAY.plusDays(3), Circle.EVERYBODY));
        UUID request = asked.shown().requests().get(0).id();
        assertThat(world.engine.find(ANNA, id).allowedActions())
                .containsExactly("answer-request", "supplement", "message", "withdraw");

        CaseView answered = world.act(ANNA, id, Acts.answer(request, Optional.empty()));
        assertThat(answered.shown().openRequests()).isEmpty();
        CaseView decided = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        assertThat(decided.shown().head().status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(refused(() -> world.act(KARIN, id, Acts.close())).type()).isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(KARIN, id, Acts.notify(decided.shown().decisions().get(0).id()));
        CaseView closed = world.act(KARIN, id, Acts.close());

        assertThat(closed.shown().head().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(types(ANNA, closed))
                .containsExactly(
                        "submitted",
                        "registered",
                        "assigned",
                        "requested",
                        "request-answered",
                        "decided",
                        "decision-notified",
                        "closed");
        assertThat(HashChain.holds(world.cases.allEvents(People.PRINCIPAL, id))).isTrue();
    }

    @Test
    void givesFaultsInTheStandardsOrder() {
        CaseId id = assigned();
        CaseAction decide = Acts.decide(Decision.Kind.FINAL, Optional.empty());

        assertThat(act(ANNA, id, "no-such-action", Optional.empty()).type()).isEqualTo(ProblemType.VALIDATION);
        assertThat(act(ANNA, id, "submit", Optional.empty()).type()).isEqualTo(ProblemType.VALIDATION);
        assertThat(act(ANNA, id, "decide", Optional.empty()).type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(act(ANNA, id, "decide", seen(1)).type()).isEqualTo(ProblemType.STALE_VERSION);
        assertThat(act(ANNA, id, "decide", seen(3)).type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refused(() -> world.act(OLA, id, decide)).type())
                .as("another officer of the unit")
                .isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(act(KARIN, id, "appeal", seen(3)).type())
                .as("a row of later, by recorders")
                .isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(act(ANNA, id, "notify-delay", seen(3)).type()).isEqualTo(ProblemType.FORBIDDEN);
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
        assertThat(withheld.event().secrecy())
                .extracting(ground -> ground.provision())
                .containsExactly("OSL 26 kap. 1 §");
        assertThat(last(KARIN, id).withheld()).isFalse();
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
                .isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(OTHER_UNIT, id, Acts.answer(request, Optional.empty()));

        assertThat(refused(() -> world.engine.find(OTHER_UNIT, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void recordsWhatCameOnPaper() {
        CaseId id = assigned();
        PartyId anna = party(id);

        assertThat(places(() -> world.act(KARIN, id, Acts.supplement("x")))).containsExactly("/for required");
        assertThat(places(() -> world.act(KARIN, id, Acts.supplement("x", Acts.onPaper(anna, TODAY.plusDays(1))))))
                .containsExactly("/receivedOn date-in-future");
        assertThat(places(() -> world.act(KARIN, id, Acts.supplement("x", Acts.onPaper(anna, TODAY.minusDays(1))))))
                .containsExactly("/receivedOn date-order");
        assertThat(places(() -> world.act(KARIN, id, Acts.supplement("x", Acts.onPaper(PartyId.random(), TODAY)))))
                .containsExactly("/for unknown-value");
        assertThat(refused(() -> world.act(OLA, id, Acts.supplement("x", Acts.onPaper(anna, TODAY))))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(KARIN, id, Acts.supplement("x", Acts.onPaper(anna, TODAY)));

        assertThat(last(ANNA, id).event().content().text())
                .contains("\"for\":\"" + anna.value() + "\"", "\"channel\":\"paper\"", "\"kind\":\"officer\"");
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
                        KARIN,
                        id,
                        Acts.complete(
                                new CaseAction.MemoFate(kept, true), new CaseAction.MemoFate(new UUID(1, 1), true)))))
                .containsExactly("/memos/1/memo unknown-value");
        world.act(KARIN, id, Acts.complete(new CaseAction.MemoFate(kept, true)));

        assertThat(types(ANNA, world.engine.find(ANNA, id))).endsWith("reopened", "noted", "completed");
        assertThat(world.engine.memos(KARIN, id)).isEmpty();
    }

    @Test
    void writesOffWhatTheSoleApplicantWithdraws() {
        CaseId id = world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();

        CaseView view = world.act(ANNA, id, Acts.withdraw());

        assertThat(view.shown().head().status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(view.shown().decisions().get(0).outcome()).isEqualTo("written-off");
        assertThat(types(ANNA, view)).endsWith("withdrawn", "decision-notified");
    }

    @Test
    void namesWhatANewDecisionReplaces() {
        CaseId id = assigned();
        UUID first = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()))
                .shown()
                .decisions()
                .get(0)
                .id();
        world.act(KARIN, id, Acts.notify(first));
        world.act(KARIN, id, Acts.close());
        CaseView reopened = world.act(KARIN, id, Acts.reopen());

        assertThat(reopened.shown().head().officer()).isPresent();
        assertThat(places(() -> world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()))))
                .containsExactly("/replaces required");
        assertThat(places(() -> world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.of(new UUID(1, 1))))))
                .containsExactly("/replaces unknown-value");
        assertThat(world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.of(first)))
                        .shown()
                        .decisions())
                .hasSize(2);
    }

    @Test
    void datesDecisionsInThePast() {
        CaseId id = assigned();

        assertThat(places(() -> world.act(KARIN, id, dated(TODAY.plusDays(1)))))
                .containsExactly("/decidedOn date-in-future");
        assertThat(places(() -> world.act(KARIN, id, dated(TODAY.minusDays(1)))))
                .containsExactly("/decidedOn date-order");
    }

    @Test
    void takesAPaperCaseWithGapsAndLetsThemBeFilled() {
        Started started = World.started(world.engine.start(
                People.registrar(),
                StartCall.of(Papers.received(LocalDate.of(2026, 4, 1), "{\"subject\":\"å\"}")),
                world.once(world::answer)));
        CaseId id = started.view().shown().id();

        assertThat(started.view().shown().deficiencies())
                .extracting(gap -> gap.where() + ' ' + gap.code().code())
                .containsExactly("/form/reference required");
        assertThat(started.view().shown().head().receivedOn()).isEqualTo("2026-04-01");
        assertThat(places(() -> world.act(ANNA, id, Acts.fill("{\"reference\":5}"))))
                .containsExactly("/form/reference type");
        assertThat(world.act(ANNA, id, Acts.fill("{\"reference\":\"r\"}"))
                        .shown()
                        .deficiencies())
                .isEmpty();
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
    void decidesByTheFirstRuleThatMatches() {
        assertThat(world.submit(ANNA, "automatic", "{\"amount\":100}").shown().decisions())
                .extracting(Decision::outcome)
                .containsExactly("approved");
        CaseView rejected = world.submit(ANNA, "automatic", "{\"amount\":1000}");
        assertThat(rejected.shown().decisions().get(0).basis().text())
                .isEqualTo("{\"kind\":\"automated\",\"rule\":\"conformance-automatic/1.0.0/2\"}");
        assertThat(types(ANNA, rejected)).containsExactly("submitted", "registered", "decided", "decision-notified");
        assertThat(world.submit(ANNA, "automatic", "{\"amount\":500}")
                        .shown()
                        .head()
                        .status())
                .isEqualTo(CaseStatus.REGISTERED);
        assertThat(world.submit(ANNA, "information", "{\"subject\":\"x\"}")
                        .shown()
                        .head()
                        .status())
                .isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void expiresRequestsTheDayAfterTheyWereDue() {
        CaseId id = assigned();
        world.act(KARIN, id, Acts.ask(new Request.Addressee.OfParty(party(id)), TODAY, Circle.EVERYBODY));

        assertThat(world.engine.dailyRound().run()).isZero();
        world.clock.advance(Duration.ofHours(12));
        assertThat(world.engine.dailyRound().run()).isEqualTo(1);
        assertThat(world.engine.dailyRound().run()).isZero();

        assertThat(world.engine.find(ANNA, id).shown().requests())
                .extracting(Request::state)
                .containsExactly(Request.State.EXPIRED);
        assertThat(last(ANNA, id).event().content().text())
                .contains("\"kind\":\"automatic\"", "\"state\":\"expired\"", "\"type\":\"request-closed\"");
    }

    @Test
    void answersTheSameKeyTheSameAndAnotherBodyWithAConflict() {
        UUID key = UUID.randomUUID();
        StartCall call = StartCall.of(World.submission("plain", "{\"subject\":\"å\"}"));
        Answer first =
                world.engine.start(ANNA, call, world.once(key, world::answer)).answer();

        assertThat(world.engine
                        .start(ANNA, call, world.once(key, world::answer))
                        .answer())
                .isEqualTo(first);
        assertThat(world.engine.list(ANNA, CaseQuery.Filter.NONE, PAGE).items()).hasSize(1);
        Problem conflict = refused(() -> world.engine.start(ANNA, call, world.otherBody(key)));
        assertThat(conflict.type()).isEqualTo(ProblemType.IDEMPOTENCY_CONFLICT);
        assertThat(conflict.firstResource()).contains(first.body());
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

    private CaseId assigned() {
        CaseId id = world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        return id;
    }

    private PartyId party(CaseId id) {
        return world.engine.find(ANNA, id).shown().parties().get(0).id();
    }

    private static CaseAction dated(LocalDate on) {
        return Acts.decide(Decision.Kind.FINAL, Optional.empty(), Optional.of(on), Circle.EVERYBODY);
    }

    private List<String> types(Caller caller, CaseView view) {
        return world.engine.timeline(caller, view.shown().id()).stream()
                .map(event -> event.event().type().code())
                .toList();
    }

    private EventView last(Caller caller, CaseId id) {
        List<EventView> timeline = world.engine.timeline(caller, id);
        return timeline.get(timeline.size() - 1);
    }

    private static Optional<Precondition> seen(long version) {
        return Optional.of(Precondition.version(new Version(version)));
    }

    private Problem act(Caller caller, CaseId id, String action, Optional<Precondition> precondition) {
        ActionCall call = new ActionCall(action, () -> new CaseAction.Extension(action));
        return refused(() ->
                world.engine.act(caller, id, call, precondition, world.once(view -> new Answer(200, Map.of(), ""))));
    }

    private static List<String> places(ThrowingCallable call) {
        Problem problem = refused(call);
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        return problem.faults().stream()
                .map(fault -> fault.where() + ' ' + fault.code().code())
                .toList();
    }

    private static Problem refused(ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        return refused.problem();
    }
}
