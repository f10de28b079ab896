package se.ryggrad.conformance.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.text.Texts;

/** Tells how a run goes while it goes: what did not pass at once, the rest by count. Safe for many threads. */
final class Progress implements Consumer<CheckResult> {

    private static final int STEP = 50;

    private final PrintWriter err;
    private final Texts texts;
    private final AtomicInteger done = new AtomicInteger();

    Progress(PrintWriter err, Texts texts) {
        this.err = err;
        this.texts = texts;
    }

    void begin(Target target, long seed) {
        err.println(texts.get("run.begin", target.base(), seed));
    }

    @Override
    public void accept(CheckResult result) {
        int count = done.incrementAndGet();
        if (result.verdict() != Verdict.PASSED) {
            String ids = String.join(", ", result.requirements());
            String told = result.evidence()
                    .map(e -> texts.get("run.expected", e.expected(), e.actual()))
                    .orElse("");
            err.println("✗ " + ids + "  " + result.check() + "\n    " + told);
        } else if (count % STEP == 0) {
            err.println(texts.get("run.progress", count));
        }
    }
}
