package se.ryggrad.conformance.run;

import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.registry.Level;

/**
 * What a run found out about a requirement.
 *
 * @param requirement the requirement
 * @param verdict the verdict
 * @param checks how its checks went
 */
public record RequirementResult(Entry requirement, Verdict verdict, List<CheckResult> checks) {

    /** Copies the checks. */
    public RequirementResult {
        checks = List.copyOf(checks);
    }

    /** Returns where the cause most likely lies, when it is not a pass and a check tells. */
    public Optional<Blame> blame() {
        return checks.stream()
                .filter(c -> c.verdict() == verdict)
                .flatMap(c -> c.blame().stream())
                .findFirst();
    }

    /** Tells whether this alone makes a system not conformant. */
    public boolean breaks() {
        return verdict == Verdict.FAILED && binding();
    }

    /** Tells whether this is a binding requirement that was to be seen and was not. */
    public boolean open() {
        return verdict == Verdict.NOT_OBSERVED && binding();
    }

    private boolean binding() {
        return requirement.level() == Level.MUST;
    }
}
