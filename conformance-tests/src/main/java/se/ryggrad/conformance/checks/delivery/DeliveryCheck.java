package se.ryggrad.conformance.checks.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Asked;
import se.ryggrad.conformance.channel.Called;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.messaging.Terms;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Represented;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a channel is given to deliver. */
@ConformanceCheck
class DeliveryCheck {

    @Requirement("MSG-017")
    @Test
    void msg017_givesTheLetterCharacterByCharacter(People people, Messages messages, Target target) {
        Line mailbox = messages.mailbox();
        String subject = "  Åäö 🌲 <b>&amp;</b> \"citat\" 'x' ";
        for (JsonNode body : List.of(
                Json.object("text", " Hej,\n\n\tåäö 🌲 <script>alert(1)</script> &amp; \u202Eabc\u202C é\r\n"),
                Json.object("html", "<p>rad<br>rad<br/>&amp; &#229; \"x\"</p>\n<ul><li>🌲</li></ul>"))) {
            Person person = people.person();
            ObjectNode letter = Letters.letter(person, mailbox).put("subject", subject);
            Message message = messages.sent(letter.put("timeToLive", "P3D").set("body", body));
            message.expectDelivered();
            Called given = mailbox.expectDeliveries(person, 1).get(0);
            Calls.expectByContract(given, "/channels/mailbox/deliveries", "channel-delivery");
            JsonNode wanted = Json.object(
                    "delivery", given.delivery(),
                    "kind", "letter",
                    "recipient", Letters.to(person),
                    "sender", sender(people, target),
                    "expiresAt", message.taken().at("/expiresAt").node(),
                    "subject", subject,
                    "body", body);
            expectSame(given, wanted);
        }
    }

    @Requirement("MSG-017")
    @Test
    void msg017_givesTheIdentityOfAnybody(Cases cases, People people, Messages messages) {
        Line post = messages.post();
        Handled handled = cases.assigned();
        Represented organisation = people.organisation();
        String prid = people.prid("NO");
        List<ObjectNode> recipients = List.of(
                Letters.to(people.coordinated()),
                Letters.to("organisationsnummer", organisation.value()),
                Letters.to("prid", prid));
        for (ObjectNode to : recipients) {
            messages.sent(Letters.letter(to, post)).expectDelivered();
            String value = to.at("/identity/value").asString("");
            Called given = post.expect(value, Asked.DELIVERY, 1).get(0);
            Calls.expect(given.json().path("recipient").equals(to), "the identity of the recipient", "another");
        }
        ObjectNode toParty = Letters.letter(Letters.to(handled.live(), handled.party()), post);
        messages.sent(handled.officer(), toParty).expectDelivered();
        Called given = post.expectDeliveries(handled.applicant(), 1).get(0);
        Calls.expectByContract(given, "/channels/post/deliveries", "channel-delivery");
        Calls.expect(
                given.json().path("recipient").equals(Letters.to(handled.applicant())),
                "the identity of the party",
                "another");
    }

    @Requirement("MSG-017")
    @Test
    void msg017_givesANoticeToItsAddressAlone(People people, Messages messages, Target target) {
        Person person = people.person();
        String phone = messages.wishesTexts(person);
        Person other = people.person();
        String email = messages.wishesMail(other);
        messages.sent(Letters.notice(person, messages.sms())).expectDelivered();
        messages.sent(Letters.notice(other, messages.email())).expectDelivered();
        expectNotice(messages.sms(), phone, Json.object("phone", phone), sender(people, target));
        expectNotice(messages.email(), email, Json.object("email", email), sender(people, target));
    }

    private static void expectNotice(Line line, String address, JsonNode recipient, JsonNode sender) {
        Called given = line.expect(address, Asked.DELIVERY, 1).get(0);
        Calls.expectByContract(given, "/deliveries", "channel-delivery");
        JsonNode body = given.json();
        Calls.expect(body.path("recipient").equals(recipient), "the address and no identity", "another recipient");
        Calls.expect(
                body.path("sender").equals(sender),
                "the sender " + sender,
                body.path("sender").toString());
        Calls.expect(body.path("kind").asString("").equals("notice"), "the kind notice", "another");
        Calls.expect(!body.has("subject") && !body.has("body"), "neither subject nor body", "one of them");
    }

    private static JsonNode sender(People people, Target target) {
        return Json.object(
                "organisationNumber",
                people.organisationNumber(),
                "name",
                target.text("/principal/name").orElse(""));
    }

    private static void expectSame(Called given, JsonNode wanted) {
        for (String member : wanted.propertyNames()) {
            Calls.expect(
                    given.json().path(member).equals(wanted.path(member)),
                    member + " as it was sent: " + wanted.path(member),
                    given.json().path(member).toString());
        }
        Calls.expect(given.json().size() == wanted.size(), "no other members", "others");
    }

    @Requirement("MSG-018")
    @Test
    void msg018_namesADeliveryTheSameEachTime(People people, Messages messages) {
        Terms terms = messages.terms();
        terms.retry();
        Line mailbox = messages.mailbox();
        Person person = people.person();
        mailbox.delivers(person, Reply.of(503), Reply.none(), Reply.of(200));
        int times = Math.min(3, terms.tries());
        Message message = messages.sent(Letters.letter(person, mailbox));
        List<Called> given = mailbox.expect(person.number().digits(), Asked.DELIVERY, times, terms.allTries());
        String delivery = given.get(0).delivery();
        for (Called each : given) {
            Calls.expect(each.delivery().equals(delivery), "the delivery " + delivery + " again", each.delivery());
            Calls.expect(each.json().equals(given.get(0).json()), "the same content again", "another");
        }
        Calls.expect(delivery.matches("[0-9a-f]{32}"), "32 hexadecimal characters", delivery);
        message.expect(
                "a delivery",
                terms.allTries(),
                seen -> seen.at("/attempts/0/delivery").asString("").equals(delivery));
    }

    @Requirement("MSG-018")
    @Test
    void msg018_namesNoTwoTheSame(People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person person = people.person();
        Person other = people.person();
        mailbox.delivers(person, Reply.of(400));
        mailbox.delivers(other, Reply.of(400));
        ObjectNode letter = Letters.letter(person, mailbox, post);
        for (ObjectNode each : List.of(letter, letter, Letters.letter(other, mailbox, post))) {
            messages.sent(each).expectDelivered();
        }
        List<String> deliveries = new ArrayList<>();
        mailbox.expectDeliveries(person, 2).forEach(call -> deliveries.add(call.delivery()));
        post.expectDeliveries(person, 2).forEach(call -> deliveries.add(call.delivery()));
        mailbox.expectDeliveries(other, 1).forEach(call -> deliveries.add(call.delivery()));
        post.expectDeliveries(other, 1).forEach(call -> deliveries.add(call.delivery()));
        Calls.expect(
                Set.copyOf(deliveries).size() == deliveries.size(),
                "another delivery for each message and each channel",
                deliveries.toString());
        deliveries.forEach(each -> Calls.expect(each.matches("[0-9a-f]{32}"), "32 hexadecimal characters", each));
    }
}
