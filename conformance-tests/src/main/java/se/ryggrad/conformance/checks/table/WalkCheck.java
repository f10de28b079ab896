package se.ryggrad.conformance.checks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.checks.table.Walk.Step;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.people.People;

/**
 * Walks the table at random, by the seed of the run, and compares each step with the table: 27 walks of 8 steps, so 216
 * sequences of actions. Where a walk fails, it is walked again with fewer steps, until none can be spared.
 */
@ConformanceCheck
class WalkCheck {

    private static final int WALKS = 9;
    private static final int STEPS = 8;
    private static final List<Seat> SEATS = List.of(Seat.values());

    @Requirement({"HAND-002", "HAND-005"})
    @Test
    void hand002_holdsOnRandomWalks(Http http, Cases cases, People people, Nonces nonces) {
        walk(Staff.of(http, people), cases, nonces);
    }

    @Requirement({"HAND-002", "HAND-005"})
    @Test
    void hand002_holdsOnOtherRandomWalks(Http http, Cases cases, People people, Nonces nonces) {
        walk(Staff.of(http, people), cases, nonces);
    }

    @Requirement({"HAND-002", "HAND-005"})
    @Test
    void hand002_holdsOnMoreRandomWalks(Http http, Cases cases, People people, Nonces nonces) {
        walk(Staff.of(http, people), cases, nonces);
    }

    private static void walk(Staff staff, Cases cases, Nonces nonces) {
        Supplier<Walk> walks = () -> {
            Submitted submitted = cases.unregistered();
            return new Walk(Scene.around(submitted.live(), submitted.applicant(), staff));
        };
        for (int i = 0; i < WALKS; i++) {
            Walk walk = walks.get();
            try {
                wander(walk, nonces);
            } catch (ConformanceFailure failure) {
                throw shortened(walks, walk.taken(), failure);
            }
        }
    }

    private static void wander(Walk walk, Nonces nonces) {
        for (int i = 0; i < STEPS; i++) {
            List<Step> possible = walk.possible();
            if (possible.isEmpty()) {
                break;
            }
            Step step = possible.get(nonces.below(possible.size()));
            walk.take(step, Set.of(SEATS.get(nonces.below(SEATS.size()))));
        }
        walk.expectTimelines();
    }

    /** Takes away each step, from the last, as long as the walk without it fails as well. */
    private static ConformanceFailure shortened(Supplier<Walk> walks, List<Step> failing, ConformanceFailure first) {
        List<Step> steps = new ArrayList<>(failing);
        ConformanceFailure failure = first;
        for (int i = steps.size() - 1; i >= 0; i--) {
            List<Step> fewer = new ArrayList<>(steps);
            fewer.remove(i);
            Optional<ConformanceFailure> again = failure(walks.get(), fewer);
            if (again.isPresent()) {
                steps = fewer;
                failure = again.get();
            }
        }
        Finding found = failure.finding();
        return new ConformanceFailure(new Finding(
                found.expected(),
                found.actual(),
                found.pointer(),
                found.exchange(),
                "The shortest walk found that leads here: " + steps));
    }

    /** Returns how a walk of just these steps fails; nothing when it does not, or when the table lets nobody walk it. */
    private static Optional<ConformanceFailure> failure(Walk walk, List<Step> steps) {
        try {
            for (Step step : steps) {
                if (!walk.possible().contains(step)) {
                    return Optional.empty();
                }
                walk.take(step, SEATS);
            }
            walk.expectTimelines();
            return Optional.empty();
        } catch (ConformanceFailure failure) {
            return Optional.of(failure);
        } catch (NotObserved elsewhere) {
            return Optional.empty();
        }
    }
}
