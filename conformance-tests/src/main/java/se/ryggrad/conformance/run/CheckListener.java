package se.ryggrad.conformance.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import se.ryggrad.conformance.check.Journal;
import se.ryggrad.conformance.issuer.Pulse;

/** Hears from JUnit how the checks went. Safe for many threads. */
final class CheckListener implements TestExecutionListener {

    private final CheckIndex index;
    private final Journal journal;
    private final Consumer<CheckResult> progress;
    private final Optional<Pulse> pulse;
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Collection<CheckResult> results = new ConcurrentLinkedQueue<>();

    CheckListener(CheckIndex index, Journal journal, Consumer<CheckResult> progress, Optional<Pulse> pulse) {
        this.index = index;
        this.journal = journal;
        this.progress = progress;
        this.pulse = pulse;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<CheckIndex.Check> check = index.find(test.getSource());
        boolean broken = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (check.isPresent() && (test.isTest() || broken)) {
            long ended = System.nanoTime();
            long began = started.getOrDefault(test.getUniqueId(), ended);
            CheckResult seen = Diagnosis.of(
                    check.get(), result, journal.exchanges(test.getUniqueId()), Duration.ofNanos(ended - began));
            CheckResult told = pulse.filter(felt -> seen.verdict() == Verdict.FAILED)
                    .flatMap(felt -> felt.slowest(began, ended))
                    .map(slowest -> Diagnosis.doubted(seen, slowest))
                    .orElse(seen);
            results.add(told);
            progress.accept(told);
        }
    }

    List<CheckResult> results() {
        return List.copyOf(results);
    }
}
