package se.ryggrad.conformance.checks.delivery;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a receipt changes. */
@ConformanceCheck
class ReceiptEffectCheck {

    @Requirement("MSG-026")
    @Test
    void msg026_tellsHowItWentWithWhatWasAccepted(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person delivered = people.person();
        Person failed = people.person();
        mailbox.delivers(delivered, Reply.of(202));
        mailbox.delivers(failed, Reply.of(202));
        Message one = messages.sent(Letters.letter(delivered, mailbox, post));
        Message other = messages.sent(Letters.letter(failed, mailbox, post));
        one.expectOutcome(0, "accepted");
        other.expectOutcome(0, "accepted");
        receipt(messages, mailbox, ReceiptCheck.delivered(delivery(mailbox, delivered)));
        receipt(messages, mailbox, ReceiptCheck.failed(delivery(mailbox, failed), "deceased"));
        Answer good = one.expectDelivered();
        good.at("/attempts").hasSize(1);
        good.at("/attempts/0/outcome").is("delivered");
        expectNext(other, mailbox, post, failed, "deceased");
        post.expectNoCall(delivered);
    }

    @Requirement("MSG-026")
    @Test
    void msg026_takesBackWhatWasDelivered(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person person = people.person();
        Message message = messages.sent(Letters.letter(person, mailbox, post));
        message.expectDelivered().at("/attempts").hasSize(1);
        receipt(messages, mailbox, ReceiptCheck.failed(delivery(mailbox, person), "bounced"));
        expectNext(message, mailbox, post, person, "bounced");
        Person last = people.person();
        Message alone = messages.sent(Letters.letter(last, mailbox));
        alone.expectDelivered();
        receipt(messages, mailbox, ReceiptCheck.failed(delivery(mailbox, last), "bounced"));
        Answer seen = alone.expectState("undeliverable");
        seen.at("/attempts/0/outcome").is("failed");
        seen.at("/attempts/0/reason").is("bounced");
    }

    @Requirement("MSG-026")
    @Test
    void msg026_takesAReceiptBeforeTheAnswer(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person failed = people.person();
        Gate first = new Gate();
        mailbox.delivers(failed, Reply.of(202).behind(first));
        Message other = messages.sent(Letters.letter(failed, mailbox, post));
        receipt(messages, mailbox, ReceiptCheck.failed(delivery(mailbox, failed), "no-mailbox"));
        first.open();
        expectNext(other, mailbox, post, failed, "no-mailbox");
        Person delivered = people.person();
        Gate second = new Gate();
        mailbox.delivers(delivered, Reply.of(202).behind(second));
        Message one = messages.sent(Letters.letter(delivered, mailbox, post));
        receipt(messages, mailbox, ReceiptCheck.delivered(delivery(mailbox, delivered)));
        second.open();
        messages.settle(mailbox);
        one.expectDelivered().at("/attempts").hasSize(1);
        post.expectNoCall(delivered);
    }

    @Requirement("MSG-028")
    @Test
    void msg028_holdsALetterThatCameBack(Http http, People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person person = people.person();
        Message message =
                messages.sent(Letters.letter(person).set("channels", Json.array(mailbox.id(), Messages.INBOX)));
        message.expectDelivered();
        inbox(http, person).hasSize(0);
        receipt(messages, mailbox, ReceiptCheck.failed(delivery(mailbox, person), "bounced"));
        message.expectOutcome(1, "delivered");
        inbox(http, person).hasSize(1).at("/0/id").is(message.id());
    }

    private static Part inbox(Http http, Person person) {
        return http.get("/inbox").as(person).send().expect(200).at("/items");
    }

    private static void expectNext(Message message, Line first, Line next, Person person, String reason) {
        next.expectDeliveries(person, 1);
        Answer seen = message.expectOutcome(1, "delivered");
        seen.at("/state").is("delivered");
        seen.at("/attempts").hasSize(2);
        seen.at("/attempts/0/channel").is(first.id());
        seen.at("/attempts/0/outcome").is("failed");
        seen.at("/attempts/0/reason").is(reason);
        seen.at("/attempts/1/channel").is(next.id());
    }

    @Requirement("MSG-027")
    @Test
    void msg027_changesNothingTheSecondTime(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(202));
        post.delivers(person, Reply.of(202));
        ObjectNode letter = Letters.letter(person);
        letter.set("channels", Json.array(mailbox.id(), post.id(), Messages.INBOX));
        Message message = messages.sent(letter);
        message.expectOutcome(0, "accepted");
        ObjectNode failed = ReceiptCheck.failed(delivery(mailbox, person), "bounced");
        receipt(messages, mailbox, failed);
        Answer before = message.expectOutcome(1, "accepted");
        receipt(messages, mailbox, failed);
        receipt(
                messages,
                mailbox,
                ReceiptCheck.delivered(failed.path("delivery").asString("")));
        messages.settle(post);
        message.read().expect(200).at("").is(before.json());
        int given = post.deliveries(person).size();
        Calls.expect(given == 1, "one delivery to the next channel", given + " deliveries");
        ObjectNode good = ReceiptCheck.delivered(delivery(post, person));
        receipt(messages, post, good);
        Answer after = message.expectDelivered();
        receipt(messages, post, good);
        message.read().expect(200).at("").is(after.json());
    }

    @Requirement("MSG-027")
    @Test
    void msg027_deliveredIsTooLateAfterFailed(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(202));
        Message message = messages.sent(Letters.letter(person, mailbox));
        message.expectOutcome(0, "accepted");
        String delivery = delivery(mailbox, person);
        receipt(messages, mailbox, ReceiptCheck.failed(delivery, "bounced"));
        Answer before = message.expectState("undeliverable");
        receipt(messages, mailbox, ReceiptCheck.delivered(delivery));
        message.read().expect(200).at("").is(before.json());
    }

    private static void receipt(Messages messages, Line line, JsonNode receipt) {
        messages.receipt(line.client(), receipt).send().expect(204);
    }

    private static String delivery(Line line, Person person) {
        return line.expectDeliveries(person, 1).get(0).delivery();
    }
}
