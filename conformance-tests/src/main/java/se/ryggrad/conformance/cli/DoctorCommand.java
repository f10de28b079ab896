package se.ryggrad.conformance.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.cli.option.Listening;
import se.ryggrad.conformance.cli.option.TargetOption;
import se.ryggrad.conformance.doctor.Doctor;
import se.ryggrad.conformance.doctor.Settings;
import se.ryggrad.conformance.issuer.Counterparty;

/** Examines whether a run can be done, or prints what the system must be set to. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Examines whether a system is ready for a run, and names the setting to change if it is not.")
final class DoctorCommand extends SpokenCommand {

    @Mixin
    private Listening listening = new Listening();

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(names = "--print-settings", description = "Prints what the system must be set to, and asks it nothing.")
    private boolean printSettings;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many runs are to go side by side (default 1).")
    private int runs = 1;

    @Override
    public Integer call() {
        if (!listening.carries(runs)) {
            throw bad(runs > 1 && runs <= Listening.RUNS ? "usage.runs-moved" : "usage.runs", runs);
        }
        return printSettings ? print() : examine();
    }

    private int print() {
        new Settings(listening.origins(runs), texts()).lines().forEach(out()::println);
        return ExitCode.DONE;
    }

    private int examine() {
        try (Counterparty counterparty =
                listening.open(at -> err().println(texts().get("run.moved", listening.address(), at)))) {
            new Doctor(target.uri(), counterparty.takeSlot(), key -> out().println("✓ " + texts().get(key))).examine();
        }
        out().println(texts().get("healthy.all", target.uri()));
        return ExitCode.DONE;
    }
}
