package se.ryggrad.conformance.checks.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.SummerTime;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;

/** Checks the list of cases: its order, its items and its filters. */
@ConformanceCheck
class ListCheck {

    @Requirement("CASE-020")
    @Test
    void case020_newestFirstWithAFixedItem(Http http, Cases cases, People people) {
        Person person = people.person();
        List<LiveCase> made = new ArrayList<>();
        for (Services service : List.of(Services.PLAIN, Services.MANUAL, Services.B, Services.INFORMATION)) {
            made.add(cases.submitted(person, service).live());
        }
        made.get(0).perform(person, Bodies.message("Senast ändrad, men först mottagen."));
        Answer list = http.get("/cases").as(person).send().expect(200);
        List<Part> items = list.at("/items").hasSize(made.size()).items();
        expectOrder(items, "receivedAt", true);
        for (Part item : items) {
            Schemas.expect(item, "case-item");
            item.at("/officer").isMissing();
            LiveCase live = made.stream()
                    .filter(m -> m.id().equals(item.at("/id").text()))
                    .findFirst()
                    .orElseThrow(() -> list.failure("the person's own cases", "another", "/items"));
            expectAgrees(item, live.read(person).expect(200).json());
        }
    }

    private static void expectAgrees(Part item, JsonNode whole) {
        for (String member : item.node().propertyNames()) {
            if (!member.equals("service")) {
                item.at("/" + member).is(whole.path(member));
            }
        }
        item.at("/service/id").is(whole.at("/service/id"));
        item.at("/service/title").is(whole.at("/service/title"));
    }

    @Requirement("CASE-020")
    @Test
    void case020_pagesFollowTheSameOrder(Http http, Cases cases, People people) {
        Person person = people.person();
        for (int i = 0; i < 5; i++) {
            cases.plain(person);
        }
        List<String> whole = Pages.ids(Pages.all(http, "/cases", person));
        List<Part> inPages = Pages.all(
                page -> http.get("/cases")
                        .as(person)
                        .query("limit", 2)
                        .query("page", page)
                        .send(),
                2);
        if (!whole.equals(Pages.ids(inPages))) {
            throw ConformanceFailure.of(
                    "the pages of two to hold " + whole, Pages.ids(inPages).toString());
        }
        expectOrder(inPages, "receivedAt", true);
    }

    @Requirement("CASE-021")
    @Test
    void case021_limitsByStatusAndService(Http http, Cases cases, People people) {
        Person person = people.person();
        String plain = cases.plain(person).live().id();
        String manual = cases.submitted(person, Services.MANUAL).live().id();
        String done = cases.submitted(person, Services.INFORMATION).live().id();
        expectIds(http, person, "?status=registered", plain);
        expectIds(http, person, "?status=submitted", manual);
        expectIds(http, person, "?status=closed", done);
        expectIds(http, person, "?status=decided");
        expectIds(http, person, "?service=conformance-manual", manual);
        expectIds(http, person, "?service=conformance-manual&status=closed");
        expectIds(http, person, "?service=conformance-b");
    }

    @Requirement("CASE-021")
    @Test
    void case021_updatedSinceIncludesTheInstantAndTurnsTheOrder(Http http, Cases cases, People people) {
        Person person = people.person();
        List<LiveCase> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(cases.plain(person).live());
        }
        made.get(0).perform(person, Bodies.message("Nu är detta det senast ändrade."));
        String since = made.get(2).text(person, "/updatedAt");
        List<Part> items = Pages.all(http, "/cases?updatedSince=" + since, person);
        expectOrder(items, "updatedAt", false);
        List<String> expected = made.stream()
                .filter(m -> m.text(person, "/updatedAt").compareTo(since) >= 0)
                .map(LiveCase::id)
                .sorted()
                .toList();
        if (!Pages.ids(items).stream().sorted().toList().equals(expected)) {
            throw ConformanceFailure.of(
                    "the cases updated at or after " + since + ": " + expected, "" + Pages.ids(items));
        }
        String sameInstant = SummerTime.of(Instant.parse(since));
        http.get("/cases")
                .as(person)
                .query("updatedSince", sameInstant)
                .send()
                .hint("Every time zone is taken: " + sameInstant + " is " + since)
                .expect(200)
                .at("/items")
                .hasSize(expected.size());
    }

    @Requirement("CASE-022")
    @Test
    void case022_limitsByOfficer(Http http, Cases cases, People people) {
        Officer officer = people.officer();
        String id = http.get("/me").as(officer).send().require(200).at("/id").text();
        Handled mine = cases.assigned(Services.PLAIN, officer);
        Handled others = cases.assigned();
        Submitted free = cases.plain();
        String since = "&updatedSince=" + mine.live().text(officer, "/updatedAt");
        expectIds(http, officer, "?officer=me", mine.live().id());
        expectIds(http, officer, "?officer=" + id, mine.live().id());
        Part item = Pages.all(http, "/cases?officer=me", officer).get(0);
        Schemas.expect(item, "case-item");
        item.at("/officer/officer").is(id);
        List<String> none = Pages.ids(Pages.allWith(
                http, "/cases?officer=none" + since, officer, free.live().id()));
        if (!none.contains(free.live().id())
                || none.contains(mine.live().id())
                || none.contains(others.live().id())) {
            throw ConformanceFailure.of("officer=none to hold the unassigned case and no other", none.toString());
        }
    }

    @Requirement("CASE-022")
    @Test
    void case022_limitsByUnit(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        String id = handled.live().id();
        String since = "&updatedSince=" + handled.live().text(handled.officer(), "/updatedAt");
        Officer registrar = people.registrar();
        List<String> inUnit = Pages.ids(Pages.allWith(http, "/cases?unit=unit-a" + since, registrar, id));
        List<Part> inOther = Pages.all(http, "/cases?unit=unit-a2" + since, registrar);
        inOther.forEach(i -> i.at("/unit").is("unit-a2"));
        if (!inUnit.contains(id) || Pages.ids(inOther).contains(id)) {
            throw ConformanceFailure.of(id + " with unit=unit-a and not with unit=unit-a2", inUnit + " " + inOther);
        }
    }

    @Requirement("CASE-022")
    @Test
    void case022_areNotForAPerson(Http http, People people) {
        Person person = people.person();
        for (String filter : List.of("officer=me", "officer=none", "unit=unit-a")) {
            http.get("/cases?" + filter).as(person).send().expectProblem(400, "malformed");
        }
    }

    private static void expectIds(Http http, TestActor reader, String filter, String... ids) {
        List<String> found = Pages.ids(Pages.all(http, "/cases" + filter, reader));
        if (!found.equals(List.of(ids))) {
            throw ConformanceFailure.of(filter + " to give " + List.of(ids), found.toString());
        }
    }

    private static void expectOrder(List<Part> items, String instant, boolean descending) {
        for (int i = 1; i < items.size(); i++) {
            String before = items.get(i - 1).at("/" + instant).text();
            String after = items.get(i).at("/" + instant).text();
            int order = descending ? after.compareTo(before) : before.compareTo(after);
            String ids = items.get(i - 1).at("/id").text();
            if (order > 0 || (order == 0 && ids.compareTo(items.get(i).at("/id").text()) > 0)) {
                items.get(i).fail("items by " + instant + (descending ? " descending" : " ascending") + ", then id");
            }
        }
    }

    @Requirement("CASE-021")
    @Test
    void case021_filtersHoldTogether(Http http, Cases cases, People people) {
        Person person = people.person();
        LiveCase first = cases.plain(person).live();
        cases.submitted(person, Services.MANUAL);
        cases.submitted(person, Services.INFORMATION);
        String since = "updatedSince=" + first.text(person, "/updatedAt");
        expectIds(http, person, "?status=registered&" + since, first.id());
        expectIds(http, person, "?service=conformance-plain&" + since, first.id());
        expectIds(http, person, "?service=conformance-plain&status=registered&" + since, first.id());
        expectIds(http, person, "?service=conformance-plain&status=closed&" + since);
    }

    @Requirement("CASE-022")
    @Test
    void case022_openNoCaseOfAnotherUnit(Http http, Cases cases, People people) {
        Handled handled = cases.assigned(Services.PLAIN, people.officer());
        String id = handled.live().text(handled.officer(), "/officer/officer");
        expectIds(http, handled.officer(), "?officer=" + id, handled.live().id());
        for (Officer other : List.of(people.officer(Office.A2), people.officer(Office.B))) {
            expectIds(http, other, "?officer=" + id);
            if (Pages.find(
                            Pages.all(http, "/cases?unit=unit-a", other),
                            handled.live().id())
                    .isPresent()) {
                throw ConformanceFailure.of("the case of another unit not in the list", "there");
            }
        }
    }

    @Requirement("CASE-020")
    @Test
    void case020_tellsAPersonNoOfficer(Http http, Cases cases, People people) {
        Handled handled = cases.assigned(Services.PLAIN, people.officer());
        Part seen = Pages.find(
                        Pages.all(http, "/cases", handled.applicant()),
                        handled.live().id())
                .orElseThrow(() -> ConformanceFailure.of("the case in the applicant's list", "not there"));
        seen.at("/officer").isMissing();
        Part own = Pages.find(
                        Pages.all(http, "/cases?officer=me", handled.officer()),
                        handled.live().id())
                .orElseThrow(() -> ConformanceFailure.of("the case in the officer's list", "not there"));
        own.at("/officer/officer").exists();
    }
}
