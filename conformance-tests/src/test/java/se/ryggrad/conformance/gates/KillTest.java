package se.ryggrad.conformance.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
 * <p>Each mutant meets its own requirement and those it declares; with the system property
 * {@code ryggrad.mutants=whole} it meets them all, and only then is it seen what else it breaks.
 */
class KillTest {

    private static final System.Logger LOG = System.getLogger(KillTest.class.getName());
    private static final int AT_ONCE = 4;

    private final Map<String, Entry> entries = Requirements.load().entries().stream()
            .collect(Collectors.toMap(Entry::id, e -> e, (a, b) -> a, TreeMap::new));

    /** What became of one mutant. */
    private record Outcome(Mutant mutant, boolean killed, Set<String> unrelated, List<String> refused) {}

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
        var broken = Mutant.all().stream().map(Mutant::requirement).collect(Collectors.toSet());
        var without = entries.values().stream()
                .filter(e -> e.level() == Level.MUST && e.testable())
                .map(Entry::id)
                .filter(id -> !broken.contains(id))
                .toList();
        assertThat(without).as("SKA without a mutant").isEmpty();
    }

    @Test
    void everyMutantIsKilled() throws InterruptedException, ExecutionException {
        var outcomes = outcomes();
        long killed = outcomes.stream().filter(Outcome::killed).count();
        LOG.log(System.Logger.Level.INFO, "Kill score: {0} of {1} mutants", killed, outcomes.size());
        assertThat(outcomes.stream()
                        .filter(o -> !o.killed())
                        .map(o -> o.mutant().id()))
                .as("mutants that live")
                .isEmpty();
        assertThat(outcomes.stream()
                        .filter(o -> !o.unrelated().isEmpty())
                        .map(o -> o.mutant().id() + " also fails " + o.unrelated()))
                .as("mutants that break more than they declare")
                .isEmpty();
        assertThat(outcomes.stream().flatMap(o -> o.refused().stream()))
                .as("mutants that answer 5xx or what cannot be read")
                .isEmpty();
    }

    private List<Outcome> outcomes() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try (var run = new TwinRun()) {
            var tasks = new ArrayList<Callable<Outcome>>();
            Mutant.all().stream()
                    .filter(m -> m.id().matches(System.getProperty("ryggrad.mutants.only", ".*")))
                    .forEach(m -> tasks.add(() -> outcome(run, m)));
            var outcomes = new ArrayList<Outcome>();
            for (var future : threads.invokeAll(tasks)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private Outcome outcome(TwinRun run, Mutant mutant) {
        var settings = RunSettings.of(mutant.id().hashCode());
        if (!mutant.stray() && !System.getProperty("ryggrad.mutants", "sample").equals("whole")) {
            settings = settings.only(selected(mutant));
        }
        var result = run.against(EnumSet.of(mutant.implementation()), settings);
        var failed = new TreeSet<>(result.ids(Verdict.FAILED));
        boolean killed = failed.remove(mutant.requirement());
        failed.removeAll(mutant.alsoFails());
        return new Outcome(mutant, killed, failed, refused(mutant, result));
    }

    private static Set<String> selected(Mutant mutant) {
        var selected = new TreeSet<>(mutant.alsoFails());
        selected.add(mutant.requirement());
        return selected;
    }

    /** A mutant may answer 5xx or what cannot be read only when that is the rule it breaks. */
    private static List<String> refused(Mutant mutant, RunResult result) {
        return mutant.requirement().equals("CORE-058") ? List.of() : serverFaults(mutant, result);
    }

    private static List<String> serverFaults(Mutant mutant, RunResult result) {
        return result.requirements().stream()
                .flatMap(r -> r.checks().stream())
                .flatMap(c -> c.evidence().stream())
                .map(e -> e.response().orElse(""))
                .filter(r -> r.startsWith("HTTP/1.1 5"))
                .map(r -> mutant.id() + " answered " + r.lines().findFirst().orElse(""))
                .toList();
    }
}
