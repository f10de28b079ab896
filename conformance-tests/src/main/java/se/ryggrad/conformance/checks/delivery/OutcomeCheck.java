package se.ryggrad.conformance.checks.delivery;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks what becomes of a message by what a channel answers. */
@ConformanceCheck
class OutcomeCheck {

    @Requirement("MSG-019")
    @Test
    void msg019_isDeliveredOrAccepted(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Map<Integer, String> outcomes = Map.of(200, "delivered", 202, "accepted");
        outcomes.forEach((status, outcome) -> {
            for (String body : List.of("", "{}", "{\"reason\":\"rejected\"}", "inget att läsa")) {
                Person person = people.person();
                mailbox.delivers(person, Reply.of(status, body));
                Answer seen = messages.sent(Letters.letter(person, mailbox)).expectOutcome(0, outcome);
                seen.at("/attempts/0/reason").isMissing();
                seen.at("/attempts/0/tries").is(1);
            }
        });
    }

    @Requirement("MSG-019")
    @Test
    void msg019_hasFailedWhenTheChannelRefuses(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        for (int status : List.of(400, 403, 404, 409, 410, 422, 451, 499)) {
            expectFailed(people, messages, mailbox, Reply.of(status, "{\"reason\":\"no-mailbox\"}"), "no-mailbox");
        }
        for (String reason : List.of("invalid-address", "bounced", "deceased", "emigrated", "reserved", "rejected")) {
            String body = "{\"reason\":\"" + reason + "\",\"note\":\"x\"}";
            expectFailed(people, messages, mailbox, Reply.of(422, body), reason);
        }
    }

    @Requirement("MSG-019")
    @Test
    void msg019_isRejectedWhenNoReasonIsKnown(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        expectFailed(people, messages, mailbox, Reply.of(422, "{\"reason\":\"reserved\"}"), "reserved");
        for (String body : List.of("{}", "", "{\"reason\":\"moon-phase\"}", "{\"reason\":7}", "inget", "[]")) {
            expectFailed(people, messages, mailbox, Reply.of(422, body), "rejected");
        }
    }

    private static void expectFailed(People people, Messages messages, Line line, Reply reply, String reason) {
        Person person = people.person();
        line.delivers(person, reply);
        Answer seen = messages.sent(Letters.letter(person, line)).expectOutcome(0, "failed");
        seen.hint("The channel answered " + reply.status() + " " + reply.body())
                .at("/attempts/0/reason")
                .is(reason);
        seen.at("/attempts/0/tries").is(1);
        seen.at("/attempts/0/delivery")
                .is(line.expectDeliveries(person, 1).get(0).delivery());
    }
}
