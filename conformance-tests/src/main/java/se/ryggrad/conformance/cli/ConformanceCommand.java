package se.ryggrad.conformance.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.ryggrad.conformance.cli.option.Language;
import se.ryggrad.conformance.doctor.Obstacle;
import se.ryggrad.conformance.registry.Requirements;
import se.ryggrad.conformance.run.SuiteVersion;
import se.ryggrad.conformance.text.Texts;

/** The suite's command line. Exit codes: 0, 1, 2, 64 for a bad argument and 70 for a fault of the suite. */
@Command(
        name = "ryggrad-conformance",
        mixinStandardHelpOptions = true,
        versionProvider = ConformanceCommand.Version.class,
        description = "Proves, requirement by requirement, whether a system meets the Ryggrad standard.",
        subcommands = {
            RunCommand.class,
            DoctorCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            TokenCommand.class,
            OperatorCommand.class,
            CommandLine.HelpCommand.class
        })
public final class ConformanceCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** Creates the command. */
    public ConformanceCommand() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(execute(writer(System.out), writer(System.err), arguments));
    }

    /** Runs the command line with the given writers and returns its exit code. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Texts texts = Language.askedFor(arguments);
        try {
            return new CommandLine(new ConformanceCommand())
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setParameterExceptionHandler((fault, all) -> badArgument(fault, texts))
                    .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, command, texts))
                    .execute(arguments);
        } catch (Error fault) {
            err.println(texts.get("trouble.suite", fault));
            return ExitCode.SUITE;
        }
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(line, Texts.in("sv").get("usage.no-command"));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int badArgument(ParameterException fault, Texts texts) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println(new UsageFault(fault, texts).sentence());
        command.getErr()
                .println(texts.get("usage.help", command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    private static int failed(Exception fault, CommandLine command, Texts texts) {
        if (fault instanceof Obstacle obstacle) {
            command.getErr().println(obstacle.trouble().sentence(texts));
            return ExitCode.INCONCLUSIVE;
        }
        command.getErr().println(texts.get("trouble.suite", fault));
        return ExitCode.SUITE;
    }

    /** Says which suite this is. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "Ryggrad conformance suite " + SuiteVersion.text() + ", standard "
                        + Requirements.load().standard()
            };
        }
    }
}
