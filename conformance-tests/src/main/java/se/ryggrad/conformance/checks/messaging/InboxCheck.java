package se.ryggrad.conformance.checks.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.representation.Represented;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;

/** Checks what comes into the inbox, and how it is shown. */
@ConformanceCheck
class InboxCheck {

    private static final int SEVERAL = 6;

    @Requirement("MSG-028")
    @Test
    void msg028_deliversToTheRecipient(Http http, People people, Representatives representatives, Messages messages) {
        Person person = people.person();
        Proxy proxy = representatives.of(person, "receive");
        Message message = Inbox.send(messages, Letters.to(person));
        Answer seen = message.read().expect(200);
        seen.at("/attempts").hasSize(1);
        seen.at("/attempts/0/channel").is(Messages.INBOX);
        seen.at("/attempts/0/outcome").is("delivered");
        seen.at("/attempts/0/tries").is(1);
        for (Inbox inbox : List.of(new Inbox(http, person), new Inbox(http, proxy))) {
            inbox.expect(message.id());
            inbox.letter(message.id()).expect(200).at("/id").is(message.id());
        }
        new Inbox(http, proxy.person()).expect();
    }

    @Requirement("MSG-028")
    @Test
    void msg028_deliversToAnOrganisation(Http http, People people, Representatives representatives, Messages messages) {
        Represented organisation = people.organisation();
        Proxy signatory = representatives.by(Representation.of("signatory", organisation));
        Message message = Inbox.send(messages, Letters.to(organisation.scheme(), organisation.value()));
        new Inbox(http, signatory).expect(message.id());
        new Inbox(http, signatory.person()).expect();
    }

    @Requirement("MSG-028")
    @Test
    void msg028_deliversToThePartyOfACaseAlone(Http http, Cases cases, People people, Messages messages) {
        Person one = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        Message message = Inbox.send(messages, Letters.to(live, Papers.self(live, other)));
        new Inbox(http, other).expect(message.id());
        new Inbox(http, one).expect();
    }

    @Requirement("MSG-028")
    @Test
    void msg028_holdsNoLetterOfAnotherChannel(Http http, People people, Messages messages) {
        Person person = people.person();
        Message byMail = messages.sent(Letters.letter(person, messages.mailbox()));
        byMail.expectDelivered();
        new Inbox(http, person).expect();
        Message here = Inbox.send(messages, Letters.to(person));
        new Inbox(http, person).expect(here.id());
    }

    @Requirement("MSG-028")
    @Test
    void msg028_holdsALetterThatFellBackToIt(Http http, People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person unreached = people.person();
        mailbox.reaches(unreached, Reply.of(200, "{\"reachable\":false,\"reason\":\"no-mailbox\"}"));
        Message fallen = Inbox.send(messages, Letters.letter(unreached), mailbox.id(), Messages.INBOX);
        new Inbox(http, unreached).expect(fallen.id());
        Person reached = people.person();
        Message delivered = Inbox.send(messages, Letters.letter(reached), mailbox.id(), Messages.INBOX);
        delivered.read().expect(200).at("/attempts").hasSize(1);
        new Inbox(http, reached).expect();
    }

    @Requirement("MSG-029")
    @Test
    void msg029_showsTheLatestFirst(Http http, People people, Messages messages) {
        Person person = people.person();
        List<Message> sent = new ArrayList<>();
        for (int i = 0; i < SEVERAL; i++) {
            JsonNode letter = Letters.letter(person).set("channels", Json.array(Messages.INBOX));
            sent.add(messages.sent(letter));
        }
        sent.forEach(Message::expectDelivered);
        Answer answer = new Inbox(http, person).read().expect(200);
        List<Part> items = answer.at("/items").hasSize(SEVERAL).items();
        Comparator<Part> order = Comparator.comparing(
                        (Part item) -> item.at("/receivedAt").text())
                .reversed()
                .thenComparing(item -> item.at("/id").text());
        if (!items.stream().sorted(order).toList().equals(items)) {
            answer.at("/items").fail("letters by receivedAt, the latest first, and then by id");
        }
        new Inbox(http, person).expect(sent.stream().map(Message::id).toArray(String[]::new));
        Message latest = Inbox.send(messages, Letters.to(person));
        String last = items.get(0).at("/receivedAt").text();
        Part first = new Inbox(http, person).items().get(0);
        if (!first.at("/receivedAt").text().equals(last)) {
            first.at("/id").is(latest.id());
        }
    }

    @Requirement("MSG-029")
    @Test
    void msg029_showsALetterAndNothingElse(Http http, Cases cases, Messages messages, Target target) {
        Handled handled = cases.assigned();
        Inbox inbox = new Inbox(http, handled.applicant());
        String name = target.text("/principal/name").orElse("");
        String subject = "  Åäö 🌲 <b>&amp;</b> \"citat\" ";
        Message own = Inbox.send(messages, Letters.letter(handled.applicant()).put("subject", subject), Messages.INBOX);
        Message ofCase = Inbox.send(messages, Letters.to(handled.live(), handled.party()));
        inbox.expect(own.id(), ofCase.id());
        for (Part item : inbox.items()) {
            Schemas.expect(item, "inbox-item");
            item.at("/sender/name").is(name);
            item.at("/read").is(false);
        }
        Answer letter = inbox.letter(own.id()).expect(200);
        Schemas.expect(letter, "inbox-letter");
        letter.at("/subject").is(subject);
        letter.at("/case").isMissing();
        letter.at("/sender").is(Json.object("name", name));
        Answer ofTheCase = inbox.letter(ofCase.id()).expect(200);
        Schemas.expect(ofTheCase, "inbox-letter");
        ofTheCase.at("/case").is(handled.live().id());
        for (Part item : inbox.items()) {
            boolean free = item.at("/id").text().equals(own.id());
            item.at("/subject").is((free ? letter : ofTheCase).at("/subject").node());
            item.at("/receivedAt")
                    .is((free ? letter : ofTheCase).at("/receivedAt").node());
            item.at("/case").is(ofTheCaseOrNothing(free, handled));
        }
    }

    private static JsonNode ofTheCaseOrNothing(boolean free, Handled handled) {
        return free ? Json.object().path("case") : Json.value(handled.live().id());
    }

    @Requirement("MSG-029")
    @Test
    void msg029_givesTheBodyCharacterByCharacter(Http http, People people, Messages messages) {
        Person person = people.person();
        Inbox inbox = new Inbox(http, person);
        for (JsonNode body : List.of(
                Json.object("text", " Hej,\n\n\tåäö 🌲 <script>alert(1)</script> &amp; \u202Eabc\u202C é \"x\"\r\n"),
                Json.object("html", "<p>rad<br>rad<br/>&amp; &#229; \"x\"</p>\n<ul><li>🌲</li></ul>"))) {
            Message message = Inbox.send(messages, Letters.letter(person).set("body", body), Messages.INBOX);
            inbox.letter(message.id()).expect(200).at("/body").is(body);
        }
    }

    @Requirement("MSG-029")
    @Test
    void msg029_isNotReadByLooking(Http http, People people, Messages messages) {
        Person person = people.person();
        Inbox inbox = new Inbox(http, person);
        Message message = Inbox.send(messages, Letters.to(person));
        for (int i = 0; i < 2; i++) {
            inbox.letter(message.id()).expect(200).at("/read").is(false);
            inbox.items().get(0).at("/read").is(false);
        }
        inbox.act(message.id(), "read").require(200);
        inbox.letter(message.id()).expect(200).at("/read").is(true);
        inbox.items().get(0).at("/read").is(true);
    }
}
