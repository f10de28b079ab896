package se.ryggrad.conformance.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.text.Texts;

/** Says at the end what a run found: verdict, counts, what broke and where the report lies. */
final class Summary {

    private final PrintWriter out;
    private final Texts texts;

    Summary(PrintWriter out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    void print(RunResult result, Path report) {
        result.requirements().stream()
                .filter(r -> r.verdict() == Verdict.FAILED || r.verdict() == Verdict.NOT_OBSERVED)
                .forEach(this::line);
        out.println(texts.get(
                "summary.verdict", texts.get("overall." + result.verdict().word())));
        out.println(Arrays.stream(Verdict.values())
                .map(v -> texts.get("verdict." + v.word()) + " " + result.count(v))
                .collect(Collectors.joining(", ")));
        out.println(texts.get("summary.time", result.took().toMillis() / 1000.0, result.seed()));
        if (result.waits() > 0) {
            out.println(texts.get("summary.waits", result.waits()));
        }
        out.println(texts.get("summary.report", report.toAbsolutePath().normalize()));
    }

    private void line(RequirementResult result) {
        String blame = result.blame().map(b -> " [" + b + "]").orElse("");
        out.printf(
                "%s  %s  %s%s%n    %s%n",
                result.requirement().id(),
                result.requirement().level().word(),
                texts.get("verdict." + result.verdict().word()),
                blame,
                result.requirement().text().in(texts.language()));
    }
}
