package se.ryggrad.conformance.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/** The log of a system under test, from where it ended when somebody began to follow it. */
public final class LogFile implements Supplier<String> {

    private final Path file;
    private final int start;

    private LogFile(Path file, int start) {
        this.file = file;
        this.start = start;
    }

    /** Follows a log from its present end. */
    public static LogFile from(Path file) {
        return new LogFile(file, read(file).length);
    }

    /** Returns what has been added; all of it when the file has been begun anew. */
    @Override
    public String get() {
        byte[] all = read(file);
        byte[] added = all.length < start ? all : Arrays.copyOfRange(all, start, all.length);
        return new String(added, StandardCharsets.UTF_8);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
