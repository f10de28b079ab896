package se.ryggrad.server.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

/** Is a real PostgreSQL that lives as long as the tests. */
public final class PostgresServer {
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    /** Returns the settings of a new, empty database. */
    public static Map<String, String> settings() {
        String name = "it_" + System.nanoTime();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return Map.of(
                "ryggrad.db.url",
                "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name,
                "ryggrad.db.user",
                "postgres",
                "ryggrad.db.password",
                "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
