package se.ryggrad.conformance.checks.messaging;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;

/** Checks that the inbox, where there is one, is read page by page as other lists are. */
@ConformanceCheck
class InboxListCheck {

    private static final int LETTERS = 3;

    @Requirement({"CORE-022", "CORE-024"})
    @Test
    void core022_pagesTheInbox(Http http, People people, Messages messages, Target target) {
        if (target.plays(Messages.ROLE)) {
            Person person = withLetters(people, messages);
            List<String> all = new Inbox(http, person).ids();
            Answer first = list(http, person).query("limit", 2).send().expect(200);
            first.at("/limit").is(2);
            first.at("/page").is(1);
            first.at("/items").hasSize(2);
            String link = first.expectHeader("Link");
            Matcher matcher =
                    Pattern.compile("<(https?://[^>]+)>\\s*;\\s*rel=\"?next\"?").matcher(link);
            if (!matcher.find()) {
                first.fail("a Link with an absolute address and rel=\"next\"", link, null);
            }
            Answer second = http.get(matcher.group(1)).as(person).send().expect(200);
            second.at("/page").is(2);
            second.at("/items").hasSize(1).at("/0/id").is(all.get(2));
            second.expectNoHeader("Link");
            list(http, person).send().expect(200).at("/limit").is(20);
        }
    }

    @Requirement({"CORE-023", "CORE-027"})
    @Test
    void core023_boundsTheInbox(Http http, People people, Target target) {
        if (target.plays(Messages.ROLE)) {
            Person person = people.person();
            list(http, person).query("limit", 100).send().expect(200);
            for (String limit : List.of("0", "101", "x")) {
                expectMalformed(list(http, person).query("limit", limit), "limit");
            }
            expectMalformed(list(http, person).query("page", 0), "page");
            Answer unknown = list(http, person).query("read", "false").send().expectProblem(400, "malformed");
            unknown.at("/errors/0/code").is("unknown-parameter");
        }
    }

    @Requirement({"CORE-025", "CORE-026"})
    @Test
    void core026_countsTheLetters(Http http, People people, Messages messages, Target target) {
        if (target.plays(Messages.ROLE)) {
            Person person = withLetters(people, messages);
            list(http, person).send().expect(200).at("/total").isMissing();
            Answer counted = list(http, person)
                    .query("count", "true")
                    .query("limit", 1)
                    .send()
                    .expect(200);
            counted.at("/total").is(LETTERS);
            counted.at("/items").hasSize(1);
            Answer beyond = list(http, person).query("page", 9).send().expect(200);
            beyond.at("/items").hasSize(0);
            beyond.at("/page").is(9);
        }
    }

    @Requirement("CORE-027")
    @Test
    void core027_refusesUnknownParametersAroundTheInbox(Http http, People people, Messages messages, Target target) {
        if (target.plays(Messages.ROLE)) {
            Person person = people.person();
            Message message = Inbox.send(messages, Letters.to(person));
            String letter = Inbox.PATH + "/" + message.id();
            Map<String, Credential> readers =
                    Map.of(letter, person, ContactCheck.PATH, person, message.path(), messages.system());
            readers.forEach((path, reader) -> {
                http.get(path).as(reader).send().expect(200);
                expectUnknown(http.get(path).as(reader));
            });
            expectUnknown(http.post(letter + "/actions").as(person).json(Json.object("action", "read")));
            expectUnknown(http.put(ContactCheck.PATH).as(person).json(Json.object("notices", Json.array())));
            expectUnknown(messages.sending(messages.system(), Letters.letter(person)));
            expectUnknown(messages.receipt(messages.mailbox().client(), Json.object()));
        }
    }

    private static void expectUnknown(Call call) {
        Answer answer = call.query("colour", "red").send().expectProblem(400, "malformed");
        answer.at("/errors/0/code").is("unknown-parameter");
    }

    private static Person withLetters(People people, Messages messages) {
        Person person = people.person();
        for (int i = 0; i < LETTERS; i++) {
            Inbox.send(messages, Letters.to(person));
        }
        return person;
    }

    private static Call list(Http http, Person person) {
        return http.get(Inbox.PATH).as(person);
    }

    private static void expectMalformed(Call call, String parameter) {
        call.send().expectProblem(400, "malformed").at("/errors/0/parameter").is(parameter);
    }
}
