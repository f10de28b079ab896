package se.ryggrad.conformance.checks.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Asked;
import se.ryggrad.conformance.channel.Called;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Observations;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Exchange;
import tools.jackson.databind.node.ObjectNode;

/** Checks that numbers and addresses of people stand nowhere but where they must. */
@ConformanceCheck
class CanaryCheck {

    @Requirement("MSG-022")
    @Test
    void msg022_putsThemInTheBodyOfACallAlone(People people, Messages messages) {
        Person person = people.person();
        String phone = messages.wishesTexts(person);
        Person other = people.person();
        String email = messages.wishesMail(other);
        Message letter = messages.sent(Letters.letter(person, messages.mailbox()));
        Message text = messages.sent(Letters.notice(person, messages.sms()));
        Message mail = messages.sent(Letters.notice(other, messages.email()));
        List.of(letter, text, mail).forEach(Message::expectDelivered);
        List<Called> calls = new ArrayList<>(messages.mailbox().expectDeliveries(person, 1));
        calls.addAll(messages.mailbox().expectQuestions(person, 1));
        for (Asked asked : Asked.values()) {
            calls.addAll(messages.sms().expect(phone, asked, 1));
            calls.addAll(messages.email().expect(email, asked, 1));
        }
        for (Called call : calls) {
            String open = call.target() + "\n" + call.headers();
            expectNone(open, person, "no number or address of a person in address or header of a call");
            expectNone(open, other, "no number or address of a person in address or header of a call");
            expectNeither(open, phone, email);
        }
        for (Message message : List.of(letter, text, mail)) {
            for (Answer answer : List.of(message.taken(), message.read().expect(200))) {
                expectNone(told(answer), person, "no number of a person in what is told of a message");
                expectNone(told(answer), other, "no number of a person in what is told of a message");
                expectNeither(told(answer), phone, email);
            }
        }
    }

    @Requirement("MSG-022")
    @Test
    void msg022_putsThemInNoFault(People people, Messages messages) {
        Person person = people.person();
        ObjectNode letter = Letters.letter(person);
        messages.send(letter).expect(202);
        String wrong = person.number().miscalculated();
        List<Answer> faults = List.of(
                messages.send(letter.deepCopy().put("subject", "")).expect(422),
                messages.send(Letters.letter(Letters.to("personnummer", wrong))).expect(422),
                messages.send(letter.deepCopy().put("kind", person.number().digits()))
                        .expect(422),
                messages.batch(messages.system(), letter.deepCopy().put("timeToLive", "1"), letter)
                        .expect(200));
        for (Answer fault : faults) {
            expectNone(told(fault), person, "no number of a person in a fault");
            Calls.expect(!told(fault).contains(wrong), "no number in a fault, right or wrong", "one");
        }
    }

    @Requirement("MSG-022")
    @Test
    void msg022_putsNoAddressInAFaultOfContactData(Http http, People people) {
        Person person = people.person();
        String phone = people.phone();
        String email = people.email();
        ObjectNode good = Json.object("phone", phone, "email", email, "notices", Json.array());
        http.put("/me/contact").as(person).json(good).send().expect(200);
        for (ObjectNode bad : List.of(
                good.deepCopy().set("notices", Json.array("fax")),
                good.deepCopy().put("phone", phone + "x"),
                good.deepCopy().put("email", "@" + email))) {
            Answer fault = http.put("/me/contact").as(person).json(bad).send().expect(422);
            expectNone(told(fault), person, "no number of a person in a fault");
            expectNeither(told(fault), phone, email);
        }
    }

    @Requirement("MSG-022")
    @Afterwards
    @Test
    void msg022_inTheWholeRun(Observations observations, People people, Target target) {
        CanarySearch search = observations.canaries();
        List<Called> calls = people.issuers().operators().calls();
        if (calls.isEmpty()) {
            throw new NotObserved(Finding.of("calls to a channel in this run", "none"), Blame.SYSTEM);
        }
        for (Called call : calls) {
            boolean found = search.find(call.target() + "\n" + call.headers()).isPresent();
            Calls.expect(!found, "no identity number in address or header of a call to a channel", "one");
        }
        String below = target.base() + "/(messages|delivery-receipts)([/?].*)?";
        for (Exchange exchange : observations.exchanges()) {
            if (exchange.request().url().matches(below)
                    && search.find(exchange.response().body().text()).isPresent()) {
                throw new ConformanceFailure(
                        new Finding("no identity number in an answer below /messages", "one", null, exchange, null));
            }
        }
    }

    private static String told(Answer answer) {
        return answer.exchange().response().headers() + "\n" + answer.body().text();
    }

    private static void expectNone(String text, Person person, String expected) {
        CanarySearch search = new CanarySearch(List.of(person.number()));
        search.find(text).ifPresent(form -> Calls.expect(false, expected, "one of " + form));
    }

    private static void expectNeither(String text, String phone, String email) {
        String plain = URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
        String national = "0" + phone.substring(3);
        for (String secret : List.of(phone.substring(1), national, email)) {
            Calls.expect(!plain.contains(secret) && !text.contains(secret), "no phone number or e-mail address", "one");
        }
    }
}
