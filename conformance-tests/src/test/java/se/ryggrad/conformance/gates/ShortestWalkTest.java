package se.ryggrad.conformance.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.twin.Fault;

/** Tests that a random walk that fails is told by as few steps as show the fault. */
class ShortestWalkTest {

    private static final long SEED = 20261127;

    private static List<CheckResult> walks(Fault fault) {
        try (var run = new TwinRun()) {
            var settings = RunSettings.of(SEED).only(Set.of("HAND-005"));
            return run.meet(EnumSet.of(fault), settings).result().requirements().stream()
                    .flatMap(r -> r.checks().stream())
                    .filter(c -> c.check().startsWith("WalkCheck#"))
                    .toList();
        }
    }

    private static String hint(CheckResult walk) {
        return walk.evidence().flatMap(e -> e.hint()).orElse("");
    }

    @Test
    void aFaultOfEveryCaseShowsInOneStep() {
        assertThat(walks(Fault.HAND_002_B))
                .hasSize(3)
                .allSatisfy(walk -> assertThat(walk.verdict()).isEqualTo(Verdict.FAILED))
                .allSatisfy(walk -> assertThat(hint(walk))
                        .matches("The shortest walk found that leads here: \\[[a-z-]+ by [A-Z]+]"));
    }

    @Test
    void aFaultOfDecidedCasesShowsInAFewSteps() {
        assertThat(walks(Fault.HAND_060_D))
                .filteredOn(walk -> walk.verdict() == Verdict.FAILED)
                .isNotEmpty()
                .allSatisfy(walk ->
                        assertThat(hint(walk)).matches(".*: \\[([a-z-]+ by [A-Z]+, ){1,2}change-decision by [A-Z]+]"));
    }
}
