package se.ryggrad.conformance.checks.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Called;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.messaging.Terms;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks when a channel is tried again. */
@ConformanceCheck
class RetryCheck {

    private static final String REACHABLE = "{\"reachable\":true}";

    /** A clock of milliseconds may tell a millisecond less than has passed, and a timer wake as much too soon. */
    private static final Duration LENIENCY = Duration.ofMillis(5);

    @Requirement("MSG-020")
    @Test
    void msg020_triesAgainWhatMayGoBetterLater(People people, Messages messages) {
        Duration longer = messages.terms().retry();
        Line mailbox = messages.mailbox();
        Map<Person, Message> all = new LinkedHashMap<>();
        List<Reply> replies = new ArrayList<>(List.of(Reply.none(), Reply.of(204, ""), away(people)));
        for (int status : List.of(408, 429, 500, 502, 503, 504, 599)) {
            replies.add(Reply.of(status, "{\"reason\":\"no-mailbox\"}"));
        }
        for (Reply reply : replies) {
            Person person = people.person();
            mailbox.delivers(person, reply, Reply.of(200));
            all.put(person, messages.sent(Letters.letter(person, mailbox)));
        }
        all.forEach((person, message) -> {
            expectSecondTry(message, longer);
            mailbox.expectDeliveries(person, 2);
        });
    }

    @Requirement("MSG-020")
    @Test
    void msg020_asksAgainWhenTheAnswerIsNone(People people, Messages messages) {
        Duration longer = messages.terms().retry();
        Line mailbox = messages.mailbox();
        Map<Person, Message> all = new LinkedHashMap<>();
        for (Reply reply : List.of(
                Reply.of(500),
                Reply.of(429),
                Reply.of(404),
                Reply.of(400, "{\"reason\":\"no-mailbox\"}"),
                Reply.of(503, REACHABLE),
                Reply.of(200, "{\"reachable\":"),
                Reply.of(200, ""),
                Reply.of(200, "{}"),
                Reply.of(200, "{\"reachable\":\"yes\"}"),
                Reply.of(200, "{\"reachable\":null}"),
                Reply.of(200, "[true]"),
                Reply.of(202, REACHABLE),
                away(people),
                Reply.none())) {
            Person person = people.person();
            mailbox.reaches(person, reply, Reply.of(200, REACHABLE));
            all.put(person, messages.sent(Letters.letter(person, mailbox)));
        }
        all.forEach((person, message) -> {
            expectSecondTry(message, longer);
            mailbox.expectQuestions(person, 2);
            Calls.expect(
                    mailbox.deliveries(person).size() == 1,
                    "one delivery",
                    mailbox.calls(person).toString());
        });
    }

    private static Reply away(People people) {
        return Reply.of(302).with("Location", people.issuers().operators().elsewhere("again"));
    }

    private static void expectSecondTry(Message message, Duration longer) {
        Answer seen = message.expect(
                "state delivered", longer, m -> m.path("state").asString("").equals("delivered"));
        seen.at("/attempts").hasSize(1);
        seen.at("/attempts/0/tries").is(2);
    }

    @Requirement("MSG-020")
    @Test
    void msg020_waitsTwiceAsLongEachTimeAndGivesUp(People people, Messages messages) {
        Terms terms = messages.terms();
        Duration wait = terms.retry();
        Line mailbox = messages.mailbox();
        Line post = messages.post();
        Person given = people.person();
        Person asked = people.person();
        mailbox.delivers(given, Reply.of(503));
        mailbox.reaches(asked, Reply.of(500));
        Message one = messages.sent(Letters.letter(given, mailbox, post));
        Message other = messages.sent(Letters.letter(asked, mailbox, post));
        for (Message message : List.of(one, other)) {
            Answer seen = message.expect(
                    "an end of its tries",
                    terms.allTries(),
                    m -> m.path("state").asString("").equals("delivered"));
            seen.at("/attempts/0/outcome").is("failed");
            seen.at("/attempts/0/reason").is("channel-unavailable");
            seen.at("/attempts/0/tries").is(terms.tries());
            seen.at("/attempts/1/channel").is(post.id());
        }
        post.expectDeliveries(given, 1);
        expectSpaced(mailbox.deliveries(given), terms.tries(), wait);
        expectSpaced(mailbox.calls(asked), terms.tries(), wait);
    }

    private static void expectSpaced(List<Called> calls, int tries, Duration first) {
        Calls.expect(calls.size() == tries, tries + " calls", calls.size() + " calls");
        Duration wait = first;
        for (int i = 1; i < calls.size(); i++) {
            expectApart(calls.get(i - 1), calls.get(i), wait);
            wait = wait.multipliedBy(2);
        }
    }

    private static void expectApart(Called one, Called next, Duration wait) {
        Duration apart = Duration.ofNanos(next.at() - one.at());
        if (apart.plus(LENIENCY).compareTo(wait) < 0) {
            throw ConformanceFailure.of("the next call after " + wait + " at the earliest", "after " + apart);
        }
    }

    @Requirement("MSG-020")
    @Test
    void msg020_waitsAsLongAsTheChannelAsks(People people, Messages messages) {
        Duration retry = messages.terms().retry();
        long seconds = retry.toSeconds() + 1;
        Line mailbox = messages.mailbox();
        Map<Person, Message> all = new LinkedHashMap<>();
        for (int status : List.of(429, 503)) {
            Person person = people.person();
            mailbox.delivers(person, Reply.of(status).with("Retry-After", "" + seconds), Reply.of(200));
            all.put(person, messages.sent(Letters.letter(person, mailbox)));
        }
        Person impatient = people.person();
        mailbox.delivers(impatient, Reply.of(503).with("Retry-After", "0"), Reply.of(200));
        expectSecondTry(messages.sent(Letters.letter(impatient, mailbox)), retry);
        List<Called> soon = mailbox.expectDeliveries(impatient, 2);
        expectApart(soon.get(0), soon.get(1), retry);
        all.forEach((person, message) -> {
            expectSecondTry(message, Duration.ofSeconds(seconds));
            List<Called> calls = mailbox.expectDeliveries(person, 2);
            expectApart(calls.get(0), calls.get(1), Duration.ofSeconds(seconds));
        });
    }

    @Requirement("MSG-020")
    @Test
    void msg020_triesNothingAgainThatWentWell(People people, Messages messages) {
        Duration longer = messages.terms().retry();
        Line mailbox = messages.mailbox();
        Person delivered = people.person();
        Person refused = people.person();
        Person again = people.person();
        mailbox.delivers(refused, Reply.of(422));
        mailbox.delivers(again, Reply.of(503), Reply.of(200));
        Message good = messages.sent(Letters.letter(delivered, mailbox));
        messages.sent(Letters.letter(refused, mailbox)).expectOutcome(0, "failed");
        good.expectDelivered();
        expectSecondTry(messages.sent(Letters.letter(again, mailbox)), longer);
        for (Person person : List.of(delivered, refused)) {
            int size = mailbox.deliveries(person).size();
            Calls.expect(size == 1, "one delivery", size + " deliveries");
        }
    }
}
