package se.ryggrad.conformance.checks.core;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks how lists are read page by page. */
@ConformanceCheck
class ListCheck {

    private static final List<String> DISCOVERY =
            List.of("/api-info", "/capabilities", "/openapi", "/.well-known/oauth-protected-resource");

    @Requirement("CORE-022")
    @Test
    void core022_pagesWithLimitAndPage(Http http, People people, Cases cases) {
        Person person = withCases(people, cases, 3);
        Answer all = list(http, person).send().expect(200);
        all.at("/limit").is(20);
        all.at("/page").is(1);
        all.at("/items").hasSize(3);
        Answer first =
                list(http, person).query("limit", 2).query("page", 1).send().expect(200);
        first.at("/items").hasSize(2);
        first.at("/limit").is(2);
        Answer second =
                list(http, person).query("limit", 2).query("page", 2).send().expect(200);
        second.at("/items").hasSize(1);
        second.at("/page").is(2);
        second.at("/items/0/id").is(all.at("/items/2/id").text());
        list(http, person).query("limit", 100).send().expect(200).at("/items").hasSize(3);
    }

    @Requirement("CORE-023")
    @Test
    void core023_refusesALimitOrPageOutOfBounds(Http http, People people) {
        Person person = people.person();
        for (String limit : List.of("0", "101", "-1", "x", "1.5", "")) {
            Answer answer = list(http, person).query("limit", limit).send().expectProblem(400, "malformed");
            answer.at("/errors/0/parameter").is("limit");
        }
        for (String page : List.of("0", "-1", "x")) {
            Answer answer = list(http, person).query("page", page).send().expectProblem(400, "malformed");
            answer.at("/errors/0/parameter").is("page");
        }
        http.get("/services").query("limit", 101).send().expectProblem(400, "malformed");
    }

    @Requirement("CORE-024")
    @Test
    void core024_linksToTheNextPageOnlyWhenThereIsOne(Http http, People people, Cases cases) {
        Person person = withCases(people, cases, 2);
        String link = list(http, person).query("limit", 1).send().expect(200).expectHeader("Link");
        Matcher matcher =
                Pattern.compile("<(https?://[^>]+)>\\s*;\\s*rel=\"?next\"?").matcher(link);
        if (!matcher.find()) {
            throw ConformanceFailure.of("a Link with an absolute address and rel=\"next\"", link);
        }
        Answer last = http.get(matcher.group(1)).as(person).send().expect(200);
        last.at("/page").is(2);
        last.at("/items").hasSize(1);
        expectNoNext(last);
        expectNoNext(list(http, person).query("limit", 2).send().expect(200));
    }

    @Requirement("CORE-025")
    @Test
    void core025_isEmptyPastTheEnd(Http http, People people, Cases cases) {
        Person person = withCases(people, cases, 1);
        Answer answer = list(http, person).query("page", 9).send().expect(200);
        answer.at("/items").hasSize(0);
        answer.at("/page").is(9);
        expectNoNext(answer);
        for (String far : List.of("4294967297", "9999999999")) {
            Answer beyond = list(http, person)
                    .query("page", far)
                    .send()
                    .hint("Nothing is there, whether the server calls the number a page or a fault: " + far)
                    .expect(200, 400);
            if (beyond.status() == 200) {
                beyond.at("/items").hasSize(0);
            }
        }
    }

    @Requirement("CORE-026")
    @Test
    void core026_countsWhenAskedAndOnlyWhatIsSeen(Http http, People people, Cases cases) {
        Person person = withCases(people, cases, 2);
        cases.plain();
        list(http, person).send().expect(200).at("/total").isMissing();
        list(http, person)
                .query("count", "false")
                .send()
                .expect(200)
                .at("/total")
                .isMissing();
        Answer counted = list(http, person)
                .query("count", "true")
                .query("limit", 1)
                .send()
                .expect(200);
        counted.at("/total").is(2);
        counted.at("/items").hasSize(1);
    }

    @Requirement("CORE-027")
    @Test
    void core027_refusesParametersThatItDoesNotHaveOrGetsTwice(Http http, People people) {
        Person person = people.person();
        Answer unknown = list(http, person).query("colour", "red").send().expectProblem(400, "malformed");
        unknown.at("/errors/0/code").is("unknown-parameter");
        Answer twice =
                list(http, person).query("limit", 1).query("limit", 2).send().expectProblem(400, "malformed");
        twice.at("/errors/0/code").is("duplicate-parameter");
        twice.at("/errors/0/parameter").is("limit");
        http.get("/services").query("colour", "red").send().expectProblem(400, "malformed");
        http.get("/me").as(person).query("colour", "red").send().expectProblem(400, "malformed");
    }

    private static Person withCases(People people, Cases cases, int count) {
        Person person = people.person();
        for (int i = 0; i < count; i++) {
            cases.plain(person);
        }
        return person;
    }

    private static Call list(Http http, Person person) {
        return http.get("/cases").as(person);
    }

    private static void expectNoNext(Answer answer) {
        String link = answer.header("Link").orElse("");
        if (link.contains("next")) {
            answer.fail("no link to a next page", link, null);
        }
    }

    @Requirement("CORE-023")
    @Test
    void core023_boundsEveryList(Http http, Cases cases) {
        Handled handled = cases.assigned();
        String path = handled.live().path();
        for (String list : List.of("/services", "/cases", path + "/events", path + "/memos")) {
            http.get(list).as(handled.officer()).query("limit", 1).send().expect(200);
            for (Object limit : List.of(0, 101)) {
                Call call = http.get(list).as(handled.officer()).query("limit", limit);
                call.send()
                        .expectProblem(400, "malformed")
                        .at("/errors/0/parameter")
                        .is("limit");
            }
            http.get(list).as(handled.officer()).query("page", 0).send().expectProblem(400, "malformed");
        }
    }

    @Requirement("CORE-023")
    @Test
    void core023_boundsTheOverview(Http http, People people) {
        Person person = people.person();
        overview(http, person).query("limit", 100).send().expect(200);
        for (String name : List.of("limit", "page")) {
            Answer answer = overview(http, person).query(name, 0).send().expectProblem(400, "malformed");
            answer.at("/errors/0/parameter").is(name);
        }
    }

    private static Call overview(Http http, Person person) {
        return http.get("/overview-items").as(person);
    }

    @Requirement("CORE-024")
    @Test
    void core024_keepsTheFiltersInTheLink(Http http, People people, Cases cases) {
        Person person = withCases(people, cases, 2);
        cases.submitted(person, Services.INFORMATION);
        Answer first = list(http, person)
                .query("status", "registered")
                .query("limit", 1)
                .query("count", "true")
                .send()
                .expect(200);
        Matcher matcher = Pattern.compile("<([^>]+)>").matcher(first.expectHeader("Link"));
        if (!matcher.find()) {
            first.fail("a Link to the next page", first.expectHeader("Link"), null);
        }
        Answer last = http.get(matcher.group(1)).as(person).send().expect(200);
        last.at("/items").hasSize(1).at("/0/status").is("registered");
        last.at("/total").is(2);
        expectNoNext(last);
    }

    @Requirement("CORE-026")
    @Test
    void core026_countsWhatTheFiltersLeave(Http http, People people, Cases cases) {
        Person person = withCases(people, cases, 2);
        cases.submitted(person, Services.INFORMATION);
        for (Map.Entry<String, Integer> each :
                Map.of("registered", 2, "closed", 1, "decided", 0).entrySet()) {
            Call call = list(http, person).query("count", "true").query("status", each.getKey());
            call.send().expect(200).at("/total").is(each.getValue());
        }
        list(http, person).query("count", "yes").send().expectProblem(400, "malformed");
    }

    @Requirement("CORE-027")
    @Test
    void core027_refusesUnknownParametersEverywhere(Http http, Cases cases) {
        Handled handled = cases.assigned();
        String path = handled.live().path();
        String service = "/services/" + Services.PLAIN.id();
        Stream<String> paths = Stream.of(path, path + "/events", path + "/memos", path + "/export", service);
        for (String each : Stream.concat(paths, DISCOVERY.stream()).toList()) {
            http.get(each).as(handled.officer()).send().expect(200);
            Call call = http.get(each).as(handled.officer()).query("colour", "red");
            call.send().expectProblem(400, "malformed").at("/errors/0/code").is("unknown-parameter");
        }
        handled.live()
                .acting(handled.officer(), Bodies.message("x"))
                .query("colour", "red")
                .send()
                .expectProblem(400, "malformed");
    }

    @Requirement("CORE-024")
    @Test
    void core024_linksToTheNextPageOfTheOverview(Http http, People people, Cases cases) {
        Person person = withCases(people, cases, 2);
        Answer first = overview(http, person).query("limit", 1).send().expect(200);
        String link = first.expectHeader("Link");
        Matcher matcher =
                Pattern.compile("<(https?://[^>]+)>\\s*;\\s*rel=\"?next\"?").matcher(link);
        if (!matcher.find()) {
            throw ConformanceFailure.of("a Link with an absolute address and rel=\"next\"", link);
        }
        Part second = http.get(matcher.group(1)).as(person).send().expect(200).at("/items");
        second.hasSize(1).at("/0/id").isNot(first.at("/items/0/id").node());
        expectNoNext(overview(http, person).query("limit", 100).send().expect(200));
    }

    @Requirement("CORE-026")
    @Test
    void core026_countsTheItemsOfTheOverview(Http http, People people, Cases cases) {
        Person person = withCases(people, cases, 2);
        cases.plain();
        overview(http, person).send().expect(200).at("/total").isMissing();
        List<Part> items = Pages.all(
                page -> overview(http, person)
                        .query("limit", 1)
                        .query("page", page)
                        .send()
                        .expect(200),
                1);
        Call counted = overview(http, person).query("count", "true").query("limit", 1);
        Part total = counted.send().expect(200).at("/total").is(items.size());
        total.satisfies("the two cases, at least", number -> number.asInt() >= 2);
    }

    @Requirement("CORE-027")
    @Test
    void core027_refusesTheFiltersOfCasesInTheOverview(Http http, People people) {
        Person person = people.person();
        for (String filter : List.of("status", "service", "updatedSince")) {
            Answer answer = overview(http, person).query(filter, "x").send().expectProblem(400, "malformed");
            answer.at("/errors/0/code").is("unknown-parameter");
        }
    }

    @Requirement("CORE-026")
    @Test
    void core026_countsTheEventsOfACase(Http http, Cases cases) {
        Handled handled = cases.assigned();
        Call call = http.get(handled.live().path() + "/events").as(handled.applicant());
        Answer page = call.query("count", "true").query("limit", 2).send().expect(200);
        page.at("/items").hasSize(2);
        page.at("/total").is(3);
    }
}
