package se.ryggrad.conformance.checks.audit;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.AuditLog;
import se.ryggrad.conformance.contract.AuditLog.Head;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Stretch;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
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
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.node.ObjectNode;

/** Checks that the access log of an authority has what the access logs of its cases have. */
@ConformanceCheck
class AuditedReadingCheck {

    private static final List<String> TOLD = List.of("/id", "/at", "/what", "/actor");

    @Requirement("CASE-099")
    @Test
    void case099_hasEachReadingOnce(Http http, Cases cases, People people, Uploads uploads, Target target) {
        AuditLog log = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        Head start = log.seal();
        Person number = people.person();
        Officer officer = people.officer().who(number);
        Handled handled = cases.assigned(Services.PLAIN, officer);
        LiveCase live = handled.live();
        String document = forOfficers(handled, uploads);
        for (String below : List.of("", "/documents/" + document, "/export")) {
            http.get(live.path() + below).as(officer).send().require(200);
        }
        live.events(people.system("cases:read")).require(200);
        List<Part> readings = Pages.all(http, live.path() + "/access-log", officer);
        requireAll(readings, "case", "document", "export", "events");
        Head end = log.seal();
        Stretch stretch = log.between(start, end);
        List<Part> entries = stretch.of(live.id());
        readings.forEach(reading -> expectSame(reading, entries, end));
        expectNoOther(readings, entries);
        expectNobody(
                entries,
                List.of(
                        officer.name(),
                        number.number().digits(),
                        number.number().tenDigits()));
        live.read(people.registrar()).require(200);
        List<Part> later = log.between(end, log.seal()).of(live.id());
        if (later.size() != 1) {
            throw ConformanceFailure.of(
                    "after the next sealing one entry more of the case, which was read once since the last",
                    later.size() + " more");
        }
        later.get(0).at("/content/what").is("case");
    }

    private static String forOfficers(Handled handled, Uploads uploads) {
        String document = uploads.text(handled.officer(), "Bara för handläggare");
        ObjectNode message = Bodies.message("Se bilagan.");
        message.set("documents", Json.array(Uploads.entry(document, "note", "a.txt")));
        message.set("audience", Json.object("to", "officers"));
        message.set("secrecy", Json.array(Json.object("provision", "OSL 26 kap. 1 §")));
        handled.live().perform(handled.officer(), message);
        return document;
    }

    /** Requires that the case's own log has what was read; that it has has requirements of its own. */
    private static void requireAll(List<Part> readings, String... what) {
        List<String> there = readings.stream()
                .map(reading -> reading.node().path("what").asString(""))
                .toList();
        if (!there.containsAll(List.of(what))) {
            throw new NotObserved(
                    Finding.of("readings of " + List.of(what) + " in the access log of the case", there.toString()),
                    Blame.SYSTEM);
        }
    }

    private static void expectSame(Part reading, List<Part> entries, Head end) {
        String id = reading.at("/id").text();
        List<Part> same = entries.stream()
                .filter(entry -> id.equals(entry.node().at("/content/id").asString("")))
                .toList();
        if (same.size() != 1) {
            reading.fail("this reading once in the access log of the authority, which was sealed up to "
                    + end.sequence() + "; there it is " + same.size() + " times");
        }
        Part content = same.get(0).at("/content");
        TOLD.forEach(member -> content.at(member).is(reading.at(member).node()));
        if (reading.at("/document").present()) {
            content.at("/document").is(reading.at("/document").node());
        } else {
            content.at("/document").isMissing();
        }
    }

    /** Expects nothing but those readings: whether a case's log shows the reading that it is itself is left open. */
    private static void expectNoOther(List<Part> readings, List<Part> entries) {
        List<String> known = Pages.ids(readings);
        List<Part> others = entries.stream()
                .filter(entry -> !known.contains(entry.node().at("/content/id").asString("")))
                .toList();
        boolean itself = readings.stream()
                .anyMatch(reading -> reading.node().path("what").asString("").equals("access-log"));
        if (others.size() != (itself ? 0 : 1)) {
            throw ConformanceFailure.of(
                    "each reading of the case that is in its access log, and the reading of that log itself",
                    others.size() + " other entries of the case");
        }
        others.forEach(entry -> entry.at("/content/what").is("access-log"));
    }

    private static void expectNobody(List<Part> entries, List<String> secrets) {
        for (Part entry : entries) {
            String text = Json.write(entry.node());
            if (secrets.stream().anyMatch(text::contains)) {
                entry.fail("neither names nor identity numbers");
            }
        }
    }

    @Requirement("CASE-099")
    @Test
    void case099_isOfOneAuthorityAlone(Http http, Cases cases, People people, Target target) {
        AuditLog ofA = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        AuditLog ofB = new AuditLog(http, people.auditor(Office.B), Office.B, target);
        Head startOfA = ofA.seal();
        Head startOfB = ofB.seal();
        LiveCase live = cases.submitted(people.person(), Services.B).live();
        live.read(people.officer(Office.B)).require(200);
        Head endOfA = ofA.seal();
        Head endOfB = ofB.seal();
        expectTold(ofB.between(startOfB, endOfB), live, 1);
        expectTold(ofA.between(startOfA, endOfA), live, 0);
    }

    private static void expectTold(Stretch stretch, LiveCase live, int times) {
        int told = stretch.of(live.id()).size();
        if (told != times) {
            throw ConformanceFailure.of(
                    "in the log of each authority the readings of its own cases; of a case that was read once " + times,
                    told + "");
        }
    }
}
