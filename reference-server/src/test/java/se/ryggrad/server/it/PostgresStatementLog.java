package se.ryggrad.server.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is a PostgreSQL of its own with {@code log_statement=all}. */
final class PostgresStatementLog implements StatementLog {
    private static final String DATABASE = "counted";
    private static final Pattern LINE = Pattern.compile("^" + DATABASE + "=LOG: {2}(?:statement|execute [^:]*): (.*)$");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;
    private final EmbeddedPostgres server;

    PostgresStatementLog(Path folder) {
        file = folder.resolve("statements.log");
        try {
            Files.createDirectories(folder);
            server = EmbeddedPostgres.builder()
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", folder.toAbsolutePath().toString())
                    .setServerConfig("log_filename", file.getFileName().toString())
                    .setServerConfig("log_rotation_size", "0")
                    .setServerConfig("log_line_prefix", "%d=")
                    .setServerConfig("log_statement", "all")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        run("create database " + DATABASE);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "ryggrad.db.url",
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE,
                "ryggrad.db.user",
                "postgres",
                "ryggrad.db.password",
                "postgres");
    }

    /** Reads up to a mark that it sets itself, in another database: what was run before stands before it. */
    @Override
    public List<String> statements() {
        String mark = UUID.randomUUID().toString();
        run("select '" + mark + "'");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<String> lines = read();
            if (lines.stream().anyMatch(line -> line.contains(mark))) {
                return lines.stream()
                        .map(LINE::matcher)
                        .filter(Matcher::matches)
                        .map(line -> line.group(1))
                        .filter(StatementLog::counts)
                        .toList();
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("PostgreSQL does not write its log");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private List<String> read() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void run(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
