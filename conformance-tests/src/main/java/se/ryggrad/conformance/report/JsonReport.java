package se.ryggrad.conformance.report;

import java.util.Locale;
import java.util.Optional;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.registry.Bilingual;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.Evidence;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.SuiteVersion;
import se.ryggrad.conformance.run.Verdict;
import tools.jackson.databind.node.ObjectNode;

/** Writes a run for machines: {@code report.json}. */
public final class JsonReport {

    private JsonReport() {}

    /** Returns the report as text. */
    public static String of(RunResult result) {
        ObjectNode report = Json.object(
                "verdict", result.verdict().word(),
                "certifiable", result.certifiable(),
                "partial", result.partial(),
                "standard", result.standard(),
                "suite", SuiteVersion.text(),
                "target", result.target().base().toString(),
                "seed", result.seed(),
                "startedAt", result.started().toString(),
                "tookMillis", result.took().toMillis(),
                "waits", result.waits(),
                "product", result.target().capabilities().path("product"),
                "principal", result.target().capabilities().path("principal"));
        result.target().environment().ifPresent(environment -> report.put("environment", environment));
        if (report.path("product").isMissingNode()) {
            report.remove("product");
            report.remove("principal");
        }
        report.set("counts", counts(result));
        report.set("notObserved", Json.array(result.notObserved().toArray()));
        report.set(
                "requirements",
                Json.array(result.requirements().stream()
                        .map(JsonReport::requirement)
                        .toArray()));
        return Json.pretty(report);
    }

    private static ObjectNode counts(RunResult result) {
        ObjectNode counts = Json.object();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.word(), result.count(verdict));
        }
        return counts;
    }

    private static ObjectNode requirement(RequirementResult result) {
        Entry entry = result.requirement();
        ObjectNode tree = Json.object(
                "id", entry.id(),
                "level", entry.level().word(),
                "role", entry.role(),
                "verdict", result.verdict().word());
        entry.option().ifPresent(option -> tree.put("option", option));
        result.blame().ifPresent(blame -> tree.put("fault", blame.name()));
        tree.put("kind", entry.kind()).put("source", entry.source());
        tree.set("text", text(entry.text()));
        entry.notTestable()
                .ifPresent(why ->
                        tree.set("notTestable", Json.object("reason", text(why.reason()), "provenBy", why.provenBy())));
        tree.set(
                "checks",
                Json.array(result.checks().stream().map(JsonReport::check).toArray()));
        return tree;
    }

    private static ObjectNode check(CheckResult result) {
        ObjectNode tree = Json.object(
                "check", result.check(),
                "verdict", result.verdict().word(),
                "tookMillis", result.took().toMillis());
        result.blame().ifPresent(b -> tree.put("fault", b.name().toUpperCase(Locale.ROOT)));
        result.evidence().ifPresent(e -> tree.set("evidence", evidence(e)));
        return tree;
    }

    private static ObjectNode evidence(Evidence evidence) {
        ObjectNode tree = Json.object("expected", evidence.expected(), "actual", evidence.actual());
        put(tree, "pointer", evidence.pointer());
        put(tree, "hint", evidence.hint());
        put(tree, "request", evidence.request());
        put(tree, "response", evidence.response());
        put(tree, "curl", evidence.curl());
        tree.set("steps", Json.array(evidence.steps().toArray()));
        return tree;
    }

    private static void put(ObjectNode tree, String name, Optional<String> value) {
        value.ifPresent(text -> tree.put(name, text));
    }

    private static ObjectNode text(Bilingual text) {
        return Json.object("sv", text.sv(), "en", text.en());
    }
}
