package se.ryggrad.conformance.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own. */
record SuiteProcess(Process process) {

    private static final long MINUTES = 5;

    static SuiteProcess start(List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ConformanceCommand.class.getName()));
        command.addAll(List.of(arguments));
        return new SuiteProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for its end and returns all that it printed, with the exit code in the last line. */
    String ended() throws IOException, InterruptedException {
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return printed + "exit " + process.exitValue();
    }
}
