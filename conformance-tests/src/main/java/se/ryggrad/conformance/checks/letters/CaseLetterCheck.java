package se.ryggrad.conformance.checks.letters;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.messaging.CaseLetters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks the letters that acts send. */
@ConformanceCheck
class CaseLetterCheck {

    @Requirement("MSG-039")
    @Test
    void msg039_tellsOfADecision(Cases cases, Messages messages) {
        Line mailbox = messages.mailbox();
        Handled handled = cases.decided();
        ObjectNode letter = CaseLetters.letter(mailbox);
        Answer told = handled.live()
                .act(handled.officer(), CaseLetters.notifying(handled, letter))
                .expect(200);
        told.at(CaseLetters.NOTIFICATION + "/sentOn").is(Bodies.today().toString());
        Message message = CaseLetters.message(handled, told, CaseLetters.NOTIFICATION);
        Answer delivered = message.expectDelivered();
        delivered.at("/to/case").is(handled.live().id());
        delivered.at("/to/party").is(handled.party());
        expectGiven(mailbox, handled.applicant(), letter);
        expectTold(handled, "decision-notified", letter, message);
    }

    @Requirement("MSG-039")
    @Test
    void msg039_asksAParty(Cases cases, Messages messages) {
        Line mailbox = messages.mailbox();
        Handled handled = cases.assigned();
        ObjectNode letter = CaseLetters.letter(mailbox);
        Answer asked = handled.live()
                .act(handled.officer(), CaseLetters.asking(handled, "supplement", letter))
                .expect(200);
        Message message = CaseLetters.message(handled, asked, CaseLetters.REQUEST);
        message.expectDelivered();
        expectGiven(mailbox, handled.applicant(), letter);
        expectTold(handled, "requested", letter, message);
    }

    private static void expectGiven(Line line, Person person, ObjectNode letter) {
        ObjectNode given = (ObjectNode) line.expectDeliveries(person, 1).get(0).json();
        boolean same = given.path("subject").equals(letter.path("subject"))
                && given.path("body").equals(letter.path("body"));
        if (!same) {
            throw ConformanceFailure.of("the letter of the act", "another");
        }
    }

    private static void expectTold(Handled handled, String type, ObjectNode letter, Message message) {
        Part event =
                Timeline.of(handled.live(), handled.officer()).expectSound().last(type);
        event.at("/content/data/letter/subject").is(letter.path("subject"));
        event.at("/content/data/letter/body").is(letter.path("body"));
        event.at("/content/data/letter/messages").hasSize(1);
        event.at("/content/data/letter/messages/0/party").is(handled.party());
        event.at("/content/data/letter/messages/0/message").is(message.id());
    }

    @Requirement("MSG-039")
    @Test
    void msg039_tellsEachParty(Cases cases, People people, Messages messages) {
        Line mailbox = messages.mailbox();
        Person one = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        ObjectNode delay = Bodies.action("notify-delay").put("text", "Remissvar dröjer.");
        live.act(officer, delay.set("letter", CaseLetters.letter(mailbox))).expect(200);
        Timeline.of(live, officer)
                .last("delay-notified")
                .at("/content/data/letter/messages")
                .hasSize(2);
        for (Person person : List.of(one, other)) {
            mailbox.expectDeliveries(person, 1);
        }
        live.perform(officer, Bodies.approve());
        String decision = live.text(officer, "/decisions/0/id");
        Answer told = live.act(officer, CaseLetters.notifying(decision, CaseLetters.letter(mailbox)))
                .expect(200);
        told.at("/decisions/0/notifications").hasSize(2);
        for (Person person : List.of(one, other)) {
            mailbox.expectDeliveries(person, 2);
        }
    }

    @Requirement("MSG-040")
    @Test
    void msg040_judgesTheLetter(Cases cases, Messages messages) {
        Line mailbox = messages.mailbox();
        Handled handled = cases.decided();
        ObjectNode timed = CaseLetters.letter(mailbox).put("timeToLive", "en vecka");
        expectFaults(handled, CaseLetters.notifying(handled, timed), "/letter/timeToLive format");
        ObjectNode wrong = Json.object("subject", "Två\nrader");
        wrong.set("body", Json.object("html", "<script>x</script>"));
        wrong.set("channels", Json.array("brevduva"));
        expectFaults(
                handled,
                CaseLetters.notifying(handled, wrong),
                "/letter/body/html format",
                "/letter/channels/0 unknown-value",
                "/letter/subject format");
        ObjectNode bare = Json.object("body", Json.object());
        expectFaults(
                handled,
                CaseLetters.notifying(handled, bare),
                "/letter/body/text required",
                "/letter/subject required");
        handled.live()
                .act(handled.officer(), CaseLetters.notifying(handled, CaseLetters.letter(mailbox)))
                .expect(200);
    }

    @Requirement("MSG-040")
    @Test
    void msg040_isForWhatIsToldInWriting(Cases cases, Messages messages) {
        ObjectNode letter = CaseLetters.letter(messages.mailbox());
        Handled handled = cases.decided();
        for (String mode : List.of("oral", "handed-over", "announcement")) {
            ObjectNode told = CaseLetters.notifying(handled, letter).put("mode", mode);
            expectFaults(handled, told, "/letter unknown-member");
        }
        ObjectNode dated = CaseLetters.notifying(handled, letter)
                .put("sentOn", Bodies.today().toString());
        expectFaults(handled, dated, "/sentOn unknown-member");
        Handled asking = cases.assigned();
        ObjectNode request = CaseLetters.asking(asking, "opinion", letter);
        expectFaults(asking, request.set("addressee", Json.object("name", "Polisen")), "/letter unknown-member");
    }

    @Requirement("MSG-040")
    @Test
    void msg040_goesToSomebodyWithAnIdentity(Cases cases, People people, Messages messages) {
        ObjectNode nobody = Json.object("role", "concerned", "identity", Json.object("scheme", "none"));
        nobody.put("name", "Okänd granne").set("rights", Json.array("be-notified"));
        LiveCase live = cases.create(people.registrar(), Papers.of(Papers.party("applicant", people.person()), nobody));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign")).perform(officer, Bodies.approve());
        String decision = live.text(officer, "/decisions/0/id");
        live.act(officer, CaseLetters.notifying(decision, CaseLetters.letter(messages.mailbox())))
                .expectProblem(422, "validation")
                .expectErrors("/letter unknown-value");
    }

    private static void expectFaults(Handled handled, ObjectNode body, String... faults) {
        handled.live()
                .act(handled.officer(), body)
                .expectProblem(422, "validation")
                .expectErrors(faults);
    }

    @Requirement("MSG-041")
    @Test
    void msg041_waitsForNoChannel(Cases cases, Messages messages) {
        Line mailbox = messages.mailbox();
        Handled handled = cases.decided();
        Gate gate = new Gate();
        mailbox.delivers(handled.applicant(), Reply.of(200).behind(gate));
        Answer told = handled.live()
                .act(handled.officer(), CaseLetters.notifying(handled, CaseLetters.letter(mailbox)))
                .expect(200);
        if (gate.passed()) {
            told.fail("an answer while the channel has not answered yet", "one after the channel had given up", null);
        }
        gate.open();
        CaseLetters.message(handled, told, CaseLetters.NOTIFICATION).expectDelivered();
    }

    @Requirement("MSG-041")
    @Test
    void msg041_sendsNothingThatIsRefused(Cases cases, Messages messages) {
        Line mailbox = messages.mailbox();
        Handled handled = cases.decided();
        ObjectNode unknown = CaseLetters.notifying(UUID.randomUUID().toString(), CaseLetters.letter(mailbox));
        unknown.set("parties", Json.array(handled.party()));
        expectFaults(handled, unknown, "/decision unknown-value");
        messages.settle(mailbox);
        mailbox.expectNoCall(handled.applicant());
    }

    @Requirement("MSG-041")
    @Test
    void msg041_sendsOnceForAKey(Http http, Cases cases, Messages messages) {
        Line mailbox = messages.mailbox();
        Handled handled = cases.decided();
        ObjectNode body = CaseLetters.notifying(handled, CaseLetters.letter(mailbox));
        String tag = handled.live().tag(handled.officer());
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            http.post(handled.live().path() + "/actions")
                    .as(handled.officer())
                    .key(key)
                    .ifMatch(tag)
                    .json(body)
                    .send()
                    .expect(200);
        }
        mailbox.expectDeliveries(handled.applicant(), 1);
        messages.settle(mailbox);
        int given = mailbox.deliveries(handled.applicant()).size();
        if (given != 1) {
            throw ConformanceFailure.of("one delivery", given + " deliveries");
        }
    }
}
