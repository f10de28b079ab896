package se.ryggrad.conformance.checks.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;

/** Checks that a reader at the tail of the feed misses nothing while many write. */
@ConformanceCheck
class TailCheck {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 3;

    @Requirement({"EVT-004", "EVT-007"})
    @Test
    void evt007_aReaderAtTheTailMissesNothing(Http http, People people, Cases cases, Target target) {
        Feed tail = new Feed(http, people.system("events:read"), target).toEnd();
        Feed again = tail.copy();
        CountDownLatch writing = new CountDownLatch(WRITERS);
        List<Callable<List<String>>> tasks = new ArrayList<>();
        tasks.add(() -> follow(tail, writing));
        for (int i = 0; i < WRITERS; i++) {
            tasks.add(() -> write(cases, writing));
        }
        List<List<String>> results = Together.all(tasks);
        List<String> followed = results.get(0);
        List<Part> events = again.rest();
        List<String> read = Pages.ids(events);
        if (!read.subList(0, followed.size()).equals(followed)) {
            throw ConformanceFailure.of(
                    "whoever followed next to have seen what a later reader sees, in that order: " + read.size()
                            + " events",
                    "a gap, a repetition or another order among " + followed.size());
        }
        results.subList(1, results.size()).forEach(made -> made.forEach(id -> expectWhole(events, followed, id)));
    }

    private static List<String> write(Cases cases, CountDownLatch writing) {
        try {
            List<String> made = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                Submitted submitted = cases.plain();
                submitted.live().perform(submitted.applicant(), Bodies.message("Hej."));
                made.add(submitted.live().id());
            }
            return made;
        } finally {
            writing.countDown();
        }
    }

    private static List<String> follow(Feed tail, CountDownLatch writing) {
        List<String> seen = new ArrayList<>();
        while (writing.getCount() > 0) {
            seen.addAll(Pages.ids(tail.next(5)));
        }
        seen.addAll(Pages.ids(tail.rest(5)));
        return seen;
    }

    private static void expectWhole(List<Part> events, List<String> followed, String caseId) {
        List<Part> own = Feed.of(events, caseId);
        if (own.size() != 3 || !followed.containsAll(Pages.ids(own))) {
            throw ConformanceFailure.of("the three events of case " + caseId, Pages.ids(own) + " to the follower");
        }
        for (int i = 0; i < own.size(); i++) {
            own.get(i).at("/data/sequence").is(i + 1);
        }
    }
}
