package se.ryggrad.conformance.checks.delivery;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Asked;
import se.ryggrad.conformance.channel.Called;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;

/** Checks that a channel is asked whether it reaches somebody. */
@ConformanceCheck
class ReachabilityCheck {

    @Requirement("MSG-016")
    @Test
    void msg016_asksBeforeItDelivers(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person person = people.person();
        Message message = messages.sent(Letters.letter(person, mailbox));
        message.expectDelivered();
        List<Called> calls = mailbox.calls(person);
        Called question = mailbox.expectQuestions(person, 1).get(0);
        Calls.expectByContract(question, "/channels/mailbox/reachability", "channel-reachability-question");
        JsonNode recipient = Letters.to(person);
        Calls.expect(
                question.json().equals(Json.object("recipient", recipient, "kind", "letter")),
                "a question about the recipient of the letter and nothing else",
                "another");
        Calls.expect(
                calls.get(0).asked() == Asked.REACHABILITY, "the question before the delivery", "the delivery first");
    }

    @Requirement("MSG-016")
    @Test
    void msg016_deliversNothingWhereNobodyIsReached(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        for (String reason :
                List.of("no-mailbox", "reserved", "deceased", "emigrated", "invalid-address", "rejected")) {
            Person person = people.person();
            mailbox.reaches(person, Reply.unreachable(reason));
            Answer seen = messages.sent(Letters.letter(person, mailbox, post)).expectDelivered();
            seen.at("/attempts/0/outcome").is("unreachable");
            seen.at("/attempts/0/reason").is(reason);
            seen.at("/attempts/1/outcome").is("delivered");
            post.expectDeliveries(person, 1);
            Calls.expect(mailbox.deliveries(person).isEmpty(), "no delivery to a channel that does not reach", "one");
            Calls.expect(
                    mailbox.calls(person).size() == 1,
                    "one question",
                    mailbox.calls(person).toString());
        }
    }

    @Requirement("MSG-016")
    @Test
    void msg016_asksAboutANoticeByItsAddress(People people, Messages messages) {
        Person person = people.person();
        Line sms = messages.sms();
        String phone = messages.wishesTexts(person);
        sms.operator().plans(phone, Asked.REACHABILITY, Reply.unreachable("invalid-address"));
        Answer seen = messages.sent(Letters.notice(person, sms)).expectState("undeliverable");
        seen.at("/attempts/0/outcome").is("unreachable");
        seen.at("/attempts/0/reason").is("invalid-address");
        Called question = sms.expect(phone, Asked.REACHABILITY, 1).get(0);
        Calls.expectByContract(question, "/channels/sms/reachability", "channel-reachability-question");
        Calls.expect(
                question.json().equals(Json.object("recipient", Json.object("phone", phone), "kind", "notice")),
                "a question about the phone and nothing else",
                "another");
        Calls.expect(sms.calls(phone, Asked.DELIVERY).isEmpty(), "no delivery", "one");
    }
}
