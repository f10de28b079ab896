package se.ryggrad.conformance.checks.audit;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.AuditLog;
import se.ryggrad.conformance.contract.AuditLog.Head;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;

/** Checks how an auditor moves in the access log of the authority. */
@ConformanceCheck
class AuditPositionCheck {

    private static final int STEPS = 3;

    @Requirement("CASE-099")
    @Test
    void case099_goesOnWhereAnAnswerEnded(Http http, Cases cases, People people, Target target) {
        AuditLog log = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        LiveCase live = cases.plain().live();
        Officer officer = people.officer();
        Head start = log.seal();
        for (int i = 0; i < STEPS; i++) {
            live.read(officer).require(200);
        }
        Head end = log.seal();
        Answer inOne = log.after(start.next(), STEPS).expect(200);
        inOne.at("/limit").is(STEPS);
        List<Part> items = inOne.at("/items").hasSize(STEPS).items();
        String position = start.next();
        for (int i = 0; i < STEPS; i++) {
            Answer step = log.after(position, 1).expect(200);
            step.at("/items")
                    .hasSize(1)
                    .at("/0/hash")
                    .is(items.get(i).at("/hash").node());
            step.at("/items/0/sequence").is(start.sequence() + i + 1);
            position = step.at("/next").text();
        }
        log.after(end.next(), 1).expect(200).at("/next").matches(".+");
        Answer first = log.first(2).expect(200);
        first.at("/items/0/sequence").is(1);
        first.at("/items/1/sequence").is(2);
    }

    @Requirement("CASE-099")
    @Test
    void case099_refusesWhatIsNoPosition(Http http, People people, Nonces nonces, Target target) {
        AuditLog log = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        String good = log.seal().next();
        log.after(good, 1).expect(200);
        for (String bad : List.of(
                nonces.word(), "", "-1", "%", good + "x", UUID.randomUUID().toString())) {
            log.after(bad, 1)
                    .hint("after is one of the server's own next values; this is none: " + bad)
                    .expectProblem(400, "malformed");
        }
        int most = Math.toIntExact(target.limit("feedLimit", 100));
        log.after(good, most).expect(200).at("/limit").is(most);
        for (int bad : List.of(0, -1, most + 1)) {
            log.after(good, bad).expectProblem(400, "malformed");
        }
    }

    @Requirement("CASE-099")
    @Test
    void case099_isSealedByAnObject(Http http, People people, Target target) {
        Officer auditor = people.auditor(Office.A);
        AuditLog log = new AuditLog(http, auditor, Office.A, target);
        Answer sealed = http.post(log.path() + "/seals")
                .as(auditor)
                .key()
                .json(Json.object("note", "Unknown members are ignored."))
                .send();
        log.head(sealed);
        http.post(log.path() + "/seals")
                .as(auditor)
                .key()
                .json(Json.array())
                .send()
                .expectProblem(422, "validation")
                .expectErrors(" type");
    }
}
