package se.ryggrad.conformance.checks.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Asked;
import se.ryggrad.conformance.channel.Operators;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.messaging.Terms;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks that a channel leads nobody elsewhere. */
@ConformanceCheck
class TrapCheck {

    @Requirement("MSG-023")
    @Test
    void msg023_followsNoRedirect(People people, Messages messages, Nonces nonces) {
        Terms terms = messages.terms();
        terms.retry();
        Line mailbox = messages.mailbox();
        Operators operators = people.issuers().operators();
        Map<String, Message> all = new LinkedHashMap<>();
        for (int status : List.of(301, 302, 303, 307, 308)) {
            for (Asked asked : Asked.values()) {
                Person person = people.person();
                String word = nonces.word();
                Reply away = Reply.of(status).with("Location", operators.elsewhere(word));
                Reply good = asked == Asked.DELIVERY ? Reply.of(200) : Reply.of(200, "{\"reachable\":true}");
                mailbox.operator().plans(person.number().digits(), asked, away, good);
                all.put(word, messages.sent(Letters.letter(person, mailbox)));
            }
        }
        all.forEach((word, message) -> {
            Answer seen = message.expect(
                    "state delivered",
                    terms.allTries(),
                    m -> m.path("state").asString("").equals("delivered"));
            int strays = operators.strays(word).size();
            if (strays > 0) {
                seen.fail("no call to the address of a redirect", strays + " calls", null);
            }
            seen.at("/attempts/0/tries").is(2);
        });
    }
}
