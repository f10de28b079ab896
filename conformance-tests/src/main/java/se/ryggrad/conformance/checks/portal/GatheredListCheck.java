package se.ryggrad.conformance.checks.portal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;
import se.ryggrad.conformance.target.Target;

/** Checks the order of the overview, and how it is read page by page. */
@ConformanceCheck
class GatheredListCheck {

    private static final Pattern NEXT = Pattern.compile("<(https?://[^>]+)>\\s*;\\s*rel=\"?next\"?");

    private static final String[] ORDER = {
        "steady/past",
        "second/soon",
        "second/same-day",
        "steady/same-day-a",
        "steady/same-day-b",
        "steady/later",
        "second/newest",
        "steady/due-but-not-asked",
        "second/tie-b",
        "steady/tie-a",
        "steady/asked-without-a-day",
        "second/oldest"
    };

    /** Plans items so that neither the sources nor their own order are that of the overview. */
    private static Visitor visitor(Http http, People people) {
        return Visitor.of(http, people)
                .with(
                        PlayedSource.STEADY,
                        PlayedItem.of("tie-a", "2026-10-20T08:00:00.000Z"),
                        PlayedItem.due("later", "2027-05-01").put("updatedAt", "2026-11-26T08:00:00.000Z"),
                        PlayedItem.due("same-day-b", "2027-02-10"),
                        PlayedItem.of("asked-without-a-day", "2026-10-10T08:00:00.000Z")
                                .put("actionRequired", true),
                        PlayedItem.of("due-but-not-asked", "2026-10-25T08:00:00.000Z")
                                .put("dueOn", "2024-01-01"),
                        PlayedItem.due("same-day-a", "2027-02-10"),
                        PlayedItem.due("past", "2023-06-30").put("updatedAt", "2020-01-01T08:00:00.000Z"))
                .with(
                        PlayedSource.SECOND,
                        PlayedItem.of("oldest", "2019-01-01T08:00:00.000Z"),
                        PlayedItem.due("same-day", "2027-02-10"),
                        PlayedItem.of("tie-b", "2026-10-20T08:00:00.000Z"),
                        PlayedItem.of("newest", "2026-11-27T08:00:00.000Z"),
                        PlayedItem.due("soon", "2027-01-15"));
    }

    @Requirement("MINA-016")
    @Test
    void mina016_beginsWithWhatIsAskedByADay(Http http, People people) {
        visitor(http, people).read().expectOrder(ORDER);
    }

    @Requirement("MINA-016")
    @Test
    void mina016_isOrderedBeforeItIsCutIntoPages(Http http, People people) {
        Visitor visitor = visitor(http, people);
        visitor.read().expectOrder(ORDER);
        for (int page = 1; page <= 3; page++) {
            Answer answer =
                    visitor.call().query("limit", 5).query("page", page).send().expect(200);
            List<String> wanted = List.of(ORDER).subList(5 * page - 5, Math.min(5 * page, ORDER.length));
            List<String> shown = Overview.order(answer).toList();
            if (!shown.equals(wanted)) {
                answer.fail("the items " + wanted, shown.toString(), "/items");
            }
        }
    }

    @Requirement("CORE-023")
    @Test
    void core023_boundsTheOverviewOfAPortal(Http http, People people, Target target) {
        if (isPortal(target)) {
            Visitor visitor = Visitor.of(http, people);
            visitor.call().query("limit", 100).send().expect(200);
            for (String name : List.of("limit", "page")) {
                Answer answer = visitor.call().query(name, 0).send().expectProblem(400, "malformed");
                answer.at("/errors/0/parameter").is(name);
            }
        }
    }

    @Requirement("CORE-024")
    @Test
    void core024_linksToTheNextPageOfTheOverviewOfAPortal(Http http, People people, Target target) {
        if (isPortal(target)) {
            Visitor visitor = visitor(http, people);
            visitor.read();
            Answer first = visitor.call().query("limit", 10).send().expect(200);
            Matcher matcher = NEXT.matcher(first.expectHeader("Link"));
            if (!matcher.find()) {
                first.fail("a Link with an absolute address and rel=\"next\"", first.expectHeader("Link"), null);
            }
            Answer last = http.get(matcher.group(1)).as(visitor.reader()).send().expect(200);
            last.at("/items").hasSize(2);
            if (last.header("Link").orElse("").contains("next")) {
                last.fail("no link to a next page", last.expectHeader("Link"), null);
            }
        }
    }

    @Requirement("CORE-026")
    @Test
    void core026_countsTheOverviewOfAPortal(Http http, People people, Target target) {
        if (isPortal(target)) {
            Visitor visitor = visitor(http, people);
            visitor.read();
            visitor.call().send().expect(200).at("/total").isMissing();
            Call counted = visitor.call().query("count", "true").query("limit", 1);
            counted.send().expect(200).at("/total").is(ORDER.length);
        }
    }

    @Requirement("CORE-027")
    @Test
    void core027_refusesOtherParametersOfTheOverviewOfAPortal(Http http, People people, Target target) {
        if (isPortal(target)) {
            Visitor visitor = Visitor.of(http, people);
            visitor.call().send().expect(200);
            for (String name : List.of("status", "source", "updatedSince")) {
                Answer answer = visitor.call().query(name, "x").send().expectProblem(400, "malformed");
                answer.at("/errors/0/code").is("unknown-parameter");
            }
        }
    }

    private static boolean isPortal(Target target) {
        return target.plays("mina-sidor");
    }
}
