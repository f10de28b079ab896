package se.ryggrad.conformance.checks.delivery;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.messaging.Receipts;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks that nothing is sent when it is too late. */
@ConformanceCheck
class ExpiryCheck {

    /** Later than a message lives that lives for two seconds. */
    private static final String LATER = "3";

    private static final Duration LIFE = Duration.ofSeconds(5);

    @Requirement("MSG-021")
    @Test
    void msg021_endsWithItsTime(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person given = people.person();
        Person asked = people.person();
        Person accepted = people.person();
        Reply later = Reply.of(503).with("Retry-After", LATER);
        mailbox.delivers(given, later, Reply.of(200));
        mailbox.reaches(asked, later, Reply.of(200, "{\"reachable\":true}"));
        mailbox.delivers(accepted, Reply.of(202));
        Message taken = messages.sent(brief(Letters.letter(accepted, mailbox, post)));
        Message one = messages.sent(brief(Letters.letter(given, mailbox, post)));
        Message other = messages.sent(brief(Letters.letter(asked, mailbox, post)));
        taken.expectOutcome(0, "accepted");
        for (Message message : List.of(one, other)) {
            Answer seen = message.expect(
                    "state undeliverable",
                    LIFE,
                    m -> m.path("state").asString("").equals("undeliverable"));
            seen.at("/attempts").hasSize(1);
            seen.at("/attempts/0/outcome").is("failed");
            seen.at("/attempts/0/reason").is("expired");
            seen.at("/attempts/0/tries").is(1);
        }
        Calls.expect(mailbox.deliveries(given).size() == 1, "no delivery after its time", "one");
        Calls.expect(mailbox.calls(asked).size() == 1, "no call after its time", "one");
        messages.settle(post);
        post.expectNoCall(given);
        post.expectNoCall(asked);
        taken.read().expect(200).at("/attempts/0/outcome").is("accepted");
    }

    @Requirement("MSG-021")
    @Test
    void msg021_goesWhileThereIsTime(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person person = people.person();
        messages.sent(Letters.letter(person, mailbox).put("timeToLive", "PT10S"))
                .expectDelivered();
        mailbox.expectDeliveries(person, 1);
    }

    private static ObjectNode brief(ObjectNode letter) {
        return letter.put("timeToLive", "PT2S");
    }

    @Requirement("MSG-027")
    @Test
    void msg027_deliveredHoldsAfterTheTimeToo(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(503).with("Retry-After", LATER), Reply.of(200));
        Message message = messages.sent(brief(Letters.letter(person, mailbox)));
        String delivery = mailbox.expectDeliveries(person, 1).get(0).delivery();
        message.expect(
                "reason expired",
                LIFE,
                m -> m.at("/attempts/0/reason").asString("").equals("expired"));
        messages.receipt(mailbox.client(), Receipts.delivered(delivery)).send().expect(204);
        Answer seen = message.expectDelivered();
        seen.at("/attempts/0/outcome").is("delivered");
        seen.at("/attempts/0/reason").isMissing();
    }
}
