package se.ryggrad.conformance.checks.delivery;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Asked;
import se.ryggrad.conformance.channel.Called;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.messaging.Terms;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks who gets a notice, and what it says. */
@ConformanceCheck
class NoticeCheck {

    /** Time enough for somebody to change their mind. */
    private static final String LATER = "3";

    @Requirement("MSG-035")
    @Test
    void msg035_goesToWhoeverHasWishedIt(People people, Messages messages) {
        Person person = people.person();
        String phone = messages.wishesTexts(person);
        Person other = people.person();
        String email = messages.wishesMail(other);
        messages.sent(Letters.notice(person, messages.sms())).expectDelivered();
        messages.sent(Letters.notice(other, messages.email())).expectDelivered();
        messages.sms().expect(phone, Asked.DELIVERY, 1);
        messages.email().expect(email, Asked.DELIVERY, 1);
    }

    @Requirement("MSG-035")
    @Test
    void msg035_goesToNobodyElse(People people, Messages messages) {
        Line sms = messages.sms();
        Line email = messages.email();
        Person person = people.person();
        String phone = people.phone();
        String address = people.email();
        ObjectNode contact = Json.object("phone", phone, "email", address, "notices", Json.array());
        messages.wishes(person, contact);
        expectReserved(messages, person, sms);
        expectReserved(messages, person, email);
        messages.wishes(person, contact.deepCopy().set("notices", Json.array("email")));
        expectReserved(messages, person, sms);
        messages.wishes(person, contact.deepCopy().set("notices", Json.array("sms")));
        expectReserved(messages, person, email);
        sms.expectNoCall(phone);
        email.expectNoCall(address);
        expectReserved(messages, people.person(), sms);
        messages.sent(Letters.notice(person, sms)).expectDelivered();
        sms.expect(phone, Asked.DELIVERY, 1);
        messages.wishes(person, contact);
        expectReserved(messages, person, sms);
        Calls.expect(sms.calls(phone, Asked.DELIVERY).size() == 1, "no call after the wish was taken back", "one");
    }

    private static void expectReserved(Messages messages, Person person, Line line) {
        Answer seen = messages.sent(Letters.notice(person, line)).expectState("undeliverable");
        seen.at("/attempts").hasSize(1);
        seen.at("/attempts/0/channel").is(line.id());
        seen.at("/attempts/0/outcome").is("unreachable");
        seen.at("/attempts/0/reason").is("reserved");
        seen.at("/attempts/0/delivery").isMissing();
    }

    @Requirement("MSG-035")
    @Test
    void msg035_goesToTheAddressThatHolds(People people, Messages messages) {
        Person person = people.person();
        String old = messages.wishesTexts(person);
        messages.sent(Letters.notice(person, messages.sms())).expectDelivered();
        messages.sms().expect(old, Asked.DELIVERY, 1);
        String now = messages.wishesTexts(person);
        messages.sent(Letters.notice(person, messages.sms())).expectDelivered();
        messages.sms().expect(now, Asked.DELIVERY, 1);
        int given = messages.sms().calls(old, Asked.DELIVERY).size();
        Calls.expect(given == 1, "nothing more to the old number", given + " deliveries");
        Person other = people.person();
        String email = messages.wishesMail(other);
        ObjectNode notice = Letters.notice(other, messages.sms(), messages.email());
        Answer seen = messages.sent(notice).expectDelivered();
        seen.at("/attempts/0/reason").is("reserved");
        messages.email().expect(email, Asked.DELIVERY, 1);
    }

    @Requirement("MSG-035")
    @Test
    void msg035_triesAgainByTheWishThatHolds(People people, Messages messages) {
        Line sms = messages.sms();
        Person withdraws = people.person();
        Person moves = people.person();
        String gone = messages.wishesTexts(withdraws);
        String old = messages.wishesTexts(moves);
        for (String phone : List.of(gone, old)) {
            sms.operator().plans(phone, Asked.DELIVERY, Reply.of(503).with("Retry-After", LATER), Reply.of(200));
        }
        Message one = messages.sent(Letters.notice(withdraws, sms));
        Message other = messages.sent(Letters.notice(moves, sms));
        sms.expect(gone, Asked.DELIVERY, 1);
        sms.expect(old, Asked.DELIVERY, 1);
        messages.wishes(withdraws, Json.object("phone", gone, "notices", Json.array()));
        String now = messages.wishesTexts(moves);
        Answer seen = one.expectState("undeliverable");
        seen.at("/attempts/0/outcome").is("unreachable");
        seen.at("/attempts/0/reason").is("reserved");
        other.expectDelivered();
        sms.expect(now, Asked.DELIVERY, 1);
        for (String phone : List.of(gone, old)) {
            int given = sms.calls(phone, Asked.DELIVERY).size();
            Calls.expect(given == 1, "nothing more to the old number", given + " deliveries");
        }
    }

    @Requirement("MSG-035")
    @Test
    void msg035_asksThePartyOfACase(Cases cases, Messages messages) {
        Handled handled = cases.assigned();
        String phone = messages.wishesTexts(handled.applicant());
        ObjectNode to = Letters.to(handled.live(), handled.party());
        messages.sent(handled.officer(), Letters.notice(to, messages.sms())).expectDelivered();
        messages.sms().expect(phone, Asked.DELIVERY, 1);
    }

    @Requirement("MSG-036")
    @Test
    void msg036_saysTheSameToEverybody(Cases cases, People people, Messages messages) {
        Submitted plain = cases.submitted(people.person(), Services.PLAIN);
        Submitted other = cases.submitted(people.person(), Services.REPRESENTED);
        Person free = people.person();
        List<Called> all = new ArrayList<>();
        for (Submitted each : List.of(plain, other)) {
            String phone = messages.wishesTexts(each.applicant());
            String party = each.live().text(each.applicant(), "/parties/0/id");
            messages.sent(Letters.notice(Letters.to(each.live(), party), messages.sms()))
                    .expectDelivered();
            all.addAll(messages.sms().expect(phone, Asked.DELIVERY, 1));
        }
        String phone = messages.wishesTexts(free);
        messages.sent(Letters.notice(free, messages.sms())).expectDelivered();
        all.addAll(messages.sms().expect(phone, Asked.DELIVERY, 1));
        String email = messages.wishesMail(free);
        messages.sent(Letters.notice(free, messages.email())).expectDelivered();
        all.addAll(messages.email().expect(email, Asked.DELIVERY, 1));
        all.forEach(call -> expectWords(call, messages.terms()));
        JsonNode first = words(all.get(0));
        all.forEach(call -> Calls.expect(
                words(call).equals(first), "the words " + first, words(call).toString()));
    }

    private static void expectWords(Called call, Terms terms) {
        JsonNode body = call.json();
        for (String language : List.of("sv", "en")) {
            String text = body.path("text").path(language).asString("");
            Calls.expect(!text.isBlank(), "a text in " + language, "none");
        }
        Calls.expect(!body.at("/text/sv").equals(body.at("/text/en")), "a text in each language", "the same in both");
        String link = body.path("link").asString("");
        Calls.expect(link.equals(terms.noticeLink()), "the link " + terms.noticeLink(), link);
    }

    private static JsonNode words(Called call) {
        return Json.object("text", call.json().path("text"), "link", call.json().path("link"));
    }
}
