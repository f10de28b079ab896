package se.ryggrad.core.cases.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.SentLetter;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.model.MessageState;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.json.JsonTree;

/** Sends letters with what a case tells its parties (MSG-039 to MSG-041). */
class LettersTest extends EngineTesting {

    private static final Content CONTENT = new Content("Beslut", new Content.Text("Beslutet finns här."));
    private static final CaseLetter LETTER = CaseLetter.of(CONTENT);

    private UUID decided(CaseId id) {
        return world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()))
                .shown()
                .decisions()
                .get(0)
                .id();
    }

    private static CaseAction notifying(UUID decision, String mode, CaseLetter letter) {
        return new Ending.NotifyDecision(decision, List.of(), mode, Optional.empty(), Optional.of(letter));
    }

    private Optional<Message> kept(Optional<SentLetter> letter) {
        return letter.flatMap(sent -> world.messages.find(People.PRINCIPAL, new MessageId(sent.message())));
    }

    private JsonTree told(CaseId id) {
        return JsonTree.parse(last(KARIN, id).event().told().orElseThrow().content());
    }

    @Test
    void keepsALetterToEachPartyWhomADecisionIsMadeKnownTo() {
        CaseId id = assigned();
        CaseView view = world.act(KARIN, id, notifying(decided(id), "post", LETTER));

        Decision.Notification told =
                view.shown().decisions().get(0).notifications().get(0);
        Message letter = kept(told.letter()).orElseThrow();
        assertThat(letter.content()).contains(CONTENT);
        assertThat(letter.to().ofCase()).contains(id);
        assertThat(letter.sender()).isEqualTo(KARIN.actor().id());
        assertThat(letter.state()).as("the inbox has it at once").isEqualTo(MessageState.DELIVERED);
        assertThat(told(id).at("/data/letter/subject").flatMap(JsonTree::asText))
                .contains("Beslut");
        assertThat(told(id).at("/data/letter/body/text").flatMap(JsonTree::asText))
                .contains("Beslutet finns här.");
        assertThat(told(id).at("/data/letter/messages/0/message").flatMap(JsonTree::asText))
                .contains(letter.id().value().toString());
        assertThat(told(id).at("/data/letter/messages/1")).isEmpty();
    }

    @Test
    void keepsALetterToThePartyWhoIsAskedAndToldOfADelay() {
        CaseId id = assigned();
        CaseLetter byMailbox = new CaseLetter(
                new Content("Svara", new Content.Html("<p>Svara oss.</p>")),
                List.of(new ChannelId("mailbox")),
                Optional.of(Duration.ofDays(3)));
        Request.Addressee anna = new Request.Addressee.OfParty(party(id));
        CaseView asked = world.act(KARIN, id, asking(anna, byMailbox));
        Message letter = kept(asked.shown().requests().get(0).letter()).orElseThrow();
        assertThat(letter.state()).isEqualTo(MessageState.QUEUED);
        assertThat(letter.expiresAt()).isEqualTo(letter.createdAt().plus(Duration.ofDays(3)));
        assertThat(told(id).at("/data/letter/body/html").flatMap(JsonTree::asText))
                .contains("<p>Svara oss.</p>");

        world.act(KARIN, id, new CaseAction.Delaying.NotifyDelay("Sjukdom", Optional.of(LETTER)));
        assertThat(told(id).at("/data/letter/messages/0/party").flatMap(JsonTree::asText))
                .contains(party(id).value().toString());
    }

    private static CaseAction asking(Request.Addressee to, CaseLetter letter) {
        CaseAction.Asking.Ask plain = Acts.ask(to, TODAY.plusDays(14), Circle.EVERYBODY);
        return new CaseAction.Asking.Ask(
                plain.kind(),
                to,
                plain.text(),
                plain.form(),
                plain.material(),
                plain.dueOn(),
                plain.consequence(),
                plain.circle(),
                Optional.of(letter));
    }

    @Test
    void refusesALetterThatCannotBeSentAndKeepsNothing() {
        CaseId id = assigned();
        UUID decision = decided(id);
        CaseLetter wrong = new CaseLetter(
                new Content("Två\nrader", new Content.Html("<script>")),
                List.of(new ChannelId("sms")),
                Optional.of(Duration.ofDays(400)));
        assertThat(places(() -> world.act(KARIN, id, notifying(decision, "post", wrong))))
                .containsExactlyInAnyOrder(
                        "/letter/subject format",
                        "/letter/body/html format",
                        "/letter/channels/0 unknown-value",
                        "/letter/timeToLive maximum");
        assertThat(places(() -> world.act(KARIN, id, notifying(decision, "oral", LETTER))))
                .containsExactly("/letter unknown-member");
        CaseAction dated =
                new Ending.NotifyDecision(decision, List.of(), "post", Optional.of(TODAY), Optional.of(LETTER));
        assertThat(places(() -> world.act(KARIN, id, dated))).containsExactly("/sentOn unknown-member");
        assertThat(world.messages.nextDue(Set.of())).isEmpty();
    }

    @Test
    void asksNobodyButAPartyByLetter() {
        CaseId id = assigned();
        assertThat(places(() -> world.act(KARIN, id, asking(new Request.Addressee.OfName("Polisen"), LETTER))))
                .containsExactly("/letter unknown-member");
    }

    @Test
    void sendsNothingAgainWhenTheAnswerIsGivenAgain() {
        CaseId id = assigned();
        UUID decision = decided(id);
        ActionCall call = ActionCall.of(notifying(decision, "post", LETTER));
        Once<CaseView> once = world.once(UUID.randomUUID(), view -> new Answer(200, Map.of(), "told"));
        long version = world.version(id).number();
        world.engine.act(KARIN, id, call, seen(version), once);

        Written<CaseView> again = world.engine.act(KARIN, id, call, seen(version), once);

        assertThat(again).isInstanceOf(Written.Again.class);
        assertThat(world.engine.find(KARIN, id).shown().decisions().get(0).notifications())
                .hasSize(1);
        assertThat(inboxOfAnna()).isEqualTo(1);
    }

    @Test
    void sendsNothingWhenTheActFails() {
        CaseId id = assigned();
        UUID decision = decided(id);
        assertThat(refused(() -> world.actAt(KARIN, id, notifying(decision, "post", LETTER), 1))
                        .type())
                .isEqualTo(ProblemType.STALE_VERSION);
        assertThat(inboxOfAnna()).isZero();
    }

    private int inboxOfAnna() {
        return world.messages
                .letters(People.PRINCIPAL, People.identity(People.ANNA), PAGE)
                .items()
                .size();
    }
}
