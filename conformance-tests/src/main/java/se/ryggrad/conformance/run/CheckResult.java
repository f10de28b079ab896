package se.ryggrad.conformance.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.http.Blame;

/**
 * How one check went.
 *
 * @param check class and method, as {@code CaseCheck#case012_namesEveryMissingField}
 * @param requirements the requirements that it proves
 * @param verdict passed, failed or not observed
 * @param blame where the cause most likely lies, when it did not pass
 * @param evidence what shows it, when it did not pass
 * @param took how long it took
 */
public record CheckResult(
        String check,
        List<String> requirements,
        Verdict verdict,
        Optional<Blame> blame,
        Optional<Evidence> evidence,
        Duration took) {

    /** Copies the requirements. */
    public CheckResult {
        requirements = List.copyOf(requirements);
    }

    /** Tells whether the suite itself went wrong here. */
    public boolean suiteFault() {
        return blame.filter(b -> b == Blame.SUITE).isPresent();
    }
}
