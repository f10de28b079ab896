package se.ryggrad.conformance.checks.messaging;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Schemes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks to whom a message may go. */
@ConformanceCheck
class AddresseeCheck {

    @Requirement("MSG-004")
    @Test
    void msg004_asksForOneOfTheTwo(Cases cases, People people, Messages messages) {
        Handled handled = cases.assigned();
        ObjectNode party = Letters.to(handled.live(), handled.party());
        ObjectNode person = Letters.to(people.person());
        messages.send(Letters.letter(party)).expect(202);
        messages.send(Letters.letter(person)).expect(202);
        ObjectNode without = Letters.letter(person);
        without.remove("to");
        messages.expectFaults(without, "/to required");
        messages.expectFaults(Letters.letter(Json.object()), "/to required");
        ObjectNode both = party.deepCopy().setAll(person);
        messages.expectFaults(Letters.letter(both), "/to/identity unknown-member");
        ObjectNode half = party.deepCopy();
        half.remove("party");
        messages.expectFaults(Letters.letter(half), "/to/party required");
        messages.expectFaults(Letters.notice(Json.object()), "/to required");
    }

    @Requirement("MSG-004")
    @Test
    void msg004_knowsFourSchemes(People people, Messages messages) {
        Schemes.right(people)
                .forEach((scheme, value) ->
                        messages.send(Letters.letter(Letters.to(scheme, value))).expect(202));
        for (String scheme : List.of("none", "orgnr", "")) {
            messages.expectFaults(
                    Letters.letter(Letters.to(scheme, people.stranger().digits())),
                    "/to/identity/scheme unknown-value");
        }
        JsonNode bare = Json.object("scheme", "personnummer");
        JsonNode unknown = Json.object("value", people.stranger().digits());
        messages.expectFaults(Letters.letter(Json.object("identity", bare)), "/to/identity/value required");
        messages.expectFaults(Letters.letter(Json.object("identity", unknown)), "/to/identity/scheme required");
    }

    @Requirement("MSG-004")
    @Test
    void msg004_judgesTheNumberByItsScheme(People people, Messages messages) {
        messages.send(Letters.letter(
                        Letters.to("personnummer", people.stranger().digits())))
                .expect(202);
        Schemes.wrong(people)
                .forEach((scheme, values) -> values.forEach(value ->
                        messages.expectFaults(Letters.letter(Letters.to(scheme, value)), "/to/identity/value format")));
    }

    @Requirement("MSG-005")
    @Test
    void msg005_tellsNoCaseApartFromOneThatIsNotThere(Cases cases, People people, Messages messages) {
        Handled handled = cases.assigned();
        ObjectNode letter = Letters.letter(Letters.to(handled.live(), handled.party()));
        ObjectNode nowhere = letter.deepCopy();
        ((ObjectNode) nowhere.path("to")).put("case", UUID.randomUUID().toString());
        messages.sending(handled.officer(), letter).send().expect(202);
        messages.send(letter).expect(202);
        for (Credential other : List.of(
                people.officer(Office.A2),
                people.officer(Office.B),
                people.officerIn(Office.A.colleagues()),
                people.auditor(Office.A),
                people.systemOfB("messages:send"))) {
            expectUnknown(messages, other, letter, nowhere);
        }
    }

    @Requirement("MSG-005")
    @Test
    void msg005_asksForWhoeverMayWriteAndNotForWhoeverReads(Cases cases, People people, Messages messages) {
        Handled handled = cases.closed();
        ObjectNode letter = Letters.letter(Letters.to(handled.live(), handled.party()));
        ObjectNode nowhere = letter.deepCopy();
        ((ObjectNode) nowhere.path("to")).put("case", UUID.randomUUID().toString());
        Officer archivist = people.archivist();
        handled.live().read(archivist).require(200);
        handled.live().acting(archivist, Bodies.message("hej")).send().require(403);
        expectUnknown(messages, archivist, letter, nowhere);
        messages.sending(handled.officer(), letter).send().expect(202);
    }

    private static void expectUnknown(Messages messages, Credential other, ObjectNode letter, ObjectNode nowhere) {
        Answer known = messages.sending(other, letter)
                .send()
                .expectProblem(422, "validation")
                .expectErrors("/to/case unknown-value");
        Answer unknown = messages.sending(other, nowhere)
                .send()
                .expectProblem(422, "validation")
                .expectErrors("/to/case unknown-value");
        if (!lasting(known).equals(lasting(unknown))) {
            known.fail("the same problem as for a case that does not exist: " + lasting(unknown), "another", "");
        }
    }

    private static JsonNode lasting(Answer answer) {
        ObjectNode body = (ObjectNode) answer.json().deepCopy();
        return body.remove(List.of("instance", "traceId"));
    }

    @Requirement("MSG-005")
    @Test
    void msg005_sendsToPartiesWhoAreThereAndAreKnown(Cases cases, People people, Messages messages) {
        Person kept = people.person();
        Person gone = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(people.registrar(), Papers.of(kept, gone));
        live.perform(officer, Bodies.action("assign"));
        String ended = Papers.self(live, gone);
        JsonNode nobody = Json.object("role", "payer", "identity", Json.object("scheme", "none"));
        live.perform(officer, Bodies.addParty(nobody));
        String unknown = live.text(officer, "/parties/2/id");
        for (Credential sender : List.of(officer, messages.system())) {
            messages.sending(sender, Letters.letter(Letters.to(live, Papers.self(live, kept))))
                    .send()
                    .expect(202);
            expectNoParty(messages, sender, live, UUID.randomUUID().toString());
            expectNoParty(messages, sender, live, unknown);
        }
        messages.sending(officer, Letters.letter(Letters.to(live, ended)))
                .send()
                .expect(202);
        live.perform(officer, Bodies.endParty(ended));
        expectNoParty(messages, officer, live, ended);
        expectNoParty(messages, messages.system(), live, ended);
    }

    @Requirement("MSG-005")
    @Test
    void msg005_knowsThePartiesOfThatCaseAlone(Cases cases, Messages messages) {
        Handled one = cases.assigned();
        Handled other = cases.assigned();
        messages.send(Letters.letter(Letters.to(one.live(), one.party()))).expect(202);
        expectNoParty(messages, messages.system(), one.live(), other.party());
    }

    private static void expectNoParty(Messages messages, Credential sender, LiveCase live, String party) {
        messages.sending(sender, Letters.letter(Letters.to(live, party)))
                .send()
                .expectProblem(422, "validation")
                .expectErrors("/to/party unknown-value");
    }
}
