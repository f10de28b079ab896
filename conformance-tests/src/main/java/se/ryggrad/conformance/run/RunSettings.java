package se.ryggrad.conformance.run;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.ryggrad.conformance.issuer.Pulse;

/**
 * How a run is done.
 *
 * @param only the requirements to check; empty for all
 * @param roles the roles to check; empty for all that the system claims
 * @param seed what makes the run repeatable
 * @param threads how many checks go at once
 * @param log reads the system's log so far, if it can be read
 * @param progress hears of each check as it ends, on any thread
 * @param pulse tells when the suite itself was slow, if anything feels it
 */
public record RunSettings(
        Set<String> only,
        Set<String> roles,
        long seed,
        int threads,
        Optional<Supplier<String>> log,
        Consumer<CheckResult> progress,
        Optional<Pulse> pulse) {

    /** Copies the sets. */
    public RunSettings {
        only = Set.copyOf(only);
        roles = Set.copyOf(roles);
    }

    /** Returns settings for a whole run with the given seed. */
    public static RunSettings of(long seed) {
        return new RunSettings(Set.of(), Set.of(), seed, 6, Optional.empty(), result -> {}, Optional.empty());
    }

    /** Returns the same settings for some requirements only. */
    public RunSettings only(Set<String> ids) {
        return new RunSettings(ids, roles, seed, threads, log, progress, pulse);
    }

    /** Returns the same settings for some roles only. */
    public RunSettings roles(Set<String> names) {
        return new RunSettings(only, names, seed, threads, log, progress, pulse);
    }

    /** Returns the same settings with a log to read. */
    public RunSettings log(Supplier<String> source) {
        return new RunSettings(only, roles, seed, threads, Optional.of(source), progress, pulse);
    }

    /** Returns the same settings with somebody who hears of each check. */
    public RunSettings progress(Consumer<CheckResult> listener) {
        return new RunSettings(only, roles, seed, threads, log, listener, pulse);
    }

    /** Returns the same settings with something that tells when the suite itself was slow. */
    public RunSettings pulse(Pulse felt) {
        return new RunSettings(only, roles, seed, threads, log, progress, Optional.of(felt));
    }
}
