package se.ryggrad.conformance.checks.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks how much of a source is shown to somebody, and how much is kept of it. */
@ConformanceCheck
class ShareCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;
    private static final Instant NEWEST = Instant.parse("2026-11-20T08:00:00.000Z");
    private static final int BEARABLE = 1000;

    @Requirement("MINA-054")
    @Test
    void mina054_showsTheFirstOfASource(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push push = Push.of(person);
        int shown = index.itemsPerSource();
        int most = Math.min(shown, index.itemsPerOwner() - 2);
        boolean more = most == shown;
        Map<String, Push> pushes = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        for (int place = 0; place < most; place++) {
            String item = PushingSource.newItem();
            pushes.put(item, push.item("updatedAt", updated(place)));
            order.add(item);
        }
        pushing.takesAll(pushes);
        // The last of all, so that a page of as many holds those of the one source.
        index.posting().takes(push.item("updatedAt", updated(20 * most)));
        pushing.takes(push.from(Assurance.LOA4));
        expectShown(index, person, order, false);
        String last = order.get(most - 1);
        if (more) {
            order.remove(last);
        }
        String due = pushing.takes(push.due("2027-02-10").item("updatedAt", updated(10 * most)));
        order.add(0, due);
        Overview overview = expectShown(index, person, order, more);
        overview.answer().at("/complete").is(!more);
        overview.source(PlayedSource.POSTING).at("/count").is(1);
        overview.source(PlayedSource.POSTING).at("/more").is(false);
        pushing.takes(last, Push.removal(2));
        order.remove(last);
        expectShown(index, person, order, false).answer().at("/complete").is(true);
    }

    private static String updated(int place) {
        Instant moment = NEWEST.minus(Duration.ofMinutes(place));
        return moment.toString().replaceFirst("Z$", ".000Z");
    }

    private static Overview expectShown(OverviewIndex index, Person person, List<String> order, boolean more) {
        Overview overview = index.visitor(person).read().expectAnswered(SOURCE, order.toArray(String[]::new));
        overview.source(SOURCE).at("/more").is(more);
        return overview;
    }

    @Requirement("MINA-055")
    @Test
    void mina055_keepsSoManyOfAnOwner(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        Push push = Push.of(owner);
        List<String> items = filled(pushing, push, bearable(index));
        expectFull(pushing.push(PushingSource.newItem(), push));
        pushing.push(PushingSource.newItem(), Push.of(people.person())).expect(204);
        index.posting().push(PushingSource.newItem(), push).expect(204);
        pushing.push(items.get(0), push).expect(204);
        pushing.push(items.get(0), push.titled("Ersatt").version(2)).expect(204);
        expectFull(pushing.push(PushingSource.newItem(), push));
        pushing.takes(items.get(1), Push.removal(2));
        String next = PushingSource.newItem();
        pushing.push(next, push).expect(204);
        expectFull(pushing.push(items.get(1), push.version(3)));
        pushing.takes(next, push.expires(Instant.now().minusSeconds(3600)).version(2));
        pushing.push(items.get(1), push.version(3)).expect(204);
        expectFull(pushing.push(next, push.version(3)));
        expectFullAtLast(pushing, items.get(0), push);
    }

    /** An item that is out of date is so, and one that is over is taken, also where there is no room. */
    private static void expectFullAtLast(PushingSource pushing, String item, Push push) {
        pushing.push(item, push).expectProblem(409, "state-conflict");
        pushing.push(PushingSource.newItem(), push.expires(Instant.now().minusSeconds(3600)))
                .expect(204);
        pushing.push(PushingSource.newItem(), Push.removal(1)).expect(204);
        pushing.expectFaults(push.without("expiresAt"), "/expiresAt required");
    }

    @Requirement("MINA-055")
    @Test
    void mina055_changesNothingWhereThereIsNoRoom(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        Person other = people.person();
        Push push = Push.of(owner);
        filled(pushing, push, bearable(index));
        String item = pushing.takes(Push.of(other).titled("Kvar"));
        expectFull(pushing.push(item, push.version(2)));
        index.visitor(other).read().expectAnswered(SOURCE, item);
        pushing.push(item, Push.of(other).titled("Ny").version(2)).expect(204);
        index.visitor(other).read().item(SOURCE, item).at("/title/en").is("Ny in English");
    }

    private static List<String> filled(PushingSource pushing, Push push, int items) {
        Map<String, Push> pushes = new LinkedHashMap<>();
        for (int i = 0; i < items; i++) {
            pushes.put(PushingSource.newItem(), push);
        }
        pushing.takesAll(pushes);
        return List.copyOf(pushes.keySet());
    }

    private static void expectFull(Answer answer) {
        answer.expectProblem(422, "validation").expectErrors("/owner max-items");
    }

    private static int bearable(OverviewIndex index) {
        int items = index.itemsPerOwner();
        if (items > BEARABLE) {
            String hint = "Let overviewIndex.itemsPerOwner be 100 where the suite runs.";
            String expected = "overviewIndex.itemsPerOwner of at most " + BEARABLE + " for a run that can fill it";
            throw new NotObserved(new Finding(expected, "" + items, null, null, hint), Blame.CONFIGURATION);
        }
        return items;
    }
}
