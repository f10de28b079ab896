package se.ryggrad.conformance.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.target.Target;

/** Derives the verdict on each requirement from how its checks went. */
final class Verdicts {

    private Verdicts() {}

    static List<RequirementResult> derive(List<Entry> entries, Target target, Collection<CheckResult> results) {
        return entries.stream().map(entry -> derive(entry, target, results)).toList();
    }

    private static RequirementResult derive(Entry entry, Target target, Collection<CheckResult> results) {
        List<CheckResult> own = results.stream()
                .filter(r -> r.requirements().contains(entry.id()))
                .sorted(Comparator.comparing(CheckResult::check))
                .toList();
        return new RequirementResult(entry, verdict(entry, target, own), own);
    }

    private static Verdict verdict(Entry entry, Target target, List<CheckResult> own) {
        if (!entry.testable()) {
            return Verdict.NOT_TESTABLE;
        }
        if (!SuiteRunner.claims(target, entry)) {
            return Verdict.NOT_CLAIMED;
        }
        if (own.stream().anyMatch(c -> c.verdict() == Verdict.FAILED)) {
            return Verdict.FAILED;
        }
        boolean whole = !own.isEmpty() && own.stream().allMatch(c -> c.verdict() == Verdict.PASSED);
        return whole ? Verdict.PASSED : Verdict.NOT_OBSERVED;
    }
}
