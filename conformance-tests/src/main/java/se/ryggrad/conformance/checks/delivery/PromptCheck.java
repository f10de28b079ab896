package se.ryggrad.conformance.checks.delivery;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Asked;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks that no request waits for a channel. */
@ConformanceCheck
class PromptCheck {

    private static final int SEVERAL = 5;

    @Requirement("MSG-014")
    @Test
    void msg014_answersBeforeTheChannelDoes(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        for (Asked asked : Asked.values()) {
            Gate gate = new Gate();
            Person person = people.person();
            mailbox.operator()
                    .plans(person.number().digits(), asked, good(asked).behind(gate));
            Message message = messages.sent(Letters.letter(person, mailbox));
            expectStillHeld(gate, message.taken());
            mailbox.expect(person.number().digits(), asked, 1);
            expectStillHeld(gate, message.read().expect(200));
            gate.open();
            message.expectDelivered();
        }
    }

    @Requirement("MSG-014")
    @Test
    void msg014_letsNobodyElseWait(Http http, People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Gate gate = new Gate();
        List<Message> held = new ArrayList<>();
        for (int i = 0; i < SEVERAL; i++) {
            Person person = people.person();
            mailbox.reaches(person, good(Asked.REACHABILITY).behind(gate));
            Message message = messages.sent(Letters.letter(person, mailbox));
            expectStillHeld(gate, message.taken());
            held.add(message);
        }
        Person other = people.person();
        mailbox.reaches(other, good(Asked.REACHABILITY).behind(gate));
        for (Answer answer : List.of(
                messages.send(Letters.letter(other, mailbox)).expect(202),
                messages.batch(messages.system(), Letters.letter(other, mailbox))
                        .expect(200),
                http.get("/inbox").as(other).send().expect(200),
                http.get("/me/contact").as(other).send().expect(200))) {
            expectStillHeld(gate, answer);
        }
        gate.open();
        held.forEach(Message::expectDelivered);
    }

    private static Reply good(Asked asked) {
        return asked == Asked.DELIVERY ? Reply.of(200) : Reply.of(200, "{\"reachable\":true}");
    }

    private static void expectStillHeld(Gate gate, Answer answer) {
        if (gate.passed()) {
            answer.fail("an answer while the channel has not answered yet", "one after the channel had given up", null);
        }
    }
}
