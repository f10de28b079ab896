package se.ryggrad.conformance.checks.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Readings;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks which readings come to the access log, which do not, and that none changes the case. */
@ConformanceCheck
class ReadingCheck {

    @Requirement("CASE-084")
    @Test
    void case084_logsWhoeverIsNoParty(Cases cases, People people) {
        Handled handled = cases.assigned();
        ObjectNode request = Bodies.request("").put("kind", "opinion").set("addressee", Json.object("unit", "unit-a2"));
        handled.live().perform(handled.officer(), request);
        Readings log = Readings.of(handled.live(), handled.applicant());
        for (Officer officer :
                List.of(handled.officer(), people.officer(), people.registrar(), people.officer(Office.A2))) {
            handled.live().read(officer).require(200);
            log.expect("case officer");
        }
        handled.live().read(people.system("cases:read")).require(200);
        log.expect("case system");
    }

    @Requirement("CASE-084")
    @Test
    void case084_logsWhateverIsReadOnce(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String document = uploads.text(person, "Innehåll");
        LiveCase live = withDocument(cases, person, document);
        Readings log = Readings.of(live, person);
        Officer officer = people.officer();
        Map<String, String> read = new TreeMap<>(Map.of(
                "",
                "case",
                "/events",
                "events",
                "/documents/" + document,
                "document",
                "/export",
                "export",
                "/access-log",
                "access-log"));
        read.forEach((below, what) -> {
            http.get(live.path() + below).as(officer).send().require(200);
            List<Part> added = log.expect(what + " officer");
            if (what.equals("document")) {
                added.get(0).at("/document").is(document);
            }
        });
    }

    @Requirement("CASE-084")
    @Test
    void case084_logsWhatIsAnsweredWith304Or206(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String document = uploads.text(person, "Innehåll");
        LiveCase live = withDocument(cases, person, document);
        Officer officer = people.officer();
        String path = live.path() + "/documents/" + document;
        Answer whole = http.get(path).as(officer).send().require(200);
        String tag = whole.header("ETag").orElse("\"none\"");
        String seen = live.tag(officer);
        Readings log = Readings.of(live, person);
        http.get(live.path()).as(officer).header("If-None-Match", seen).send().require(304);
        log.expect("case officer");
        http.get(path).as(officer).header("If-None-Match", tag).send().require(304);
        log.expect("document officer");
        http.get(path).as(officer).header("Range", "bytes=0-2").send().require(206);
        log.expect("document officer");
    }

    private static LiveCase withDocument(Cases cases, Person person, String document) {
        JsonNode body = Bodies.newCase(Services.PLAIN, "Lästs")
                .set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        return cases.create(person, body);
    }

    @Requirement("CASE-085")
    @Test
    void case085_leavesNothingOfAParty(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String document = uploads.text(person, "Innehåll");
        LiveCase live = withDocument(cases, person, document);
        Readings log = Readings.of(live, person);
        for (String below : List.of("", "/events", "/access-log", "/documents/" + document)) {
            http.get(live.path() + below).as(person).send().require(200);
        }
        String tag = live.tag(person);
        http.get(live.path()).as(person).header("If-None-Match", tag).send().require(304);
        log.expect();
        live.read(people.officer()).require(200);
        log.require("case officer");
    }

    @Requirement("CASE-085")
    @Test
    void case085_leavesNothingOfWhoeverFollowsByCode(Http http, Cases cases, People people) {
        LiveCase live = cases.anonymous();
        Officer officer = people.officer();
        String code = live.created().at("/followUpCode").text();
        http.post("/follow-up").json(Json.object("followUpCode", code)).send().require(200);
        expectAllByOfficers(Pages.all(http, live.path() + "/access-log", officer));
        live.read(officer).require(200);
        List<Part> after = Pages.all(http, live.path() + "/access-log", officer);
        if (after.isEmpty()) {
            throw new NotObserved(Finding.of("the officer's reading in the log", "nothing"), Blame.SYSTEM);
        }
        expectAllByOfficers(after);
    }

    private static void expectAllByOfficers(List<Part> readings) {
        readings.forEach(reading -> reading.at("/actor/kind").is("officer"));
    }

    @Requirement("CASE-085")
    @Test
    void case085_leavesNothingOfListsAndActions(Http http, Cases cases, People people) {
        Handled handled = cases.assigned(Services.PLAIN, people.officer());
        LiveCase live = handled.live();
        Officer officer = handled.officer();
        Readings log = Readings.of(live, handled.applicant());
        Answer seen = live.read(officer).require(200);
        log.require("case officer");
        live.actAfter(seen, officer, Bodies.request(seen.at("/parties/0/id").text()))
                .require(200);
        live.acting(officer, Bodies.message("Hej.")).send().require(200);
        live.acting(officer, Bodies.action("memo").put("text", "Utkast")).send().require(201);
        http.get(live.path() + "/memos").as(officer).send().require(200);
        http.get("/cases?officer=me").as(officer).send().require(200);
        log.expect();
    }

    @Requirement("CASE-085")
    @Test
    void case085_leavesNothingOfWhatIsRefused(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String document = uploads.text(person, "Innehåll");
        LiveCase live = withDocument(cases, person, document);
        String path = live.path();
        Officer officer = people.officer();
        Readings log = Readings.of(live, person);
        for (String below : List.of("", "/events", "/access-log", "/export", "/documents/" + document)) {
            http.get(path + below).as(people.officer(Office.A2)).send().require(404);
            http.get(path + below).as(officer.at(Assurance.LOA2)).send().require(403);
            http.get(path + below).as(people.system("events:read")).send().require(403);
        }
        Officer centre = people.contactCentre();
        for (String below : List.of("/events", "/access-log", "/export", "/documents/" + document)) {
            http.get(path + below).as(centre).send().require(403);
        }
        http.get(path).as(people.person()).send().require(404);
        http.get(path + "/export").as(person).send().require(403);
        http.get(path + "/documents/" + UUID.randomUUID()).as(officer).send().require(404);
        http.get(path + "/documents/" + document)
                .as(officer)
                .header("Range", "bytes=999-")
                .send()
                .require(416);
        http.get(path + "/events").as(officer).query("limit", 0).send().require(400);
        log.expect();
        live.read(officer).require(200);
        log.require("case officer");
    }

    @Requirement("CASE-086")
    @Test
    void case086_changesNothingOfTheCase(Http http, Cases cases, People people, Target target) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Person person = submitted.applicant();
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        Answer before = live.read(person).require(200);
        Answer events = live.events(person).require(200);
        Officer officer = people.officer();
        SystemClient system = people.system("cases:read");
        Readings log = Readings.of(live, person);
        for (String below : List.of("", "/events", "/access-log", "/export")) {
            http.get(live.path() + below).as(officer).send().require(200);
            http.get(live.path() + below).as(system).send().require(200);
        }
        Answer after = live.read(person).require(200);
        for (String member : List.of("/version", "/updatedAt", "/chain")) {
            after.at(member).is(before.at(member).node());
        }
        if (!after.header("ETag").equals(before.header("ETag"))) {
            after.fail("the ETag of before the readings", after.header("ETag").orElse("none"), null);
        }
        if (!live.events(person).require(200).body().equals(events.body())) {
            throw ConformanceFailure.of("the events of before the readings", "others");
        }
        if (log.added().isEmpty()) {
            throw new NotObserved(Finding.of("readings in the access log", "none"), Blame.SYSTEM);
        }
        live.perform(person, Bodies.message("Hej."));
        String head = live.text(person, "/chain/hash");
        int inFeed = Feed.of(feed.through(head), live.id()).size();
        if (inFeed == 0) {
            throw new NotObserved(Finding.of("the message in the feed", "nothing"), Blame.SYSTEM);
        }
        if (inFeed > 1) {
            throw ConformanceFailure.of("in the feed a message alone", inFeed + " events of the case");
        }
    }
}
