package se.ryggrad.server.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.ryggrad.server.settings.DefaultDatabase;

/** Reads the trace file of the server's H2, which writes a line for each statement as it ends. */
final class H2StatementLog implements StatementLog {
    private static final Pattern LINE = Pattern.compile("^/\\*SQL[^*]*\\*/(.*)$");
    private static final String SILENT = "TRACE_LEVEL_FILE=0";
    private static final String TRACE = "TRACE_LEVEL_FILE=2;TRACE_MAX_FILE_SIZE=1000";

    private final Path folder;

    H2StatementLog(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "ryggrad.db.url", DefaultDatabase.at(folder.resolve("counted")).replace(SILENT, TRACE));
    }

    @Override
    public List<String> statements() {
        try (Stream<String> lines = Files.lines(folder.resolve("counted.trace.db"))) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .filter(StatementLog::counts)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
