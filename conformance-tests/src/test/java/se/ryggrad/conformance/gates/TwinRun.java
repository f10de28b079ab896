package se.ryggrad.conformance.gates;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.check.RunContext;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.run.SuiteRunner;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.Seen;
import se.ryggrad.conformance.twin.TwinServer;
import se.ryggrad.conformance.twin.TwinSettings;

/** Runs the suite against twins, each with a slot and a port of its own. */
final class TwinRun implements AutoCloseable {

    /** The principal under test. */
    static final String PRINCIPAL = "2581";

    static {
        // Two fifths of the gates' work was signing and verifying; this provider does it in an eighth of the time.
        AmazonCorrettoCryptoProvider.install();
    }

    private final Counterparty counterparty;
    private final SuiteRunner runner;

    TwinRun() {
        try {
            counterparty = Counterparty.listen("127.0.0.1", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runner = new SuiteRunner(counterparty);
    }

    /** What the suite found out about a twin, and what the twin saw of it. */
    record Met(RunResult result, List<Seen> seen) {}

    /** Runs checks against a twin with faults. */
    Met meet(Set<Fault> faults, RunSettings settings) {
        Slot slot = counterparty.takeSlot();
        var twinSettings =
                TwinSettings.forSuite(counterparty.origin(), slot.number()).with(faults);
        try (var twin = TwinServer.start(twinSettings)) {
            var context = RunContext.begin(target(twin), slot, settings.seed(), Optional.of(twin::log));
            return new Met(runner.run(context, settings), twin.seen());
        } finally {
            counterparty.giveBack(slot);
        }
    }

    /** Runs checks against any server, which claims all that a twin claims. */
    RunResult against(URI base, RunSettings settings) {
        Slot slot = counterparty.takeSlot();
        try {
            var target = new Target(base, Json.read(capabilities()));
            return runner.run(RunContext.begin(target, slot, settings.seed(), settings.log()), settings);
        } finally {
            counterparty.giveBack(slot);
        }
    }

    /** Returns what a twin says of itself. */
    String capabilities() {
        try (var twin = TwinServer.start(TwinSettings.forSuite(counterparty.origin(), 1))) {
            return new String(twin.capabilities(PRINCIPAL), StandardCharsets.UTF_8);
        }
    }

    private static Target target(TwinServer twin) {
        return new Target(URI.create(twin.base(PRINCIPAL)), Json.read(twin.capabilities(PRINCIPAL)));
    }

    @Override
    public void close() {
        counterparty.close();
    }
}
