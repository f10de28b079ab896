package se.ryggrad.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.check.RunContext;
import se.ryggrad.conformance.cli.option.Listening;
import se.ryggrad.conformance.cli.option.TargetOption;
import se.ryggrad.conformance.doctor.Doctor;
import se.ryggrad.conformance.doctor.LogFile;
import se.ryggrad.conformance.doctor.StartedServer;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.issuer.Pulse;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.report.Format;
import se.ryggrad.conformance.report.ReportFolder;
import se.ryggrad.conformance.run.Inventory;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.run.SuiteRunner;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import se.ryggrad.conformance.wire.Sent;

/** Runs the suite against a system and writes the reports. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Checks a system and writes the reports.")
final class RunCommand extends SpokenCommand {

    @Mixin
    private Listening listening = new Listening();

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "ryggrad-report",
            description = "Folder for the reports (default ${DEFAULT-VALUE}).")
    private Path out = Path.of("ryggrad-report");

    @Option(names = "--only", paramLabel = "IDS", split = ",", description = "Requirements to check, by comma.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--role", paramLabel = "ROLES", split = ",", description = "Roles to check, by comma.")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Makes a run repeatable; printed and in the report.")
    private @Nullable Long seed;

    @Option(names = "--start", paramLabel = "JAR", description = "Starts this server for the run and stops it again.")
    private @Nullable Path start;

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            description = "The system's log, to be searched for identity numbers; without it CORE-045 is not observed.")
    private @Nullable Path logFile;

    @Option(names = "--dry-run", description = "Lists the checks that would run and sends nothing.")
    private boolean dryRun;

    @Option(
            names = "--format",
            paramLabel = "FORMATS",
            split = ",",
            defaultValue = "html,json,junit",
            description = "Reports to write, by comma (default ${DEFAULT-VALUE}).")
    private List<Format> formats = new ArrayList<>();

    @Override
    public Integer call() {
        Inventory inventory = Inventory.load();
        refuseUnknown(inventory);
        if (dryRun) {
            return dry(inventory);
        }
        refuseUnusable();
        try (Counterparty counterparty =
                listening.open(at -> err().println(texts().get("run.moved", listening.address(), at)))) {
            if (start == null) {
                return judge(counterparty, Optional.empty());
            }
            err().println(texts().get("run.starting", start));
            try (StartedServer server = StartedServer.start(start, target.uri())) {
                return judge(counterparty, Optional.of(server::log));
            }
        }
    }

    private int judge(Counterparty counterparty, Optional<Supplier<String>> ownLog) {
        Optional<Supplier<String>> log = logFile == null ? ownLog : Optional.of(LogFile.from(logFile));
        Slot slot = counterparty.takeSlot();
        Target known = new Doctor(target.uri(), slot, key -> {}).examine();
        long chosen = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
        Progress progress = new Progress(err(), texts());
        progress.begin(known, chosen);
        RunContext context = RunContext.begin(known, slot, chosen, log);
        RunResult result = run(counterparty, context, settings(chosen, progress));
        Path written = new ReportFolder(out, Set.copyOf(formats), texts()).write(result);
        new Summary(out(), texts()).print(result, written);
        return ExitCode.of(result);
    }

    private static RunResult run(Counterparty counterparty, RunContext context, RunSettings settings) {
        Sent question = new Sent("GET", counterparty.local() + "/", List.of(), Octets.none());
        try (Pulse pulse = Pulse.feel(() -> context.lines().client().send(question))) {
            return new SuiteRunner(counterparty).run(context, settings.pulse(pulse));
        }
    }

    private RunSettings settings(long chosen, Progress progress) {
        return RunSettings.of(chosen)
                .only(Set.copyOf(only))
                .roles(Set.copyOf(roles))
                .progress(progress);
    }

    private int dry(Inventory inventory) {
        inventory.requirements().entries().stream()
                .filter(e -> only.isEmpty() || only.contains(e.id()))
                .filter(e -> roles.isEmpty() || roles.contains(e.role()))
                .forEach(e -> inventory.checksOf(e.id()).forEach(c -> out().println(e.id() + "  " + c)));
        return ExitCode.DONE;
    }

    private void refuseUnknown(Inventory inventory) {
        for (String id : only) {
            if (inventory.requirements().find(id).isEmpty()) {
                throw bad("usage.unknown-requirement", id);
            }
        }
        for (String role : roles) {
            if (inventory.requirements().entries().stream()
                    .noneMatch(e -> e.role().equals(role))) {
                throw bad("usage.unknown-role", role);
            }
        }
    }

    private void refuseUnusable() {
        if (logFile != null && !Files.isReadable(logFile)) {
            throw bad("usage.log-file", logFile);
        }
        try {
            Files.createDirectories(out);
        } catch (IOException fault) {
            throw bad("usage.out", out);
        }
    }
}
