package se.ryggrad.conformance.checks.delivery;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Asked;
import se.ryggrad.conformance.channel.Called;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.messaging.Receipts;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks that channels are tried one at a time. */
@ConformanceCheck
class ChannelOrderCheck {

    @Requirement("MSG-015")
    @Test
    void msg015_asksNoOtherChannelWhileOneIsTried(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        for (Asked asked : Asked.values()) {
            Person person = people.person();
            Gate gate = new Gate();
            Reply late = asked == Asked.DELIVERY ? Reply.of(200) : Reply.of(200, "{\"reachable\":true}");
            mailbox.operator().plans(person.number().digits(), asked, late.behind(gate));
            Message message = messages.sent(Letters.letter(person, mailbox, post));
            mailbox.expect(person.number().digits(), asked, 1);
            messages.settle(post);
            post.expectNoCall(person);
            gate.open();
            message.expectDelivered().at("/attempts").hasSize(1);
            messages.settle(post);
            post.expectNoCall(person);
        }
    }

    @Requirement("MSG-015")
    @Test
    void msg015_waitsWhileAChannelIsTriedAgain(People people, Messages messages) {
        messages.terms().retry();
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(503), Reply.of(200));
        Message message = messages.sent(Letters.letter(person, mailbox, post));
        message.expectDelivered().at("/attempts").hasSize(1);
        mailbox.expectDeliveries(person, 2);
        messages.settle(post);
        post.expectNoCall(person);
    }

    @Requirement("MSG-015")
    @Test
    void msg015_waitsForTheReceiptOfWhatWasAccepted(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(202));
        Message message = messages.sent(Letters.letter(person, mailbox, post));
        message.expectOutcome(0, "accepted");
        messages.settle(post);
        post.expectNoCall(person);
        message.read().expect(200).at("/attempts").hasSize(1);
        String delivery = mailbox.expectDeliveries(person, 1).get(0).delivery();
        messages.receipt(mailbox.client(), Receipts.failed(delivery, "bounced"))
                .send()
                .require(204);
        post.expectDeliveries(person, 1);
        message.expectDelivered().at("/attempts").hasSize(2);
    }

    @Requirement("MSG-015")
    @Test
    void msg015_goesOnToTheNextInOrder(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(410));
        ObjectNode letter = Letters.letter(person);
        letter.set("channels", Json.array(mailbox.id(), post.id(), Messages.INBOX));
        Answer seen = messages.sent(letter).expectDelivered();
        seen.at("/attempts").hasSize(2);
        seen.at("/attempts/0/channel").is(mailbox.id());
        seen.at("/attempts/1/channel").is(post.id());
        long given = mailbox.expectDeliveries(person, 1).get(0).at();
        post.calls(person).forEach(call -> expectAfter(seen, given, call));
    }

    private static void expectAfter(Answer seen, long given, Called call) {
        if (call.at() - given < 0) {
            seen.fail("a call to the next channel after the first has failed", "one before", null);
        }
    }
}
