package se.ryggrad.conformance.checks.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks who may say what became of a delivery, and how. */
@ConformanceCheck
class ReceiptCheck {

    /** Returns a receipt of what was delivered. */
    static ObjectNode delivered(String delivery) {
        return receipt(delivery, "delivered");
    }

    /** Returns a receipt of what could not be delivered. */
    static ObjectNode failed(String delivery, String reason) {
        return receipt(delivery, "failed").put("reason", reason);
    }

    private static ObjectNode receipt(String delivery, String outcome) {
        return Json.object(
                "delivery",
                delivery,
                "outcome",
                outcome,
                "at",
                Instant.now().minusSeconds(5).toString());
    }

    @Requirement("MSG-024")
    @Test
    void msg024_takesTheReceiptOfTheChannelsClient(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        for (Line line : List.of(mailbox, post)) {
            String delivery = accepted(people, messages, line);
            Answer answer = messages.receipt(line.client(), delivered(delivery).put("note", "x"))
                    .send()
                    .expect(204);
            Calls.expect(answer.body().size() == 0, "no body", answer.body().toString());
        }
        String ofMailbox = accepted(people, messages, mailbox);
        String ofPost = accepted(people, messages, post);
        expectUnknown(messages, post.client(), ofMailbox);
        expectUnknown(messages, mailbox.client(), ofPost);
        for (String unknown : List.of(
                UUID.randomUUID().toString().replace("-", ""), UUID.randomUUID().toString(), "x", "")) {
            expectUnknown(messages, mailbox.client(), unknown);
        }
        messages.receipt(mailbox.client(), delivered(ofMailbox)).send().expect(204);
        messages.receipt(post.client(), delivered(ofPost)).send().expect(204);
    }

    private static void expectUnknown(Messages messages, Credential client, String delivery) {
        messages.receipt(client, delivered(delivery))
                .send()
                .hint("No delivery of the client's channel: " + delivery)
                .expectProblem(404, "not-found");
    }

    @Requirement("MSG-024")
    @Test
    void msg024_takesNobodyElsesReceipt(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(202));
        Message message = messages.sent(Letters.letter(person, mailbox));
        Answer before = message.expectOutcome(0, "accepted");
        String delivery = mailbox.expectDeliveries(person, 1).get(0).delivery();
        for (Credential other : List.of(
                people.client("suite-mailbox", "messages:send", "cases:read"),
                people.client("suite-mailbox"),
                people.system("messages:send"),
                person,
                people.officer(),
                people.registrar())) {
            messages.receipt(other, delivered(delivery)).send().expectProblem(403, "forbidden");
        }
        messages.receipt(people.system("receipts:write"), delivered(delivery))
                .send()
                .hint("This system is the client of no channel.")
                .expect(403, 404);
        message.read().expect(200).at("").is(before.json());
        messages.receipt(mailbox.client(), delivered(delivery)).send().expect(204);
        message.expectDelivered();
    }

    @Requirement("MSG-025")
    @Test
    void msg025_asksForWhatAReceiptNeeds(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        String delivery = accepted(people, messages, mailbox);
        for (String member : List.of("delivery", "outcome", "at")) {
            ObjectNode without = delivered(delivery);
            without.remove(member);
            expectFaults(messages, mailbox, without, "/" + member + " required");
        }
        ObjectNode alone = failed(delivery, "bounced");
        alone.remove("reason");
        expectFaults(messages, mailbox, alone, "/reason required");
        messages.receipt(mailbox.client(), failed(delivery, "bounced")).send().expect(204);
    }

    @Requirement("MSG-025")
    @Test
    void msg025_knowsWhatAReceiptMaySay(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        String delivery = accepted(people, messages, mailbox);
        for (String outcome : List.of("accepted", "unreachable", "trying", "read", "")) {
            expectFaults(messages, mailbox, delivered(delivery).put("outcome", outcome), "/outcome unknown-value");
        }
        for (String reason : List.of("moon-phase", "Bounced", "")) {
            expectFaults(messages, mailbox, failed(delivery, reason), "/reason unknown-value");
        }
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        expectFaults(messages, mailbox, delivered(delivery).put("at", tomorrow), "/at date-in-future");
        for (String reason : List.of("bounced", "reserved", "emigrated")) {
            String another = accepted(people, messages, mailbox);
            messages.receipt(mailbox.client(), failed(another, reason)).send().expect(204);
        }
        String soon = Instant.now().plus(Duration.ofSeconds(30)).toString();
        messages.receipt(mailbox.client(), delivered(delivery).put("at", soon))
                .send()
                .hint("The clock of a channel may be 60 seconds ahead.")
                .expect(204);
    }

    private static void expectFaults(Messages messages, Line line, ObjectNode receipt, String fault) {
        messages.receipt(line.client(), receipt)
                .send()
                .expectProblem(422, "validation")
                .expectErrors(fault);
    }

    /** Sends a letter that a channel accepts, and returns its delivery. */
    private static String accepted(People people, Messages messages, Line line) {
        Person person = people.person();
        line.delivers(person, Reply.of(202));
        messages.sent(Letters.letter(person, line)).expectOutcome(0, "accepted");
        return line.expectDeliveries(person, 1).get(0).delivery();
    }
}
