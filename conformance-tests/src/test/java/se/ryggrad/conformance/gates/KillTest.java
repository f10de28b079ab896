package se.ryggrad.conformance.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.gates.TwinRun.Met;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.registry.Level;
import se.ryggrad.conformance.registry.Requirements;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.twin.Fault;

/**
 * Runs the suite against every mutant: a twin with one fault fails the requirement that it breaks, and no
 * other but those that it declares.
 *
 * <p>Every mutant meets its own requirement and those it declares. What else it breaks shows only where it meets all
 * that its fault reaches, which takes half an hour to an hour on two cores for all mutants: each build does it for
 * one mutant in twenty, and the system property {@code ryggrad.mutants=whole} for every one; instead of {@code whole} it
 * may be a regular expression of requirements, such as the new ones, that every mutant meets. Where so much stands on
 * what a mutant breaks that it cannot but break much else, the index says that it is broad, and only its own
 * requirement is judged; each binding requirement has a mutant that is not.
 *
 * <p>Many mutants stand beside one another, and what waits for another in the crowd may miss a deadline. Whoever did not
 * do as declared is met once more, alone, and judged by what was seen both times; where more than {@value #SECOND_MEETINGS} do not,
 * none is, so that a check that blames by chance is still found.
 */
class KillTest {

    private static final System.Logger LOG = System.getLogger(KillTest.class.getName());
    /** Mutants that meet much compute all the time; the others wait for half of it. */
    private static final int AT_ONCE = 4;

    private static final int AT_ONCE_WAITING = 8;
    private static final int ONE_IN = 20;
    private static final int SECOND_MEETINGS = 10;
    private static final String MEASURED = System.getProperty("ryggrad.mutants", "sample");
    private static final Set<String> MAY_FAIL_TO_ANSWER = Set.of("CORE-058", "CORE-060");

    private final Map<String, Entry> entries = Requirements.load().entries().stream()
            .collect(Collectors.toMap(Entry::id, e -> e, (a, b) -> a, TreeMap::new));

    /** What became of one mutant. */
    private record Outcome(Mutant mutant, boolean killed, Set<String> unrelated, List<String> refused) {

        boolean asDeclared() {
            return killed && unrelated.isEmpty() && refused.isEmpty();
        }

        /** Returns what holds after a second meeting, alone: what was seen once only came of the crowd. */
        Outcome and(Outcome alone) {
            var both = new TreeSet<>(unrelated);
            both.retainAll(alone.unrelated);
            return new Outcome(mutant, alone.killed, both, alone.refused);
        }
    }

    @Test
    void indexNamesTheFaultsOfTheTwin() {
        assertThat(Mutant.all().stream().map(Mutant::id))
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.allOf(Fault.class).stream().map(Fault::id).toList());
        assertThat(Mutant.all()).allSatisfy(m -> {
            assertThat(entries).containsKey(m.requirement());
            assertThat(m.id()).startsWith(m.requirement() + "-");
            assertThat(m.fault()).isNotBlank();
            assertThat(m.alsoFails())
                    .hasSizeLessThanOrEqualTo(3)
                    .allSatisfy(id -> assertThat(entries).containsKey(id));
        });
    }

    @Test
    void everyBindingRequirementHasAMutant() {
        var broken = Mutant.all().stream()
                .filter(m -> !m.broad())
                .map(Mutant::requirement)
                .collect(Collectors.toSet());
        var without = entries.values().stream()
                .filter(e -> e.level() == Level.MUST && e.testable())
                .map(Entry::id)
                .filter(id -> !broken.contains(id))
                .toList();
        assertThat(without).as("SKA without a mutant of its own").isEmpty();
    }

    @Test
    void everyMutantIsKilled() throws InterruptedException, ExecutionException {
        var outcomes = outcomes();
        long killed = outcomes.stream().filter(Outcome::killed).count();
        LOG.log(System.Logger.Level.INFO, "Kill score: {0} of {1} mutants", killed, outcomes.size());
        assertSoftly(softly -> {
            softly.assertThat(outcomes.stream()
                            .filter(o -> !o.killed())
                            .map(o -> o.mutant().id()))
                    .as("mutants that live")
                    .isEmpty();
            softly.assertThat(outcomes.stream()
                            .filter(o -> !o.unrelated().isEmpty())
                            .map(o -> o.mutant().id() + " also fails " + o.unrelated()))
                    .as("mutants that break more than they declare")
                    .isEmpty();
            softly.assertThat(outcomes.stream().flatMap(o -> o.refused().stream()))
                    .as("mutants that answer 5xx or what cannot be read")
                    .isEmpty();
        });
    }

    private List<Outcome> outcomes() throws InterruptedException, ExecutionException {
        var outcomes = new ArrayList<Outcome>();
        var many = Executors.newFixedThreadPool(AT_ONCE_WAITING);
        var few = Executors.newFixedThreadPool(AT_ONCE);
        try (var run = new TwinRun()) {
            var reach = Reach.over(testable(), run, many);
            var inTurn = new ArrayList<>(Mutant.all());
            inTurn.removeIf(m -> !m.id().matches(System.getProperty("ryggrad.mutants.only", ".*")));
            // Those that wait for seconds stand beside one another in the index: in another order no core idles.
            Collections.shuffle(inTurn, new Random(1));
            for (boolean all : List.of(true, false)) {
                var tasks = inTurn.stream()
                        .filter(m -> meetsAll(m) == all)
                        .<Callable<Outcome>>map(m -> () -> outcome(run, m, reach))
                        .toList();
                for (var future : (all ? few : many).invokeAll(tasks)) {
                    outcomes.add(future.get());
                }
            }
            if (outcomes.stream().filter(o -> !o.asDeclared()).count() <= SECOND_MEETINGS) {
                outcomes.replaceAll(
                        first -> first.asDeclared() ? first : first.and(outcome(run, first.mutant(), reach)));
            }
            return outcomes;
        } finally {
            few.shutdownNow();
            many.shutdownNow();
        }
    }

    /** Tells whether a mutant meets all that its fault reaches. */
    private static boolean meetsAll(Mutant mutant) {
        return !mutant.broad()
                && (MEASURED.equals("whole")
                        || mutant.stray()
                        || Math.floorMod(mutant.id().hashCode(), ONE_IN) == 0);
    }

    private Outcome outcome(TwinRun run, Mutant mutant, Reach reach) {
        var met = run.meet(EnumSet.of(mutant.implementation()), settings(mutant, reach));
        var failed = new TreeSet<>(met.result().ids(Verdict.FAILED));
        boolean killed = failed.remove(mutant.requirement());
        failed.removeAll(mutant.alsoFails());
        if (!killed || !failed.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "{0} killed: {1}, also fails {2}", mutant.id(), killed, failed);
            tell(met.result(), mutant, failed);
        }
        return new Outcome(mutant, killed, failed, refused(mutant, met));
    }

    /** Tells what was seen of what a mutant breaks besides, and why that went unseen which it should break. */
    private static void tell(RunResult result, Mutant mutant, Set<String> failed) {
        result.requirements().stream()
                .filter(r -> failed.contains(r.requirement().id())
                        || r.requirement().id().equals(mutant.requirement()))
                .flatMap(r -> r.checks().stream())
                .filter(c -> c.verdict() != Verdict.PASSED)
                .forEach(c -> c.evidence()
                        .ifPresent(e -> LOG.log(
                                System.Logger.Level.WARNING,
                                "{0} {1}: expected {2}, got {3}",
                                c.check(),
                                c.verdict(),
                                e.expected(),
                                e.actual())));
    }

    private static RunSettings settings(Mutant mutant, Reach reach) {
        var selected = new TreeSet<>(mutant.alsoFails());
        selected.add(mutant.requirement());
        if (!mutant.broad()) {
            reach.of(mutant.implementation()).stream()
                    .filter(id -> meetsAll(mutant) || id.matches(MEASURED))
                    .forEach(selected::add);
        }
        return RunSettings.of(mutant.id().hashCode()).only(selected);
    }

    private List<String> testable() {
        return entries.values().stream().filter(Entry::testable).map(Entry::id).toList();
    }

    /** Returns the 5xx, but for a registry that is out of reach, and the JSON that cannot be read among a mutant's answers, unless that is the rule it breaks. */
    private static List<String> refused(Mutant mutant, Met met) {
        return MAY_FAIL_TO_ANSWER.contains(mutant.requirement())
                ? List.of()
                : met.seen().stream()
                        .filter(s -> (s.status() >= 500 && !s.type().equals("unavailable")) || !s.readable())
                        .map(s -> mutant.id() + " answered " + s.status() + " to " + s.method() + " " + s.path())
                        .distinct()
                        .limit(3)
                        .toList();
    }
}
