package se.ryggrad.conformance.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.conformance.gates.HollowServer.Kind;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.registry.Level;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.run.Verdict;

/** Runs the suite against servers with nothing behind them: what passes there stands in a list, with its reason. */
class VacuityTest {

    private static final long SEED = 1;
    private static final String LIST = "/se/ryggrad/conformance/gates/vacuous.json";

    @ParameterizedTest
    @EnumSource(Kind.class)
    void passesNothingUnlisted(Kind kind) throws IOException {
        Set<String> passed;
        try (var run = new TwinRun();
                var hollow = HollowServer.start(kind, run.capabilities())) {
            passed = run.against(hollow.base(), RunSettings.of(SEED)).requirements().stream()
                    .filter(r ->
                            r.verdict() == Verdict.PASSED && r.requirement().level() == Level.MUST)
                    .map(RequirementResult::requirement)
                    .map(e -> e.id())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(passed).as("SKA that pass at a server that is %s", kind).isSubsetOf(listed(kind));
    }

    private static Set<String> listed(Kind kind) throws IOException {
        try (InputStream in = Objects.requireNonNull(VacuityTest.class.getResourceAsStream(LIST))) {
            var reasons = new TreeMap<String, String>();
            for (var entry : Json.read(in.readAllBytes()).values()) {
                if (entry.path("servers")
                        .valueStream()
                        .anyMatch(s -> s.asString("").equals(kind.name()))) {
                    reasons.put(
                            entry.path("requirement").asString(),
                            entry.path("reason").asString(""));
                }
            }
            assertThat(reasons.values()).as("each stands with its reason").noneMatch(String::isBlank);
            return reasons.keySet();
        }
    }
}
