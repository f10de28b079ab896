package se.ryggrad.conformance.checks.audit;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.AuditLog;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.target.Target;

/** Checks who seals and reads the access log of an authority, and what else an auditor reads. */
@ConformanceCheck
class AuditorCheck {

    @Requirement("CASE-101")
    @Test
    void case101_readsAndSealsAlone(Http http, People people, Target target) {
        AuditLog log = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        log.after(log.seal().next(), 1).expect(200);
        for (TestActor other : List.of(
                people.officer(),
                people.officer().at(Assurance.LOA2),
                people.registrar(),
                people.archivist(),
                people.serviceAdmin(),
                people.trusted(Office.A),
                people.auditor(Office.B),
                people.person(),
                people.system("cases:read", "events:read"))) {
            expectRefused(http, Office.A, other, target);
        }
    }

    private static void expectRefused(Http http, Office office, TestActor other, Target target) {
        AuditLog log = new AuditLog(http, other, office, target);
        log.first(1).hint("An auditor reads the same.").expectProblem(403, "forbidden");
        http.post(log.path() + "/seals")
                .as(other)
                .key()
                .json(Json.object())
                .send()
                .hint("An auditor seals the same.")
                .expectProblem(403, "forbidden");
    }

    @Requirement("CASE-101")
    @Test
    void case101_isRefusedWhereThereIsNoAuthority(Http http, People people, Nonces nonces, Target target) {
        new AuditLog(http, people.auditor(Office.A), Office.A, target).seal();
        Office nowhere = new Office("conformance-" + nonces.word(), "unit-a");
        expectRefused(http, nowhere, people.auditor(Office.A), target);
        expectRefused(http, nowhere, people.auditor(nowhere), target);
    }

    @Requirement("CASE-101")
    @Test
    void case101_readsNoCase(Http http, People people, Cases cases, Uploads uploads) {
        Person person = people.person();
        String document = uploads.text(person, "Innehåll");
        LiveCase live = cases.create(
                person,
                Bodies.newCase(Services.PLAIN, "Granskas")
                        .set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt"))));
        Officer officer = people.officer();
        Officer auditor = people.auditor(Office.A);
        for (String below : List.of("", "/events", "/access-log", "/export", "/documents/" + document)) {
            http.get(live.path() + below).as(officer).send().require(200);
            http.get(live.path() + below).as(auditor).send().expectProblem(404, "not-found");
        }
        live.acting(auditor, Bodies.message("Hej.")).send().expectProblem(404, "not-found");
        http.get("/cases")
                .as(auditor)
                .query("limit", 1)
                .send()
                .expect(200)
                .at("/items")
                .hasSize(0);
    }
}
