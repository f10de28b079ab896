package se.ryggrad.conformance.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Recorder;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Regulars;
import se.ryggrad.conformance.people.TestNumbers;
import se.ryggrad.conformance.target.Target;

/**
 * What the checks of one run share.
 *
 * @param target the system under test
 * @param slot the issuers of the run
 * @param seed what makes the run repeatable
 * @param numbers the run's identity numbers
 * @param regulars the officers and systems whom the checks share
 * @param lines the ways to send
 * @param observations what the run has seen
 */
public record RunContext(
        Target target,
        Slot slot,
        long seed,
        TestNumbers numbers,
        Regulars regulars,
        Http.Lines lines,
        Observations observations) {

    /** Begins a run that cannot read the system's log unless a source of it is given. */
    public static RunContext begin(Target target, Slot slot, long seed, Optional<Supplier<String>> log) {
        TestNumbers numbers = new TestNumbers(Instant.now(), slot.lane(TestNumbers.LANES));
        Http.Lines lines = Http.Lines.open(Duration.ofSeconds(60));
        return new RunContext(target, slot, seed, numbers, new Regulars(), lines, new Observations(numbers, log));
    }

    /** Opens a way to the target with a recorder of its own. */
    public Http http() {
        return new Http(target.base(), lines, new Recorder(observations));
    }

    /** Returns the maker of people. */
    public People people() {
        return new People(slot, target.audience(), target.organisationNumber(), numbers, regulars);
    }
}
