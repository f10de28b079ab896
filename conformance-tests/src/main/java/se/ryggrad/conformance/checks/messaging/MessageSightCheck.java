package se.ryggrad.conformance.checks.messaging;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.TestActor;

/** Checks who sees a message. */
@ConformanceCheck
class MessageSightCheck {

    @Requirement("MSG-012")
    @Test
    void msg012_isForTheSystemThatSentIt(Http http, People people, Messages messages) {
        Message message = messages.sent(Letters.letter(people.person()));
        message.read().expect(200).at("/id").is(message.id());
        message.read(people.system("messages:send")).expect(200);
        for (TestActor other : List.of(
                people.systemOfB("messages:send"),
                people.client("suite-mailbox", "messages:send"),
                people.officer(),
                people.registrar(),
                people.auditor(Office.A))) {
            message.read(other).expectProblem(404, "not-found");
        }
        http.get("/messages/" + UUID.randomUUID()).as(messages.system()).send().expectProblem(404, "not-found");
    }

    @Requirement("MSG-012")
    @Test
    void msg012_isForThoseWhoMayWriteInTheCase(Cases cases, People people, Messages messages) {
        Handled handled = cases.closed();
        Officer officer = handled.officer();
        Message byOfficer = messages.sent(officer, Letters.letter(Letters.to(handled.live(), handled.party())));
        Message bySystem = messages.sent(Letters.letter(Letters.to(handled.live(), handled.party())));
        Officer colleague = people.officer();
        handled.live().acting(colleague, Bodies.message("hej")).send().require(200);
        byOfficer.read().expect(200);
        byOfficer.read(colleague).expect(200);
        bySystem.read(officer).expect(200);
        bySystem.read().expect(200);
        Officer archivist = people.archivist();
        handled.live().read(archivist).require(200);
        for (TestActor other :
                List.of(people.officer(Office.A2), people.officer(Office.B), people.auditor(Office.A), archivist)) {
            byOfficer.read(other).expectProblem(404, "not-found");
            bySystem.read(other).expectProblem(404, "not-found");
        }
        byOfficer.read(messages.system()).expectProblem(404, "not-found");
        bySystem.read(people.systemOfB("messages:send")).expectProblem(404, "not-found");
    }
}
