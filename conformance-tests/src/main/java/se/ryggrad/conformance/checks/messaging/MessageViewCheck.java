package se.ryggrad.conformance.checks.messaging;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks what is told of a message. */
@ConformanceCheck
class MessageViewCheck {

    @Requirement("MSG-011")
    @Test
    void msg011_tellsToWhomItWasSentAndNoNumber(Cases cases, People people, Messages messages) {
        Person person = people.coordinated();
        ObjectNode letter = Letters.letter(person, messages.mailbox());
        Message toPerson = messages.sent(letter.put("note", "Okända medlemmar syns inte."));
        for (Answer seen : List.of(toPerson.taken(), toPerson.expectDelivered())) {
            Schemas.expect(seen, "message");
            seen.at("/to").is(Json.object("identity", Json.object("scheme", "samordningsnummer")));
            seen.at("/kind").is("letter");
        }
        Handled handled = cases.assigned();
        ObjectNode to = Letters.to(handled.live(), handled.party());
        Message toParty = messages.sent(Letters.letter(to, messages.mailbox()));
        for (Answer seen : List.of(toParty.taken(), toParty.expectDelivered())) {
            Schemas.expect(seen, "message");
            seen.at("/to").is(to);
        }
        Message notice = messages.sent(Letters.notice(to, messages.sms()));
        Answer seen = notice.expectState("undeliverable");
        Schemas.expect(seen, "message");
        seen.at("/kind").is("notice");
    }

    @Requirement("MSG-011")
    @Test
    void msg011_tellsOfEachChannelThatWasTried(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person person = people.person();
        mailbox.reaches(person, Reply.unreachable("no-mailbox"));
        post.delivers(person, Reply.of(422, "{\"reason\":\"invalid-address\"}"));
        ObjectNode letter = Letters.letter(person);
        letter.set("channels", Json.array(mailbox.id(), post.id(), Messages.INBOX));
        Message message = messages.sent(letter);
        Answer seen = message.expectDelivered();
        Schemas.expect(seen, "message");
        seen.at("/channels").is(letter.path("channels"));
        seen.at("/attempts").hasSize(3);
        Part first = seen.at("/attempts/0");
        expectAttempt(first, mailbox.id(), "unreachable");
        first.at("/reason").is("no-mailbox");
        first.at("/delivery").isMissing();
        Part second = seen.at("/attempts/1");
        expectAttempt(second, post.id(), "failed");
        second.at("/reason").is("invalid-address");
        second.at("/delivery").is(post.expectDeliveries(person, 1).get(0).delivery());
        Part third = seen.at("/attempts/2");
        expectAttempt(third, Messages.INBOX, "delivered");
        third.at("/reason").isMissing();
        expectInOrder(seen);
    }

    private static void expectAttempt(Part attempt, String channel, String outcome) {
        attempt.at("/channel").is(channel);
        attempt.at("/outcome").is(outcome);
        attempt.at("/tries").is(1);
    }

    private static void expectInOrder(Answer seen) {
        Instant last = Instant.parse(seen.at("/createdAt").text());
        for (Part attempt : seen.at("/attempts").items()) {
            Instant at = Instant.parse(attempt.at("/at").text());
            if (at.isBefore(last)) {
                attempt.at("/at").fail("a time not before " + last);
            }
            last = at;
        }
    }

    @Requirement("MSG-011")
    @Test
    void msg011_tellsTheDeliveryAsSoonAsTheChannelHasIt(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(202));
        Message message = messages.sent(Letters.letter(person, mailbox));
        Part attempt = message.expectOutcome(0, "accepted").at("/attempts/0");
        attempt.at("/delivery").is(mailbox.expectDeliveries(person, 1).get(0).delivery());
        attempt.at("/reason").isMissing();
        attempt.at("/tries").is(1);
    }

    @Requirement("MSG-011")
    @Test
    void msg011_tellsWhenTheChannelWasFirstCalled(People people, Messages messages) {
        messages.terms().retry();
        Line mailbox = messages.mailbox();
        Person person = people.person();
        Gate gate = new Gate();
        mailbox.delivers(person, Reply.of(503).behind(gate), Reply.of(200));
        Message message = messages.sent(Letters.letter(person, mailbox));
        mailbox.expectDeliveries(person, 1);
        Part first = message.expectOutcome(0, "trying").at("/attempts/0/at");
        gate.open();
        message.expectDelivered().at("/attempts/0/at").is(first.node());
        mailbox.expectDeliveries(person, 2);
    }

    @Requirement("MSG-011")
    @Test
    void msg011_countsTheRounds(People people, Messages messages) {
        messages.terms().retry();
        Line mailbox = messages.mailbox();
        Person asked = people.person();
        Person given = people.person();
        mailbox.reaches(asked, Reply.of(503), Reply.of(200, "{\"reachable\":true}"));
        mailbox.delivers(given, Reply.of(503), Reply.of(200));
        Message one = messages.sent(Letters.letter(asked, mailbox));
        Message other = messages.sent(Letters.letter(given, mailbox));
        for (Message message : List.of(one, other)) {
            Answer seen = message.expectDelivered();
            seen.at("/attempts").hasSize(1);
            seen.at("/attempts/0/tries").is(2);
        }
    }
}
