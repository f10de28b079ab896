package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.core.cases.chain.HashChain;

class CaseEngineTest extends EngineTesting {

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
        assertThat(act(KARIN, id, "add-party", seen(3)).type())
                .as("a row of later, by officers")
                .isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(act(ANNA, id, "notify-delay", seen(3)).type()).isEqualTo(ProblemType.FORBIDDEN);
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

        assertThat(last(ANNA, id).event().told().orElseThrow().content().text())
                .contains("\"for\":\"" + anna.value() + "\"", "\"channel\":\"paper\"", "\"kind\":\"officer\"");
    }

    @Test
    void letsTheAuthorityAloneSayHowAnActCame() {
        CaseId id = assigned();
        Recorded whole = Acts.onPaper(party(id), TODAY);
        Recorded half = new Recorded(whole.party(), Optional.empty(), Optional.empty());

        assertThat(places(() -> world.act(ANNA, id, Acts.supplement("x", whole))))
                .containsExactly("/channel unknown-member", "/for unknown-member", "/receivedOn unknown-member");
        assertThat(places(() -> world.act(KARIN, id, Acts.supplement("x", half))))
                .containsExactly("/channel required");
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
    void keepsAHundredDeficienciesAndJudgesSupplementsByAll() {
        String odd = IntStream.range(0, 300)
                .mapToObj(number -> ",\"odd" + number + "\":1")
                .collect(Collectors.joining());
        CaseView paper = World.started(world.engine.start(
                        People.registrar(),
                        StartCall.of(Papers.received(LocalDate.of(2026, 4, 1), "{\"subject\":\"å\"" + odd + "}")),
                        world.once(world::answer)))
                .view();
        CaseId id = paper.shown().id();

        assertThat(paper.shown().deficiencies()).hasSize(100);
        assertThat(places(() -> world.act(ANNA, id, Acts.fill("{\"odd299\":2}"))))
                .containsExactly("/form/odd299 unknown-member");
        assertThat(places(() -> world.act(ANNA, id, Acts.fill("{\"new\":2}"))))
                .containsExactly("/form/new unknown-member");
        assertThat(world.act(ANNA, id, Acts.fill("{\"reference\":\"r\"}"))
                        .shown()
                        .deficiencies())
                .hasSize(100);
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
        assertThat(last(ANNA, id).event().told().orElseThrow().content().text())
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
}
