package se.ryggrad.conformance.checks.delivery;

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
import se.ryggrad.conformance.fixture.messaging.Receipts;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks that the state of a message is what its channels make of it. */
@ConformanceCheck
class ProgressCheck {

    @Requirement("MSG-013")
    @Test
    void msg013_isOnItsWayWhileAChannelIsAsked(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        for (Asked asked : Asked.values()) {
            Person person = people.person();
            Gate gate = new Gate();
            Reply late = (asked == Asked.DELIVERY ? Reply.of(200) : Reply.of(200, "{\"reachable\":true}"));
            mailbox.operator().plans(person.number().digits(), asked, late.behind(gate));
            Message message = messages.sent(Letters.letter(person, mailbox, messages.post()));
            expectConsistent(message.taken());
            mailbox.expect(person.number().digits(), asked, 1);
            Answer seen = message.expectOutcome(0, "trying");
            seen.at("/state").is("sending");
            expectConsistent(seen);
            gate.open();
            expectConsistent(message.expectDelivered());
        }
    }

    @Requirement("MSG-013")
    @Test
    void msg013_isOnItsWayUntilTheReceipt(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(202));
        Message message = messages.sent(Letters.letter(person, mailbox));
        Answer seen = message.expectOutcome(0, "accepted");
        seen.at("/state").is("sending");
        String delivery = mailbox.expectDeliveries(person, 1).get(0).delivery();
        messages.receipt(mailbox.client(), Receipts.delivered(delivery)).send().require(204);
        Answer after = message.expectOutcome(0, "delivered");
        after.at("/state").is("delivered");
    }

    @Requirement("MSG-013")
    @Test
    void msg013_isDeliveredByTheLastChannelOrNotAtAll(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person reached = people.person();
        mailbox.delivers(reached, Reply.of(400));
        Answer delivered = messages.sent(Letters.letter(reached, mailbox, post)).expectDelivered();
        delivered.at("/attempts").hasSize(2);
        expectConsistent(delivered);
        Person lost = people.person();
        mailbox.delivers(lost, Reply.of(400));
        post.reaches(lost, Reply.unreachable("reserved"));
        Answer undeliverable =
                messages.sent(Letters.letter(lost, mailbox, post)).expectState("undeliverable");
        undeliverable.at("/attempts").hasSize(2);
        expectConsistent(undeliverable);
    }

    @Requirement("MSG-013")
    @Test
    void msg013_hasFailedBetweenTwoChannels(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person person = people.person();
        Gate gate = new Gate();
        mailbox.reaches(person, Reply.unreachable("no-mailbox"));
        post.reaches(person, Reply.of(200, "{\"reachable\":true}").behind(gate));
        Message message = messages.sent(Letters.letter(person, mailbox, post));
        Answer seen = message.read().expect(200);
        for (int i = 0; i < 20 && seen.at("/attempts").items().size() < 2; i++) {
            expectConsistent(seen);
            seen = message.read().expect(200);
        }
        post.expectQuestions(person, 1);
        seen = message.expectOutcome(1, "trying");
        expectConsistent(seen);
        gate.open();
        expectConsistent(message.expectDelivered());
    }

    /** Expects the state that follows from the attempts. */
    private static void expectConsistent(Answer seen) {
        List<Part> attempts = seen.at("/attempts").items();
        int channels = seen.at("/channels").items().size();
        String last = attempts.isEmpty()
                ? ""
                : attempts.get(attempts.size() - 1).at("/outcome").text();
        String failed = attempts.size() < channels ? "failed" : "undeliverable";
        String state = switch (last) {
            case "" -> "queued";
            case "trying", "accepted" -> "sending";
            case "delivered" -> "delivered";
            default -> failed;
        };
        seen.hint("The last channel has the outcome " + last).at("/state").is(state);
    }
}
