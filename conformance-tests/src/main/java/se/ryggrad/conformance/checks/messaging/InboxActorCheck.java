package se.ryggrad.conformance.checks.messaging;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;

/** Checks who reads a letter, and how it is marked. */
@ConformanceCheck
class InboxActorCheck {

    @Requirement("MSG-030")
    @Test
    void msg030_isMarkedAsReadAndUnread(Http http, People people, Representatives representatives, Messages messages) {
        Person person = people.person();
        Message message = Inbox.send(messages, Letters.to(person));
        Message other = Inbox.send(messages, Letters.to(person));
        for (Credential reader : List.of(person, representatives.of(person, "receive"))) {
            Inbox inbox = new Inbox(http, reader);
            for (String action : List.of("read", "read", "unread", "unread", "read", "unread")) {
                Answer marked = inbox.act(message.id(), action).expect(200);
                Schemas.expect(marked, "inbox-letter");
                marked.at("/id").is(message.id());
                marked.at("/read").is(action.equals("read"));
                inbox.letter(message.id()).expect(200).at("/read").is(action.equals("read"));
                inbox.letter(other.id()).expect(200).at("/read").is(false);
            }
        }
    }

    @Requirement("MSG-030")
    @Test
    void msg030_knowsNoOtherAction(Http http, People people, Messages messages) {
        Person person = people.person();
        Inbox inbox = new Inbox(http, person);
        Message message = Inbox.send(messages, Letters.to(person));
        inbox.act(message.id(), "read").expect(200);
        for (String bad : List.of("delete", "Read", "")) {
            inbox.act(message.id(), bad).expectProblem(422, "validation").expectErrors("/action unknown-value");
        }
        inbox.letter(message.id()).expect(200).at("/read").is(true);
    }

    @Requirement("MSG-031")
    @Test
    void msg031_isNobodyElses(Http http, People people, Representatives representatives, Messages messages) {
        Person person = people.person();
        Message message = Inbox.send(messages, Letters.to(person));
        Proxy ofPerson = representatives.of(person, "receive");
        Proxy ofOther = representatives.of(people.person(), "receive");
        new Inbox(http, person).letter(message.id()).expect(200);
        new Inbox(http, ofPerson).letter(message.id()).expect(200);
        for (Credential other : List.of(people.person(), ofPerson.person(), ofOther)) {
            Inbox inbox = new Inbox(http, other);
            inbox.expect();
            inbox.letter(message.id()).expectProblem(404, "not-found");
            inbox.act(message.id(), "read").expectProblem(404, "not-found");
        }
        Inbox own = new Inbox(http, person);
        own.letter(message.id()).expect(200).at("/read").is(false);
        own.letter(UUID.randomUUID().toString()).expectProblem(404, "not-found");
    }

    @Requirement("MSG-031")
    @Test
    void msg031_needsTheRightToReceive(Http http, People people, Representatives representatives, Messages messages) {
        Person person = people.person();
        Message message = Inbox.send(messages, Letters.to(person));
        Proxy with = representatives.of(person, "receive");
        Proxy without = representatives.of(person, "read", "submit", "act");
        expectFor(http, with, message, 200);
        expectFor(http, without, message, 403);
        expectFor(http, new Proxy(without.person(), UUID.randomUUID().toString()), message, 403);
    }

    @Requirement("MSG-031")
    @Test
    void msg031_isForNoOfficerAndNoSystem(Http http, People people, Messages messages) {
        Person person = people.person();
        Message message = Inbox.send(messages, Letters.to(person));
        expectFor(http, person, message, 200);
        for (Credential other : List.of(
                people.officer(),
                people.officer().who(person),
                people.registrar(),
                people.contactCentre(),
                messages.system(),
                people.system("messages:send", "cases:read", "receipts:write"))) {
            expectFor(http, other, message, 403);
        }
    }

    private static void expectFor(Http http, Credential reader, Message message, int status) {
        Inbox inbox = new Inbox(http, reader);
        for (Answer answer : List.of(inbox.read(), inbox.letter(message.id()), inbox.act(message.id(), "unread"))) {
            answer.expect(status);
            if (status == 403) {
                answer.expectProblem(403, "forbidden");
            }
        }
    }

    @Requirement("MSG-032")
    @Test
    void msg032_asksForALevelOfAssurance(Http http, People people, Messages messages) {
        Person person = people.person();
        Message message = Inbox.send(messages, Letters.to(person));
        Inbox inbox = new Inbox(http, person);
        expectFor(http, person, message, 200);
        expectFor(http, person.at(Assurance.LOA4), message, 200);
        Inbox low = new Inbox(http, person.at(Assurance.LOA2));
        for (Answer answer : List.of(low.read(), low.letter(message.id()), low.act(message.id(), "read"))) {
            answer.hint("The same person is let in at level 3.").expectProblem(403, "insufficient-assurance");
        }
        inbox.letter(message.id()).expect(200).at("/read").is(false);
    }

    @Requirement("MSG-032")
    @Test
    void msg032_asksForItWhereOneSaysHowToBeTold(Http http, People people) {
        Person person = people.person();
        Person low = person.at(Assurance.LOA2);
        http.get(ContactCheck.PATH).as(person).send().expect(200);
        http.get(ContactCheck.PATH).as(low).send().expectProblem(403, "insufficient-assurance");
        http.put(ContactCheck.PATH)
                .as(low)
                .json(Json.object("phone", people.phone(), "notices", Json.array("sms")))
                .send()
                .expectProblem(403, "insufficient-assurance");
        http.get(ContactCheck.PATH).as(person).send().expect(200).at("/phone").isMissing();
    }
}
