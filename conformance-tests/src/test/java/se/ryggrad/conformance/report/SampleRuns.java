package se.ryggrad.conformance.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.registry.Requirements;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.Evidence;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.target.Target;

/** Runs of the whole registry with the verdicts that a test wants. */
final class SampleRuns {

    private static final Requirements ALL = Requirements.load();
    private static final Evidence EVIDENCE = new Evidence(
            "status 404 or 405",
            "status 500 (urn:ryggrad:problem:internal) <with markup> & more",
            Optional.of("/errors/0/pointer"),
            Optional.of("look at how paths with a very long last part are routed"),
            Optional.of("GET /ryggrad/2581/v1/cases/" + "x".repeat(300) + " HTTP/1.1\nAuthorization: Bearer [token]"),
            Optional.of("HTTP/1.1 500\ncontent-type: application/problem+json\n\n{\n  \"type\": \"about:blank\"\n}"),
            Optional.of("curl -i -X GET -H 'Authorization: Bearer '\"$TOKEN\" 'https://test.example.se/cases'"),
            List.of("POST /cases 201", "GET /cases/x 500"));

    private SampleRuns() {}

    static RunResult conformant() {
        return run(Map.of());
    }

    static RunResult notConformant() {
        return run(Map.of(
                "CORE-003", Verdict.FAILED,
                "CASE-012", Verdict.FAILED,
                "CORE-045", Verdict.NOT_OBSERVED));
    }

    static RunResult withoutLog() {
        return run(Map.of("CORE-045", Verdict.NOT_OBSERVED));
    }

    /** Returns the run with one passed requirement a chapter: the others look the same, and axe takes its time for each. */
    static RunResult shortened(RunResult whole) {
        List<RequirementResult> kept = whole.requirements().stream()
                .filter(r ->
                        r.verdict() != Verdict.PASSED || r.requirement().id().endsWith("-001"))
                .toList();
        return new RunResult(
                whole.standard(), whole.target(), whole.seed(), whole.started(), whole.took(), kept, false, 0);
    }

    private static RunResult run(Map<String, Verdict> verdicts) {
        Target target = new Target(
                URI.create("https://test.example.se/ryggrad/2581/v1"),
                Json.object(
                        "product", Json.object("name", "Exempelsystemet", "version", "4.2.1"),
                        "principal", Json.object("id", "2581", "name", "Piteå kommun"),
                        "environment", "test"));
        List<RequirementResult> results =
                ALL.entries().stream().map(e -> result(e, verdicts)).toList();
        return new RunResult(
                ALL.standard(),
                target,
                20261126,
                Instant.parse("2026-11-26T12:30:00Z"),
                Duration.ofSeconds(21),
                results,
                false,
                0);
    }

    private static RequirementResult result(Entry entry, Map<String, Verdict> verdicts) {
        Verdict usual = entry.testable() ? Verdict.PASSED : Verdict.NOT_TESTABLE;
        Verdict verdict = verdicts.getOrDefault(entry.id(), usual);
        boolean told = verdict == Verdict.FAILED || verdict == Verdict.NOT_OBSERVED;
        CheckResult check = new CheckResult(
                "SampleCheck#" + entry.id(),
                List.of(entry.id()),
                verdict,
                told ? Optional.of(Blame.SYSTEM) : Optional.empty(),
                told ? Optional.of(EVIDENCE) : Optional.empty(),
                Duration.ofMillis(5));
        return new RequirementResult(entry, verdict, entry.testable() ? List.of(check) : List.of());
    }
}
