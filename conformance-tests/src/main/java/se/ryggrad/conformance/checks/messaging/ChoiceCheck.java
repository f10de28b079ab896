package se.ryggrad.conformance.checks.messaging;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
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
import tools.jackson.databind.node.ObjectNode;

/** Checks how a sender chooses the channels. */
@ConformanceCheck
class ChoiceCheck {

    @Requirement("MSG-009")
    @Test
    void msg009_triesThemInTheOrderOfTheMessage(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        for (List<Line> order : List.of(List.of(mailbox, post), List.of(post, mailbox))) {
            Person person = people.person();
            order.get(0).reaches(person, Reply.unreachable("no-mailbox"));
            ObjectNode letter = Letters.letter(person, order.get(0), order.get(1));
            Message message = messages.sent(letter);
            message.taken().at("/channels").is(letter.path("channels"));
            Answer seen = message.expectDelivered();
            seen.at("/channels").is(letter.path("channels"));
            seen.at("/attempts").hasSize(2);
            seen.at("/attempts/0/channel").is(order.get(0).id());
            seen.at("/attempts/1/channel").is(order.get(1).id());
            order.get(1).expectDeliveries(person, 1);
        }
    }

    @Requirement("MSG-009")
    @Test
    void msg009_triesAllThatTakeItsKindWhenNoneIsNamed(People people, Messages messages) {
        for (String kind : List.of("letter", "notice")) {
            ObjectNode message =
                    kind.equals("letter") ? Letters.letter(people.person()) : Letters.notice(people.person());
            messages.sent(message)
                    .taken()
                    .at("/channels")
                    .is(Json.array(messages.terms().channels(kind).toArray()));
        }
    }

    @Requirement("MSG-009")
    @Test
    void msg009_knowsItsOwnChannelsForItsKindAlone(People people, Messages messages) {
        String mailbox = messages.mailbox().id();
        ObjectNode letter = Letters.letter(people.person());
        ObjectNode notice = Letters.notice(people.person());
        messages.send(by(letter, mailbox, Messages.INBOX)).expect(202);
        messages.send(by(notice, messages.sms().id())).expect(202);
        messages.expectFaults(by(letter, "brevduva"), "/channels/0 unknown-value");
        messages.expectFaults(by(letter, mailbox, "brevduva"), "/channels/1 unknown-value");
        messages.expectFaults(by(letter, mailbox, messages.sms().id()), "/channels/1 unknown-value");
        messages.expectFaults(by(notice, Messages.INBOX), "/channels/0 unknown-value");
        messages.expectFaults(by(notice, messages.email().id(), mailbox), "/channels/1 unknown-value");
        List<String> several = new ArrayList<>(List.of("brevduva", mailbox, "flaskpost"));
        messages.send(by(letter, several.toArray(String[]::new)))
                .expectProblem(422, "validation")
                .expectError("/channels/0", "unknown-value")
                .expectError("/channels/2", "unknown-value");
    }

    @Requirement("MSG-009")
    @Test
    void msg009_asksForOneChannelAtLeastAndEachOnce(People people, Messages messages) {
        String mailbox = messages.mailbox().id();
        ObjectNode letter = Letters.letter(people.person());
        messages.send(by(letter, mailbox)).expect(202);
        messages.expectFaults(by(letter), "/channels min-items");
        messages.expectFaults(by(letter, mailbox, mailbox), "/channels unique-items");
        messages.expectFaults(by(letter, mailbox, Messages.INBOX, mailbox), "/channels unique-items");
    }

    private static ObjectNode by(ObjectNode message, String... channels) {
        return message.deepCopy().set("channels", Json.array((Object[]) channels));
    }
}
