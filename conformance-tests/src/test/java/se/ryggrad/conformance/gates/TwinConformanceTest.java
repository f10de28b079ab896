package se.ryggrad.conformance.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.Evidence;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.twin.Fault;

/** Runs the whole suite against a twin without a fault: two readings of the standard agree. */
class TwinConformanceTest {

    private static final long SEED = 20261123;

    @Test
    void passesEveryCheck() {
        try (var run = new TwinRun()) {
            var result =
                    run.meet(EnumSet.noneOf(Fault.class), RunSettings.of(SEED)).result();
            assertThat(troubles(result)).as("what did not pass").isEmpty();
            assertThat(result.count(Verdict.PASSED))
                    .as("requirements that passed")
                    .isGreaterThan(0);
        }
    }

    /** Returns the checks that did not pass, each with what it expected and saw. */
    static List<String> troubles(RunResult result) {
        return result.requirements().stream()
                .flatMap(r -> r.checks().stream())
                .filter(c -> c.verdict() != Verdict.PASSED)
                .map(TwinConformanceTest::describe)
                .distinct()
                .toList();
    }

    private static String describe(CheckResult check) {
        return check.check() + " " + check.requirements() + " " + check.verdict() + "\n  "
                + check.evidence().map(TwinConformanceTest::describe).orElse("");
    }

    private static String describe(Evidence evidence) {
        return "expected " + evidence.expected() + "\n  actual " + evidence.actual() + " "
                + evidence.pointer().orElse("") + "\n  "
                + evidence.request().orElse("").lines().limit(4).toList() + "\n  "
                + evidence.response().orElse("").replace('\n', ' ');
    }
}
