package se.ryggrad.conformance.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.ryggrad.conformance.target.Target;

/**
 * What a run found out.
 *
 * @param standard the version of the standard
 * @param target the system under test
 * @param seed what makes the run repeatable
 * @param started when it began
 * @param took how long the checks took
 * @param requirements the requirements that were to be checked, in the order of the registry
 * @param partial whether the run was limited to some requirements or roles
 * @param waits how often the suite waited because the system asked for it by {@code Retry-After}
 */
public record RunResult(
        String standard,
        Target target,
        long seed,
        Instant started,
        Duration took,
        List<RequirementResult> requirements,
        boolean partial,
        int waits) {

    /** Copies the requirements. */
    public RunResult {
        requirements = List.copyOf(requirements);
    }

    /** Returns the verdict on the system. */
    public Overall verdict() {
        if (requirements.stream().anyMatch(RequirementResult::breaks)) {
            return Overall.NOT_CONFORMANT;
        }
        boolean unseen = requirements.stream()
                .anyMatch(r -> r.open() && !Deferrable.includes(r.requirement().id()));
        boolean nothing = count(Verdict.PASSED) == 0;
        return unseen || nothing ? Overall.INCONCLUSIVE : Overall.CONFORMANT;
    }

    /** Returns the ids of the requirements that were not observed. */
    public List<String> notObserved() {
        return ids(Verdict.NOT_OBSERVED).stream().toList();
    }

    /** Tells whether a certificate could rest on this run: whole, conformant, and nothing left to see. */
    public boolean certifiable() {
        return !partial && verdict() == Overall.CONFORMANT && notObserved().isEmpty();
    }

    /** Tells whether the suite itself went wrong somewhere. */
    public boolean suiteFault() {
        return requirements.stream().flatMap(r -> r.checks().stream()).anyMatch(CheckResult::suiteFault);
    }

    /** Returns how many requirements have that verdict. */
    public long count(Verdict verdict) {
        return requirements.stream().filter(r -> r.verdict() == verdict).count();
    }

    /** Returns the ids of the requirements that have that verdict, in order of id. */
    public Set<String> ids(Verdict verdict) {
        return requirements.stream()
                .filter(r -> r.verdict() == verdict)
                .map(r -> r.requirement().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
