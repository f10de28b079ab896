package se.ryggrad.server.it;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;

/** Is a bash that is typed into, block by block. */
final class Shell implements AutoCloseable {
    private static final String END = "--- end of block ---";

    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;

    /** Starts a shell in {@code folder}. */
    Shell(Path folder) throws IOException {
        process = new ProcessBuilder("bash", "-s")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        input = process.outputWriter();
        output = process.inputReader();
    }

    /** Runs a block and returns what it prints, errors too. */
    String run(String block) throws IOException {
        input.write(block + "\necho '" + END + "'\n");
        input.flush();
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); !END.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException("the shell has ended after: " + printed);
            }
            printed.append(line).append('\n');
        }
        return printed.toString();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
