package se.ryggrad.conformance.checks.delivery;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a message that is sent again, where messages are sent, is delivered once. */
@ConformanceCheck
class RepeatedMessageCheck {

    private static final int AT_ONCE = 8;

    @Requirement("CORE-028")
    @Test
    void core028_asksForAKeyOfMessages(Http http, People people, Messages messages, Target target) {
        if (target.plays(Messages.ROLE)) {
            ObjectNode letter = toInbox(people.person());
            send(http, messages, UUID.randomUUID().toString(), letter).expect(202);
            JsonNode batch = Json.object("messages", Json.array(letter));
            for (JsonNode body : List.of(letter, batch)) {
                http.post(body.equals(batch) ? "/messages/batches" : "/messages")
                        .as(messages.system())
                        .json(body)
                        .send()
                        .expectProblem(400, "malformed");
            }
        }
    }

    @Requirement({"CORE-029", "CORE-030"})
    @Test
    void core029_sendsOnce(Http http, People people, Messages messages, Target target) {
        if (target.plays(Messages.ROLE)) {
            Person person = people.person();
            String key = UUID.randomUUID().toString();
            Answer first = send(http, messages, key, toInbox(person)).expect(202);
            String id = first.at("/id").text();
            messages.taken(first, id).expectDelivered();
            expectSame(first, send(http, messages, key, toInbox(person)));
            expectOne(http, person);
            send(http, messages, key, toInbox(person).put("subject", "Ett annat"))
                    .expectProblem(422, "idempotency-conflict")
                    .at("/firstResource")
                    .is(id);
        }
    }

    @Requirement("CORE-029")
    @Test
    void core029_sendsABatchOnce(Http http, People people, Messages messages, Target target) {
        if (target.plays(Messages.ROLE)) {
            Person person = people.person();
            String key = UUID.randomUUID().toString();
            JsonNode batch = Json.object("messages", Json.array(toInbox(person), Json.object("kind", "letter")));
            Answer first = sendBatch(http, messages, key, batch).expect(200);
            messages.taken(first, first.at("/items/0/id").text()).expectDelivered();
            expectSame(first, sendBatch(http, messages, key, batch));
            expectOne(http, person);
        }
    }

    @Requirement("CORE-031")
    @Test
    void core031_sendsOnceWhenTheSameArrivesAtOnce(Http http, People people, Messages messages, Target target) {
        if (target.plays(Messages.ROLE)) {
            Person person = people.person();
            String key = UUID.randomUUID().toString();
            Callable<Answer> task = () -> send(http, messages, key, toInbox(person));
            List<Answer> answers = Together.all(Collections.nCopies(AT_ONCE, task));
            answers.forEach(answer -> expectSame(answers.get(0).expect(202), answer));
            messages.taken(answers.get(0), answers.get(0).at("/id").text()).expectDelivered();
            expectOne(http, person);
        }
    }

    private static ObjectNode toInbox(Person person) {
        return Letters.letter(person).set("channels", Json.array(Messages.INBOX));
    }

    private static Answer send(Http http, Messages messages, String key, JsonNode letter) {
        return http.post("/messages")
                .as(messages.system())
                .key(key)
                .json(letter)
                .send();
    }

    private static Answer sendBatch(Http http, Messages messages, String key, JsonNode batch) {
        return http.post("/messages/batches")
                .as(messages.system())
                .key(key)
                .json(batch)
                .send();
    }

    private static void expectOne(Http http, Person person) {
        http.get("/inbox")
                .as(person)
                .query("count", "true")
                .send()
                .expect(200)
                .at("/total")
                .is(1);
    }

    private static void expectSame(Answer first, Answer again) {
        again.expect(first.status());
        if (!first.body().equals(again.body())) {
            again.fail("the first answer's body, octet for octet", "another body", "");
        }
        String location = first.header("Location").orElse("none");
        if (!location.equals(again.header("Location").orElse("none"))) {
            again.fail("the first answer's Location, " + location, "another", null);
        }
    }
}
