package se.ryggrad.conformance.checks.messaging;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a message is taken, and from whom. */
@ConformanceCheck
class SendingCheck {

    private static final List<String> LASTING = List.of("/id", "/kind", "/to", "/createdAt", "/expiresAt", "/channels");

    @Requirement("MSG-002")
    @Test
    void msg002_takesAMessageAndTellsWhereItIs(Http http, People people, Messages messages) {
        ObjectNode letter = Letters.letter(people.person());
        for (ObjectNode message :
                List.of(letter, letter.deepCopy().put("colour", "blue"), Letters.notice(people.person()))) {
            Answer taken = messages.send(message).expect(202);
            Schemas.expect(taken, "message");
            taken.at("/kind").is(message.path("kind"));
            String id = taken.at("/id").text();
            URI location = URI.create(http.base() + "/messages").resolve(taken.expectHeader("Location"));
            if (!location.toString().equals(http.base() + "/messages/" + id)) {
                taken.fail("Location " + http.base() + "/messages/" + id, location.toString(), null);
            }
            Answer read =
                    http.get(location.toString()).as(messages.system()).send().expect(200);
            LASTING.forEach(pointer -> read.at(pointer).is(taken.at(pointer).node()));
        }
    }

    @Requirement("MSG-002")
    @Test
    void msg002_sendsWhatItTook(People people, Messages messages) {
        Person person = people.person();
        Message message = messages.sent(Letters.letter(person, messages.mailbox()));
        messages.mailbox().expectDeliveries(person, 1);
        message.expectDelivered();
    }

    @Requirement("MSG-003")
    @Test
    void msg003_letsAnOfficerSendToAPartyAlone(Cases cases, People people, Messages messages) {
        Handled handled = cases.assigned();
        ObjectNode toParty = Letters.to(handled.live(), handled.party());
        ObjectNode toPerson = Letters.to(handled.applicant());
        for (Officer officer : List.of(handled.officer(), people.officer())) {
            messages.sending(officer, Letters.letter(toParty)).send().expect(202);
            messages.sending(officer, Letters.letter(toPerson))
                    .send()
                    .hint("The same officer may send to a party of the case.")
                    .expectProblem(403, "forbidden");
            messages.sending(officer, Letters.notice(toPerson)).send().expectProblem(403, "forbidden");
        }
        messages.send(Letters.letter(toPerson)).expect(202);
    }

    @Requirement("MSG-003")
    @Test
    void msg003_letsNoPersonAndNoOtherSystemSend(
            Cases cases, People people, Representatives representatives, Messages messages) {
        Handled handled = cases.assigned();
        ObjectNode toPerson = Letters.letter(people.person());
        ObjectNode toParty = Letters.letter(Letters.to(handled.live(), handled.party()));
        Message sent = messages.sent(toParty);
        sent.read().expect(200);
        messages.batch(messages.system(), toPerson).expect(200);
        for (Credential other : List.of(
                handled.applicant(),
                representatives.of(people.person()),
                people.system("cases:read", "receipts:write"),
                people.client("suite-mailbox", "receipts:write"))) {
            messages.sending(other, toPerson).send().expectProblem(403, "forbidden");
            messages.sending(other, toParty).send().expectProblem(403, "forbidden");
            messages.batch(other, toPerson).expectProblem(403, "forbidden");
            sent.read(other).expectProblem(403, "forbidden");
        }
    }

    @Requirement({"MSG-003", "MSG-037"})
    @Test
    void msg003_judgesEachMessageOfAnOfficersBatch(Cases cases, Messages messages) {
        Handled handled = cases.assigned();
        Answer answer = messages.batch(
                        handled.officer(),
                        Letters.letter(handled.applicant()),
                        Letters.letter(Letters.to(handled.live(), handled.party())))
                .expect(200);
        answer.at("/items/0/status").is(403);
        answer.at("/items/0/problem/type").is("urn:ryggrad:problem:forbidden");
        answer.at("/items/1/status").is(202);
    }
}
