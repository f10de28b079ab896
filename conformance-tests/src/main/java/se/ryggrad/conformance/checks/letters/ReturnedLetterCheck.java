package se.ryggrad.conformance.checks.letters;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.messaging.CaseLetters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Checks what follows when a letter of a case comes back. */
@ConformanceCheck
class ReturnedLetterCheck {

    private static final String EVENT = "letter-undelivered";

    @Requirement("MSG-042")
    @Test
    void msg042_tellsTheCase(Cases cases, Messages messages) {
        Handled handled = CaseLetters.returned(cases, messages.mailbox());
        Answer shown = handled.live().shown(handled.officer());
        shown.at(CaseLetters.NOTIFICATION + "/undeliveredOn").is(Bodies.today().toString());
        Message message = CaseLetters.message(handled, shown, CaseLetters.NOTIFICATION);
        message.read().expect(200).at("/state").is("undeliverable");
        Part event = onlyEvent(handled);
        event.at("/content/actor/kind").is("automatic");
        event.at("/content/data/party").is(handled.party());
        event.at("/content/data/message").is(message.id());
        event.at("/content/data/decision").is(handled.decision());
    }

    @Requirement("MSG-042")
    @Test
    void msg042_tellsOfWhatComesBackLate(Cases cases, Messages messages) {
        Line mailbox = messages.mailbox();
        Handled handled = cases.assigned();
        Answer asked = handled.live()
                .act(handled.officer(), CaseLetters.asking(handled, "supplement", CaseLetters.letter(mailbox)))
                .require(200);
        Message message = CaseLetters.message(handled, asked, CaseLetters.REQUEST);
        message.expectDelivered();
        CaseLetters.comesBack(messages, mailbox, message);
        CaseLetters.expectReturned(handled, CaseLetters.REQUEST);
        CaseLetters.comesBack(messages, mailbox, message);
        messages.settle(mailbox);
        Part event = onlyEvent(handled);
        event.at("/content/data/request").is(handled.request());
        event.at("/content/data/message").is(message.id());
    }

    private static Part onlyEvent(Handled handled) {
        Timeline timeline = Timeline.of(handled.live(), handled.officer()).expectSound();
        Part event = timeline.last(EVENT);
        long times = timeline.types().stream().filter(EVENT::equals).count();
        if (times != 1) {
            event.fail("one event " + EVENT);
        }
        return event;
    }

    @Requirement("MSG-043")
    @Test
    void msg043_countsNobodyAsNotified(Cases cases, Messages messages) {
        Handled handled = CaseLetters.returned(cases, messages.mailbox());
        ObjectNode close = Bodies.action("close");
        handled.live()
                .act(handled.officer(), close)
                .hint("The letter came back.")
                .expectProblem(409, "state-conflict");
        handled.live()
                .perform(handled.officer(), Bodies.notifyDecision(handled.decision(), handled.party()))
                .act(handled.officer(), close)
                .expect(200);
        Handled without = CaseLetters.returned(cases, messages.mailbox());
        close.set(
                "withoutNotification",
                Json.array(Json.object("party", without.party(), "ground", "Adressen är okänd.")));
        without.live().act(without.officer(), close).expect(200);
    }

    @Requirement("MSG-043")
    @Test
    void msg043_countsWhoeverHasReceivedIt(Cases cases, Messages messages) {
        Handled handled = CaseLetters.returned(cases, messages.mailbox());
        handled.live()
                .perform(
                        handled.applicant(),
                        Bodies.action("acknowledge-receipt").put("decision", handled.decision()))
                .act(handled.officer(), Bodies.action("close"))
                .expect(200)
                .at(CaseLetters.NOTIFICATION + "/servedOn")
                .is(Bodies.today().toString());
    }

    @Requirement("MSG-044")
    @Test
    void msg044_letsNoTimeRun(Cases cases, Messages messages) {
        Handled handled = asked(cases, messages, "supplement");
        Answer shown = handled.live().shown(handled.officer());
        shown.at("/requests/0/state").is("open");
        shown.at("/requests/0/dueOn").is(Bodies.today().plusDays(14).toString());
        shown.at("/waitingFor").hasSize(1);
        shown.at("/waitingFor/0/dueOn").isMissing();
    }

    @Requirement("MSG-044")
    @Test
    void msg044_countsNobodyAsHeard(Cases cases, Messages messages) {
        Handled handled = asked(cases, messages, "communication");
        handled.live().perform(handled.officer(), Bodies.action("close-request").put("request", handled.request()));
        ObjectNode refusal = Bodies.refuse();
        refusal.remove("communicationOmitted");
        handled.live()
                .act(handled.officer(), refusal)
                .expectProblem(422, "validation")
                .expectErrors("/communicationOmitted required");
    }

    private static Handled asked(Cases cases, Messages messages, String kind) {
        Line mailbox = messages.mailbox();
        Handled handled = cases.assigned();
        mailbox.delivers(handled.applicant(), Reply.of(400));
        handled.live().perform(handled.officer(), CaseLetters.asking(handled, kind, CaseLetters.letter(mailbox)));
        CaseLetters.expectReturned(handled, CaseLetters.REQUEST);
        return handled;
    }
}
