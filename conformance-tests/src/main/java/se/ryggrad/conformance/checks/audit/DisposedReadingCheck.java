package se.ryggrad.conformance.checks.audit;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.AuditLog;
import se.ryggrad.conformance.contract.AuditLog.Head;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Readings;
import se.ryggrad.conformance.contract.Stretch;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.node.ObjectNode;

/** Checks what the access log of an authority keeps of the readings of a case that is disposed of. */
@ConformanceCheck
class DisposedReadingCheck {

    private static final int UNSEALED = 2;

    @Requirement("CASE-102")
    @Test
    void case102_keepsThePlaceAndNothingElse(Http http, Cases cases, People people, Target target) {
        AuditLog log = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        Head start = log.seal();
        Handled handled = cases.closed(Services.DISPOSAL, people.officer());
        LiveCase live = handled.live();
        live.read(handled.officer()).require(200);
        Head middle = log.seal();
        Stretch sealed = log.between(start, middle);
        Officer archivist = people.archivist();
        Readings readings = Readings.of(live, handled.applicant());
        live.read(people.system("cases:read")).require(200);
        Answer seen = live.read(archivist).require(200);
        readings.require("case officer", "case system");
        live.actAfter(seen, archivist, Bodies.dispose()).require(200);
        Head end = log.seal();
        Stretch all = log.between(start, end).expectSound();
        expectBare(sealed, live, all);
        expectKept(all, middle);
        for (Part told : all.of(live.id())) {
            told.fail("no content of a reading of a case that has been disposed of since");
        }
        live.read(archivist).require(200);
        expectTold(log.between(end, log.seal()).expectSound(), live);
    }

    private static void expectTold(Stretch later, LiveCase live) {
        List<Part> own = later.of(live.id());
        if (own.size() != 1) {
            throw ConformanceFailure.of(
                    "one entry with content of the case, which was read once after it was disposed of",
                    own.size() + "");
        }
        own.get(0).at("/content/what").is("case");
    }

    private static void expectBare(Stretch sealed, LiveCase live, Stretch all) {
        List<Part> own = sealed.of(live.id());
        if (own.isEmpty()) {
            throw new NotObserved(Finding.of("sealed readings of the case before its disposal", "none"), Blame.SYSTEM);
        }
        for (Part before : own) {
            int place = Math.toIntExact(
                    before.at("/sequence").number() - sealed.from().sequence() - 1);
            Part after = all.entries().get(place);
            after.at("/content").isMissing();
            after.at("/salt").isMissing();
            Stretch.expectPlace(before, after);
        }
    }

    /** Nothing tells which of the entries were of the case: those of other cases that are disposed of look alike. */
    private static void expectKept(Stretch all, Head middle) {
        long bare = all.bare().stream()
                .filter(entry -> entry.at("/sequence").number() > middle.sequence())
                .count();
        if (bare < UNSEALED) {
            throw ConformanceFailure.of(
                    "entries without content for the " + UNSEALED
                            + " readings that were not sealed when their case was disposed of",
                    bare + " in the stretch that was sealed after it");
        }
    }

    /** Where no other case is disposed of meanwhile, so that none is taken for one of these. */
    @Requirement("CASE-102")
    @Test
    void case102_keepsWhatWasNotSealed(Http http, Cases cases, People people, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        AuditLog log = new AuditLog(http, people.auditor(Office.B), Office.B, target);
        LiveCase live = cases.create(people.person(), newCase(published(http, people, nonces)));
        Officer archivist = people.officerIn(Office.B.group("archivist"));
        Head start = log.seal();
        live.read(people.system("cases:read")).require(200);
        Answer seen = live.read(archivist).require(200);
        live.actAfter(seen, archivist, Bodies.dispose()).require(200);
        expectKept(log.between(start, log.seal()).expectSound(), start);
    }

    private static ObjectNode newCase(String service) {
        return Json.object("service", Json.object("id", service), "form", Json.object("subject", "Gallras"));
    }

    /** Publishes a service of the other authority that closes its cases at once, and keeps none. */
    private static String published(Http http, People people, Nonces nonces) {
        String id = "conformance-" + nonces.word();
        ObjectNode definition = Contract.service(Services.INFORMATION)
                .put("id", id)
                .put("authority", Office.B.authority())
                .put("unit", Office.B.unit())
                .put("completion", "automatic")
                .set("retention", Json.object("action", "dispose", "period", "P0D"));
        http.put("/services/" + id)
                .as(people.officerIn(Office.B.group("service-admin")))
                .json(definition)
                .send()
                .require(201);
        return id;
    }
}
