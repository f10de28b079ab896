package se.ryggrad.conformance.checks.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Readings;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Exported;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
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
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks whom the access log is shown to, in which order, and what it tells of whoever has read. */
@ConformanceCheck
class AccessLogCheck {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Requirement("CASE-083")
    @Test
    void case083_tellsWhoHasReadTheLatestFirst(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Readings log = Readings.of(live, submitted.applicant());
        Officer officer = people.officer();
        for (int i = 0; i < 3; i++) {
            live.read(officer).require(200);
            live.events(officer).require(200);
        }
        log.require(
                "case officer", "case officer", "case officer", "events officer", "events officer", "events officer");
        Answer answer = http.get(log.path()).as(submitted.applicant()).send().expect(200);
        List<Part> items = answer.at("/items").hasSize(6).items();
        for (Part item : items) {
            item.at("/id").matches(UUID);
            item.at("/at").exists();
            item.at("/what").isOneOf("case", "events");
            item.at("/actor").exists();
            item.at("/document").isMissing();
        }
        expectLatestFirst(items);
    }

    private static void expectLatestFirst(List<Part> items) {
        for (int i = 1; i < items.size(); i++) {
            String before = items.get(i - 1).at("/at").text();
            int order = items.get(i).at("/at").text().compareTo(before);
            String id = items.get(i - 1).at("/id").text();
            if (order > 0 || (order == 0 && items.get(i).at("/id").text().compareTo(id) > 0)) {
                items.get(i).fail("readings by at and then id, both descending");
            }
        }
    }

    @Requirement("CASE-083")
    @Test
    void case083_isForWhoeverMayReadTheCase(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        String path = handled.live().path();
        String log = path + "/access-log";
        Officer asked = people.officer(Office.A2);
        for (Officer other : List.of(asked, people.officer(Office.B))) {
            http.get(path).as(other).send().require(404);
            http.get(log).as(other).send().expectProblem(404, "not-found");
        }
        Person stranger = people.person();
        http.get(path).as(stranger).send().require(404);
        http.get(log).as(stranger).send().expectProblem(404, "not-found");
        http.get(log).send().expect(401);
        ObjectNode request = Bodies.request("").put("kind", "opinion").set("addressee", Json.object("unit", "unit-a2"));
        handled.live().perform(handled.officer(), request);
        SystemClient system = people.system("cases:read");
        for (TestActor may : List.of(handled.applicant(), handled.officer(), people.registrar(), system, asked)) {
            http.get(path).as(may).send().require(200);
            http.get(log).as(may).send().expect(200).at("/items").exists();
        }
    }

    @Requirement("CASE-083")
    @Test
    void case083_isReadPageByPage(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        Person party = submitted.applicant();
        Officer officer = people.officer();
        Readings log = Readings.of(submitted.live(), party);
        for (int i = 0; i < 3; i++) {
            submitted.live().read(officer).require(200);
        }
        log.require("case officer", "case officer", "case officer");
        List<Part> inPages = new ArrayList<>();
        for (int page = 1; page <= 2; page++) {
            Answer answer = http.get(log.path())
                    .as(party)
                    .query("limit", 2)
                    .query("page", page)
                    .query("count", true)
                    .send()
                    .expect(200);
            counted(answer).is(3);
            inPages.addAll(answer.at("/items").items());
        }
        if (!Pages.ids(inPages).equals(Pages.ids(log.whole()))) {
            throw ConformanceFailure.of(
                    "the pages of two to hold " + Pages.ids(log.whole()),
                    Pages.ids(inPages).toString());
        }
        http.get(log.path()).as(party).query("limit", 0).send().expect(400);
    }

    /** Returns the total; that it is there when it is asked for has a requirement of its own (CORE-026). */
    private static Part counted(Answer answer) {
        Part total = answer.at("/total");
        if (!total.present()) {
            throw new NotObserved(Finding.of("total with count=true", "none"), Blame.SYSTEM);
        }
        return total;
    }

    @Requirement("CASE-083")
    @Test
    void case083_namesADocumentToThoseAloneWhoMaySeeIt(Http http, Cases cases, Uploads uploads) {
        Handled handled = cases.assigned();
        Officer officer = handled.officer();
        ObjectNode secret = withDocument(uploads.text(officer, "Bara för handläggare"));
        secret.set("audience", Json.object("to", "officers"));
        secret.set("secrecy", Json.array(Json.object("provision", "OSL 26 kap. 1 §")));
        String hidden = sent(handled, secret);
        String open = sent(handled, withDocument(uploads.text(officer, "För alla")));
        Readings log = Readings.of(handled.live(), handled.applicant());
        http.get(handled.live().path() + "/documents/" + open)
                .as(officer)
                .send()
                .require(200);
        log.require("document officer").get(0).at("/document").is(open);
        http.get(handled.live().path() + "/documents/" + hidden)
                .as(officer)
                .send()
                .require(200);
        log.require("document officer").get(0).at("/document").isMissing();
        List<Part> whole = Pages.all(http, log.path(), officer);
        for (String document : List.of(open, hidden)) {
            if (whole.stream()
                    .noneMatch(reading ->
                            reading.node().path("document").asString("").equals(document))) {
                throw ConformanceFailure.of(
                        "a reading of the document " + document + " in the officer's log",
                        whole.stream().map(Part::node).toList().toString());
            }
        }
    }

    private static ObjectNode withDocument(String document) {
        return Bodies.message("Se bilagan.").set("documents", Json.array(Uploads.entry(document, "note", "a.txt")));
    }

    private static String sent(Handled handled, ObjectNode message) {
        handled.live().perform(handled.officer(), message);
        return message.at("/documents/0/id").asString("");
    }

    @Requirement("CASE-087")
    @Test
    void case087_isTheSameActorAsInAnEvent(Cases cases) {
        Handled handled = cases.assigned();
        Readings log = Readings.of(handled.live(), handled.applicant());
        handled.live().read(handled.officer()).require(200);
        Part reader = log.require("case officer").get(0).at("/actor");
        Part actor = Timeline.of(handled.live(), handled.applicant())
                .last("assigned")
                .at("/content/actor");
        for (String member : List.of("/kind", "/id", "/unit", "/right")) {
            reader.at(member).is(actor.at(member).node());
        }
    }

    @Requirement("CASE-087")
    @Test
    void case087_tellsWhatReadersAreAndNotWhoTheyAre(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Readings log = Readings.of(live, submitted.applicant());
        Person number = people.person();
        Officer officer = people.officer().who(number);
        Officer registrar = people.registrar();
        live.read(officer).require(200);
        expectActor(log.require("case officer"), "officer", "office")
                .at("/unit")
                .is("unit-a");
        live.read(registrar).require(200);
        Part second = expectActor(log.require("case officer"), "officer", "office");
        second.at("/unit").isMissing();
        second.at("/acr").matches("http://id\\.elegnamnden\\.se/loa/1\\.0/loa3");
        live.read(people.system("cases:read")).require(200);
        Part third = expectActor(log.require("case system"), "system", "scope");
        third.at("/unit").isMissing();
        third.at("/acr").isMissing();
        Answer answer = http.get(log.path()).as(submitted.applicant()).send().expect(200);
        String text = answer.body().text();
        for (String secret : List.of(
                officer.name(),
                registrar.name(),
                number.number().digits(),
                number.number().tenDigits())) {
            if (text.contains(secret)) {
                answer.fail("neither names nor identity numbers", "one", "/items");
            }
        }
    }

    private static Part expectActor(List<Part> readings, String kind, String right) {
        Part actor = readings.get(0).at("/actor");
        actor.at("/kind").is(kind);
        actor.at("/id").matches(UUID);
        actor.at("/right").is(right);
        actor.satisfies("the members of an actor alone", AccessLogCheck::isBare);
        return actor;
    }

    private static boolean isBare(JsonNode actor) {
        return Set.of("kind", "id", "unit", "right", "acr", "for").containsAll(actor.propertyNames());
    }

    @Requirement("CASE-088")
    @Test
    void case088_theExportHasTheWholeLog(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Readings log = Readings.of(live, submitted.applicant());
        Officer officer = people.officer();
        live.read(officer).require(200);
        live.events(officer).require(200);
        Answer answer = http.get(live.path() + "/export").as(officer).send().require(200);
        JsonNode exported = Exported.of(answer).json().path("accessLog");
        log.require("case officer", "events officer", "export officer");
        JsonNode whole = Json.array(log.whole().stream().map(Part::node).toArray());
        if (!Contract.same(whole, exported)) {
            answer.fail("accessLog as " + log.path() + " tells it: " + Json.write(whole), Json.write(exported), null);
        }
    }
}
