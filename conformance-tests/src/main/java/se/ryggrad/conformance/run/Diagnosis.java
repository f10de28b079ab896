package se.ryggrad.conformance.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.wire.Exchange;
import se.ryggrad.conformance.wire.Redaction;
import se.ryggrad.conformance.wire.Transcript;

/** Tells from how a check ended what its verdict is, whose fault that most likely is and what shows it. */
final class Diagnosis {

    private static final int STEPS = 40;

    private Diagnosis() {}

    static CheckResult of(CheckIndex.Check check, TestExecutionResult result, List<Exchange> made, Duration took) {
        Verdict verdict = switch (result.getStatus()) {
            case SUCCESSFUL -> Verdict.PASSED;
            case ABORTED -> Verdict.NOT_OBSERVED;
            case FAILED ->
                result.getThrowable().filter(Diagnosis::failsTheSystem).isPresent()
                        ? Verdict.FAILED
                        : Verdict.NOT_OBSERVED;
        };
        Optional<Throwable> thrown = result.getThrowable();
        Optional<Blame> blame = verdict == Verdict.PASSED ? Optional.empty() : Optional.of(blame(thrown));
        Optional<Evidence> evidence = thrown.map(t -> evidence(finding(t), made));
        return new CheckResult(check.name(), check.requirements(), verdict, blame, evidence, took);
    }

    /** Returns what is left of a failure that was found while the suite's own counterparties were slow: nothing sure. */
    static CheckResult doubted(CheckResult seen, Duration slowest) {
        String hint = "While this check ran, the suite's own identity provider and registries took up to "
                + slowest.toMillis() + " ms to answer, so that the system may have taken them for silent."
                + " Let less run beside the suite, and run it again.";
        return new CheckResult(
                seen.check(),
                seen.requirements(),
                Verdict.NOT_OBSERVED,
                Optional.of(Blame.NETWORK),
                seen.evidence().map(evidence -> evidence.hinting(hint)),
                seen.took());
    }

    private static boolean failsTheSystem(Throwable thrown) {
        return thrown instanceof AssertionError;
    }

    private static Blame blame(Optional<Throwable> thrown) {
        return thrown.map(t -> {
                    if (t instanceof NotObserved unmet) {
                        return unmet.blame();
                    }
                    return t instanceof AssertionError || t instanceof TestAbortedException
                            ? Blame.SYSTEM
                            : Blame.SUITE;
                })
                .orElse(Blame.SUITE);
    }

    private static Finding finding(Throwable thrown) {
        if (thrown instanceof ConformanceFailure failure) {
            return failure.finding();
        }
        if (thrown instanceof NotObserved unmet) {
            return unmet.finding();
        }
        String told = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
        String expected = thrown instanceof AssertionError ? "what the check asserts" : "a check that runs to its end";
        return Finding.of(expected, told + trace(thrown));
    }

    private static String trace(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("se.ryggrad.conformance.checks")) {
                return " (" + element.getFileName() + ":" + element.getLineNumber() + ")";
            }
        }
        return "";
    }

    private static Evidence evidence(Finding finding, List<Exchange> made) {
        Optional<Exchange> shown = finding.shownBy().or(() -> made.stream().reduce((first, second) -> second));
        int from = Math.max(0, made.size() - STEPS);
        return new Evidence(
                Redaction.of(finding.expected()),
                Redaction.of(finding.actual()),
                Optional.ofNullable(finding.pointer()).map(Redaction::of),
                Optional.ofNullable(finding.hint()).map(Redaction::of),
                shown.map(e -> Transcript.of(e.request())),
                shown.map(e -> Transcript.of(e.response())),
                shown.map(e -> Transcript.curl(e.request())),
                made.subList(from, made.size()).stream().map(Transcript::line).toList());
    }
}
