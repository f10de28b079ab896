package se.ryggrad.conformance.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.ryggrad.conformance.check.RunContext;
import se.ryggrad.conformance.doctor.Doctor;
import se.ryggrad.conformance.doctor.StartedServer;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.report.Format;
import se.ryggrad.conformance.report.ReportFolder;
import se.ryggrad.conformance.run.Inventory;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.run.SuiteRunner;
import se.ryggrad.conformance.target.Target;

/** Runs the suite against a system and writes the reports. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Checks a system and writes the reports.")
final class RunCommand implements Callable<Integer>, Speaking {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Language language = new Language();

    @Mixin
    private Listening listening = new Listening();

    @Option(
            names = "--target",
            paramLabel = "URL",
            defaultValue = BaseUrl.DEFAULT,
            converter = BaseUrl.Converter.class,
            description = "Base URL of the principal (default ${DEFAULT-VALUE}).")
    private BaseUrl target = new BaseUrl(URI.create(BaseUrl.DEFAULT));

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
    public String language() {
        return language.code();
    }

    @Override
    public Integer call() {
        Inventory inventory = Inventory.load();
        refuseUnknown(inventory);
        if (dryRun) {
            return dry(inventory);
        }
        try (Counterparty counterparty = listening.open()) {
            if (start == null) {
                return judge(counterparty, Optional.empty());
            }
            spec.commandLine().getErr().println(language.texts().get("run.starting", start));
            try (StartedServer server = StartedServer.start(start, target.uri())) {
                return judge(counterparty, Optional.of(server));
            }
        }
    }

    private int judge(Counterparty counterparty, Optional<StartedServer> server) {
        Slot slot = counterparty.takeSlot();
        Target known = new Doctor(target.uri(), slot, key -> {}).examine();
        long chosen = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
        Progress progress = new Progress(spec.commandLine().getErr(), language.texts());
        progress.begin(known, chosen);
        RunSettings settings = settings(chosen, progress);
        RunContext context = RunContext.begin(known, slot, chosen, server.map(s -> s::log));
        RunResult result = new SuiteRunner(counterparty).run(context, settings);
        Path written = new ReportFolder(out, Set.copyOf(formats), language.texts()).write(result);
        new Summary(spec.commandLine().getOut(), language.texts()).print(result, written);
        return ExitCode.of(result);
    }

    private RunSettings settings(long chosen, Progress progress) {
        return RunSettings.of(chosen)
                .only(Set.copyOf(only))
                .roles(Set.copyOf(roles))
                .progress(progress);
    }

    private int dry(Inventory inventory) {
        PrintWriter lines = spec.commandLine().getOut();
        inventory.requirements().entries().stream()
                .filter(e -> only.isEmpty() || only.contains(e.id()))
                .filter(e -> roles.isEmpty() || roles.contains(e.role()))
                .forEach(e -> inventory.checksOf(e.id()).forEach(c -> lines.println(e.id() + "  " + c)));
        return ExitCode.DONE;
    }

    private void refuseUnknown(Inventory inventory) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw bad("usage.out", out.toString());
        }
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

    private ParameterException bad(String key, String value) {
        return new ParameterException(spec.commandLine(), language.texts().get(key, value));
    }
}
