package se.ryggrad.conformance.checks.index;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;
import se.ryggrad.conformance.target.Target;

/** Checks the order of an overview of sources that are asked and sources that push. */
@ConformanceCheck
class MixedOrderCheck {

    private static final String TIE = "2026-10-20T08:00:00.000Z";
    private static final int PAGE = 5;

    @Requirement("MINA-016")
    @Test
    void mina016_mixesWhatIsPushedWithTheRest(People people, OverviewIndex index, Target target) {
        if (OverviewIndex.offeredBy(target)) {
            Person person = people.person();
            Visitor visitor = index.visitor(person)
                    .with(
                            PlayedSource.STEADY,
                            PlayedItem.of("a", TIE),
                            PlayedItem.due("b", "2027-02-10"),
                            PlayedItem.of("c", "2026-11-27T08:00:00.000Z"),
                            PlayedItem.due("d", "2027-01-15"))
                    .with(PlayedSource.SECOND, PlayedItem.of("e", TIE), PlayedItem.due("f", "2027-02-10"));
            List<String> order = order(index, person);
            visitor.read().expectOrder(order.toArray(String[]::new));
            for (int page = 1; page <= 3; page++) {
                Answer answer = visitor.call()
                        .query("limit", PAGE)
                        .query("page", page)
                        .send()
                        .expect(200);
                List<String> wanted = order.subList(PAGE * (page - 1), Math.min(PAGE * page, order.size()));
                List<String> shown = Overview.order(answer).toList();
                if (!shown.equals(wanted)) {
                    answer.fail("the items " + wanted, shown.toString(), "/items");
                }
            }
        }
    }

    /** Pushes what stands between the items of the sources that are asked, and returns the order of all. */
    private static List<String> order(OverviewIndex index, Person person) {
        PushingSource pushing = index.pushing();
        PushingSource posting = index.posting();
        Push plain = Push.of(person);
        String oldest = pushed(pushing, plain.item("updatedAt", "1969-07-20T20:17:40.000Z"));
        String newest = pushed(posting, plain.item("updatedAt", "2026-11-28T08:00:00.000Z"));
        String unasked = pushed(
                pushing,
                plain.due("2020-01-01").item("actionRequired", false).item("updatedAt", "2026-10-25T08:00:00.000Z"));
        String undated =
                pushed(posting, plain.item("actionRequired", true).item("updatedAt", "2026-10-10T08:00:00.000Z"));
        String soonest = pushed(posting, plain.due("2023-06-30").item("updatedAt", "2020-01-01T08:00:00.000Z"));
        String sameDay = pushed(pushing, plain.due("2027-02-10").item("updatedAt", "2019-01-01T08:00:00.000Z"));
        String later = pushed(pushing, plain.due("2027-05-01"));
        String low = PushingSource.newItem().replaceFirst("^.", "0");
        String high = "f" + low.substring(1);
        pushing.takes(high, plain.item("updatedAt", TIE));
        pushing.takes(low, plain.item("updatedAt", TIE));
        return List.of(
                soonest,
                "steady/d",
                sameDay,
                "second/f",
                "steady/b",
                later,
                newest,
                "steady/c",
                unasked,
                pushing.source().word() + "/" + low,
                pushing.source().word() + "/" + high,
                "second/e",
                "steady/a",
                undated,
                oldest);
    }

    private static String pushed(PushingSource source, Push push) {
        return source.source().word() + "/" + source.takes(push);
    }
}
