package se.ryggrad.conformance.checks.messaging;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that many messages are sent at once, each by itself. */
@ConformanceCheck
class BatchCheck {

    private static final int MOST = 100;

    @Requirement("MSG-037")
    @Test
    void msg037_takesEachByItself(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person first = people.person();
        Person last = people.person();
        JsonNode[] batch = {
            Letters.letter(first, mailbox),
            without(Letters.letter(people.person(), mailbox), "subject"),
            Letters.letter(Json.object(), mailbox),
            Json.value("inget brev"),
            Letters.letter(last, mailbox)
        };
        Answer answer = messages.batch(messages.system(), batch).expect(200);
        List<Part> items = answer.at("/items").hasSize(batch.length).items();
        for (int i = 0; i < batch.length; i++) {
            items.get(i).at("/index").is(i);
        }
        expectTaken(messages, answer, items.get(0), mailbox, first);
        expectTaken(messages, answer, items.get(4), mailbox, last);
        expectFault(items.get(1), "/subject", "required");
        expectFault(items.get(2), "/to", "required");
        expectFault(items.get(3), "", "type");
    }

    private static void expectTaken(Messages messages, Answer batch, Part item, Line line, Person person) {
        item.at("/status").is(202);
        item.at("/problem").isMissing();
        Message message = messages.taken(batch, item.at("/id").text());
        message.expectDelivered().at("/attempts/0/channel").is(line.id());
        line.expectDeliveries(person, 1);
    }

    private static void expectFault(Part item, String pointer, String code) {
        item.at("/status").is(422);
        item.at("/id").isMissing();
        item.at("/problem/type").is("urn:ryggrad:problem:validation");
        item.at("/problem/status").is(422);
        item.at("/problem/errors").hasSize(1);
        item.at("/problem/errors/0/pointer").is(pointer);
        item.at("/problem/errors/0/code").is(code);
    }

    @Requirement("MSG-037")
    @Test
    void msg037_saysOfEachWhatItWouldHaveSaidAlone(People people, Messages messages) {
        ObjectNode good = Letters.letter(people.person());
        JsonNode[] faulty = {
            without(good, "body"),
            good.deepCopy().put("timeToLive", "1D"),
            good.deepCopy().set("channels", Json.array("brevduva")),
            good.deepCopy().put("subject", "").set("body", Json.object("html", "<p>")),
            Letters.letter(Letters.to("personnummer", people.stranger().miscalculated())),
            Letters.letter(Json.object(
                    "case",
                    UUID.randomUUID().toString(),
                    "party",
                    UUID.randomUUID().toString()))
        };
        Answer answer = messages.batch(messages.system(), faulty).expect(200);
        List<Part> items = answer.at("/items").hasSize(faulty.length).items();
        for (int i = 0; i < faulty.length; i++) {
            Answer alone = messages.send(faulty[i]).expect(422);
            Part item = items.get(i);
            item.at("/index").is(i);
            item.at("/status").is(422);
            item.at("/problem/type").is(alone.at("/type").node());
            item.at("/problem/errors").is(alone.at("/errors").node());
        }
    }

    @Requirement("MSG-037")
    @Test
    void msg037_takesFromOneToAHundred(People people, Messages messages) {
        ObjectNode letter = Letters.letter(people.person());
        letter.set("channels", Json.array(Messages.INBOX));
        JsonNode[] most = Collections.nCopies(MOST, letter).toArray(JsonNode[]::new);
        Answer answer = messages.batch(messages.system(), most).expect(200);
        List<Part> items = answer.at("/items").hasSize(MOST).items();
        items.forEach(item -> item.at("/status").is(202));
        long ids = items.stream().map(item -> item.at("/id").text()).distinct().count();
        if (ids < MOST) {
            answer.at("/items").fail("a hundred messages, each with an id of its own");
        }
        JsonNode[] more = Arrays.copyOf(most, MOST + 1);
        more[MOST] = letter;
        messages.batch(messages.system(), more).expectProblem(422, "validation").expectErrors("/messages max-items");
        messages.batch(messages.system()).expectProblem(422, "validation").expectErrors("/messages min-items");
        messages.batch(messages.system(), letter).expect(200).at("/items").hasSize(1);
    }

    private static ObjectNode without(ObjectNode message, String member) {
        ObjectNode changed = message.deepCopy();
        changed.remove(member);
        return changed;
    }
}
