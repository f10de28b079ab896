package se.ryggrad.conformance.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.ryggrad.conformance.doctor.Doctor;
import se.ryggrad.conformance.doctor.Settings;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.text.Texts;

/** Examines whether a run can be done, or prints what the system must be set to. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Examines whether a system is ready for a run, and names the setting to change if it is not.")
final class DoctorCommand implements Callable<Integer>, Speaking {

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

    @Option(names = "--print-settings", description = "Prints what the system must be set to, and asks it nothing.")
    private boolean printSettings;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many runs are to go side by side (default 1).")
    private int runs = 1;

    @Override
    public String language() {
        return language.code();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (runs < 1 || runs > 9) {
            throw new ParameterException(spec.commandLine(), language.texts().get("usage.runs", runs));
        }
        if (printSettings) {
            new Settings(listening.address().toString(), runs, language.texts())
                    .lines()
                    .forEach(out::println);
            return ExitCode.DONE;
        }
        Texts texts = language.texts();
        try (Counterparty counterparty = listening.open()) {
            new Doctor(target.uri(), counterparty.takeSlot(), key -> out.println("✓ " + texts.get(key))).examine();
        }
        out.println(texts.get("healthy.all", target.uri()));
        return ExitCode.DONE;
    }
}
