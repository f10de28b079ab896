package se.ryggrad.core.cases.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.cases.action.LifecycleRow;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.access.LifecycleReader;

/**
 * Tries thousands of random sequences against the table: what {@code allowedActions} lists is accepted,
 * what it leaves out is refused (HAND-002). The seed is printed; the shortest failing sequence is shown.
 */
class LifecycleWalkTest {

    private static final int SEQUENCES = 550;
    private static final int STEPS = 20;
    private static final List<String> ACTIONS = LifecycleReader.standard().rows().stream()
            .filter(row -> !row.from().isEmpty())
            .map(LifecycleRow::action)
            .distinct()
            .toList();

    private final long seed = Long.getLong("ryggrad.walk.seed", new Random().nextLong());

    @ParameterizedTest
    @ValueSource(strings = {"plain", "manual", "legality", "information", "disposal", "together"})
    void keepsWhatAllowedActionsPromise(String service) {
        System.getLogger(LifecycleWalkTest.class.getName())
                .log(System.Logger.Level.INFO, "walk over {0}, -Dryggrad.walk.seed={1}", service, Long.toString(seed));
        Random random = new Random(seed);
        World world = new World(seed);
        for (int count = 0; count < SEQUENCES; count++) {
            List<Step> steps = steps(random);
            Start start = new Start(service, count % 2 == 0);
            failure(world, start, steps).ifPresent(why -> report(world, start, steps));
        }
    }

    @Test
    void reachesEveryActionThatIsOffered() {
        Set<String> reached = new TreeSet<>();
        Random random = new Random(7);
        World world = new World(7);
        for (String service : List.of("manual", "information")) {
            for (int count = 0; count < 400; count++) {
                Walk walk = new Walk(world, service, count % 2 == 0);
                steps(random).forEach(step -> walk.take(step).ifPresent(reached::add));
            }
        }
        reached.addAll(taken(
                new Walk(world, "manual", true),
                "officer assign",
                "officer request",
                "officer close-request",
                "officer decide",
                "officer notify-decision",
                "officer record-service",
                "second applicant appeal",
                "officer dismiss-appeal"));
        reached.addAll(taken(
                new Walk(world, "disposal", true),
                "officer assign",
                "officer decide",
                "officer notify-decision",
                "officer close",
                "archivist dispose"));
        reached.addAll(taken(
                new Walk(world, "together", false), "second applicant refuse-approval", "second applicant approve"));
        reached.addAll(taken(new Walk(world, "together", true), "officer dispense-approval"));
        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(LifecycleReader.standard().rows().stream()
                        .filter(row -> row.offered() && !row.from().isEmpty())
                        .filter(row -> !row.by().equals(List.of("automatic")))
                        .map(LifecycleRow::action)
                        .distinct()
                        .toList());
    }

    /**
     * Is how a walk begins.
     *
     * @param service the conformance service
     * @param old whether the case came seven months ago
     */
    private record Start(String service, boolean old) {}

    /** Takes the steps, each an actor and an action; returns those that were accepted. */
    private static Set<String> taken(Walk walk, String... steps) {
        Set<String> accepted = new TreeSet<>();
        for (String step : steps) {
            int blank = step.lastIndexOf(' ');
            walk.take(new Step(step.substring(0, blank), step.substring(blank + 1), 4))
                    .ifPresent(accepted::add);
        }
        return accepted;
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        for (int count = 0; count < STEPS; count++) {
            steps.add(new Step(
                    Cast.NAMES.get(random.nextInt(Cast.NAMES.size())),
                    random.nextBoolean() ? Step.ALLOWED : ACTIONS.get(random.nextInt(ACTIONS.size())),
                    random.nextInt(1000)));
        }
        return steps;
    }

    private static Optional<AssertionError> failure(World world, Start start, List<Step> steps) {
        try {
            Walk walk = new Walk(world, start.service(), start.old());
            steps.forEach(walk::take);
            walk.end();
            return Optional.empty();
        } catch (AssertionError failed) {
            return Optional.of(failed);
        }
    }

    private void report(World world, Start start, List<Step> steps) {
        List<Step> shortest = new ArrayList<>(steps);
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int place = shortest.size() - 1; place >= 0; place--) {
                List<Step> fewer = new ArrayList<>(shortest);
                fewer.remove(place);
                if (failure(world, start, fewer).isPresent()) {
                    shortest = fewer;
                    shorter = true;
                }
            }
        }
        AssertionError why = failure(world, start, shortest).orElseThrow();
        throw new AssertionError("seed " + seed + ", " + start + ", shortest " + shortest, why);
    }
}
