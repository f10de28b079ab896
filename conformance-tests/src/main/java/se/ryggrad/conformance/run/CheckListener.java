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

/** Hears from JUnit how the checks went. Safe for many threads. */
final class CheckListener implements TestExecutionListener {

    private final CheckIndex index;
    private final Journal journal;
    private final Consumer<CheckResult> progress;
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Collection<CheckResult> results = new ConcurrentLinkedQueue<>();

    CheckListener(CheckIndex index, Journal journal, Consumer<CheckResult> progress) {
        this.index = index;
        this.journal = journal;
        this.progress = progress;
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
            CheckResult told = Diagnosis.of(check.get(), result, journal.exchanges(test.getUniqueId()), duration(test));
            results.add(told);
            progress.accept(told);
        }
    }

    List<CheckResult> results() {
        return List.copyOf(results);
    }

    private Duration duration(TestIdentifier test) {
        return Duration.ofNanos(System.nanoTime() - started.getOrDefault(test.getUniqueId(), System.nanoTime()));
    }
}
