package se.ryggrad.core.cases.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.SentLetter;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.json.JsonTree;

/** Notes letters that came back, and lets nothing rest on them (MSG-042 to MSG-044). */
class ReturnedLettersTest extends EngineTesting {

    private static final Optional<CaseLetter> LETTER =
            Optional.of(CaseLetter.of(new Content("Läs", new Content.Text("Läs."))));

    private final CaseId id = assigned();

    private UUID notified() {
        UUID decision = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()))
                .shown()
                .decisions()
                .get(0)
                .id();
        world.act(KARIN, id, new Ending.NotifyDecision(decision, List.of(), "post", Optional.empty(), LETTER));
        return decision;
    }

    private Request ask(Request.Kind kind) {
        CaseView asked = world.act(
                KARIN,
                id,
                new CaseAction.Asking.Ask(
                        kind,
                        new Request.Addressee.OfParty(party(id)),
                        "Yttra dig.",
                        Optional.empty(),
                        List.of(),
                        Optional.of(TODAY.plusDays(7)),
                        Optional.empty(),
                        Circle.EVERYBODY,
                        LETTER));
        return asked.shown().requests().get(0);
    }

    private void comesBack(Optional<SentLetter> letter) {
        MessageId message = new MessageId(letter.orElseThrow().message());
        world.engine.undelivered(People.PRINCIPAL, id, message, party(id));
    }

    private Case kept() {
        return world.cases.find(People.PRINCIPAL, id).orElseThrow();
    }

    private Decision.Notification told() {
        return kept().decisions().get(0).notifications().get(0);
    }

    private JsonTree last() {
        return JsonTree.parse(last(KARIN, id).event().told().orElseThrow().content());
    }

    @Test
    void tellsTheCaseOnceHoweverOftenItIsTold() {
        UUID decision = notified();
        comesBack(told().letter());
        long version = world.version(id).number();
        comesBack(told().letter());

        assertThat(world.version(id).number()).isEqualTo(version);
        assertThat(told().letter().flatMap(SentLetter::undeliveredOn)).contains(TODAY);
        assertThat(last().at("/type").flatMap(JsonTree::asText)).contains("letter-undelivered");
        assertThat(last().at("/actor/kind").flatMap(JsonTree::asText)).contains("automatic");
        assertThat(last().at("/data/decision").flatMap(JsonTree::asText)).contains(decision.toString());
        assertThat(last().at("/data/party").flatMap(JsonTree::asText))
                .contains(party(id).value().toString());
    }

    @Test
    void countsNobodyAsNotifiedWhoseLetterCameBack() {
        UUID decision = notified();
        comesBack(told().letter());
        assertThat(refused(() -> world.act(KARIN, id, Acts.close())).type()).isEqualTo(ProblemType.STATE_CONFLICT);

        world.act(KARIN, id, Acts.notify(decision));

        assertThat(world.act(KARIN, id, Acts.close()).shown().head().status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void countsWhoeverHasReceivedTheDecisionAllTheSame() {
        UUID decision = notified();
        world.act(ANNA, id, new Appealing.AcknowledgeReceipt(decision));
        comesBack(told().letter());

        assertThat(told().appealBefore()).isPresent();
        assertThat(world.act(KARIN, id, Acts.close()).shown().head().status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void tellsAClosedCaseAndLeavesItClosed() {
        notified();
        world.act(KARIN, id, Acts.close());
        comesBack(told().letter());

        assertThat(kept().head().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(last().at("/type").flatMap(JsonTree::asText)).contains("letter-undelivered");
    }

    @Test
    void letsNoTimeRunForWhoWasNotAsked() {
        Request asked = ask(Request.Kind.SUPPLEMENT);
        comesBack(asked.letter());
        world.clock.advance(Duration.ofDays(8));
        world.engine.dailyRound().run();

        Request open = kept().requests().get(0);
        assertThat(open.open()).isTrue();
        assertThat(open.dueOn()).contains(TODAY.plusDays(7));
        assertThat(open.runsUntil()).isEmpty();
        assertThat(last().at("/data/request").flatMap(JsonTree::asText))
                .contains(asked.id().toString());
    }

    @Test
    void countsNobodyAsHeardWhoseLetterCameBack() {
        Request asked = ask(Request.Kind.COMMUNICATION);
        world.act(KARIN, id, new CaseAction.Asking.CloseRequest(asked.id(), Optional.empty()));
        comesBack(asked.letter());
        CaseAction rejection = Acts.decide(
                Decision.Kind.FINAL,
                "rejected",
                new Safeguards(Optional.empty(), Acts.SAID.appealInstruction(), Optional.empty()));

        assertThat(places(() -> world.act(KARIN, id, rejection))).containsExactly("/communicationOmitted required");
    }
}
