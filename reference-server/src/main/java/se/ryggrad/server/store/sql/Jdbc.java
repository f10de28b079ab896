package se.ryggrad.server.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;

/**
 * Runs work on a connection and turns the database's errors into the problems of the standard. Thread-safe.
 *
 * <p>A database that cannot be reached, and a wait for another transaction that lasted too long, are {@code unavailable}.
 * What a database says may repeat values, so that its message goes no further than here.
 */
public final class Jdbc {
    private static final Set<String> TRY_LATER = Set.of("40001", "40P01", "55P03", "57014", "57P01", "57P03", "HYT00");
    private static final String CONNECTION_CLASS = "08";
    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int H2_CLOSED = 90121;
    private static final LocalizedText BUSY = new LocalizedText(
            "Systemet kunde inte nås just nu. Försök igen om en stund.",
            "The system could not be reached just now. Try again in a moment.");
    private static final LocalizedText BROKEN =
            new LocalizedText("Ett fel inträffade i systemet.", "A fault occurred in the system.");

    private final DataSource dataSource;
    private final Dialect dialect;

    /**
     * Creates the runner and asks {@code dataSource} which database it is.
     *
     * @throws RyggradException when the database cannot be reached
     */
    public Jdbc(DataSource dataSource) {
        this.dataSource = dataSource;
        this.dialect = dialectOf(dataSource);
    }

    /** Returns the dialect of the database. */
    public Dialect dialect() {
        return dialect;
    }

    /** Runs single statements, each a transaction of its own. */
    public <T> T run(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw problem(failed);
        }
    }

    /** Runs {@code work} as one transaction: all of it, or nothing when it throws. */
    public <T> T transaction(Work<T> work) {
        return run(connection -> within(connection, inner -> Outcome.commit(work.on(inner))))
                .orElseThrow();
    }

    /** Runs {@code work} as one transaction, which its outcome ends one way or the other. */
    public <T> Optional<T> attempt(Work<Outcome<T>> work) {
        return run(connection -> within(connection, work));
    }

    private static <T> Optional<T> within(Connection connection, Work<Outcome<T>> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            Outcome<T> outcome = work.on(connection);
            if (outcome.commit()) {
                connection.commit();
                done = true;
            }
            return outcome.result();
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** Returns the problem that {@code failed} is to the outside. */
    public static RyggradException problem(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        boolean later = TRY_LATER.contains(state)
                || state.startsWith(CONNECTION_CLASS)
                || failed.getErrorCode() == H2_LOCK_TIMEOUT
                || failed.getErrorCode() == H2_CLOSED
                || failed instanceof java.sql.SQLTransientException;
        SQLException silent = new SQLException("SQL state " + state, state, failed.getErrorCode());
        silent.setStackTrace(failed.getStackTrace());
        return later
                ? RyggradException.of(ProblemType.UNAVAILABLE, BUSY, silent)
                : RyggradException.of(ProblemType.INTERNAL, BROKEN, silent);
    }

    private static Dialect dialectOf(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return Dialect.of(connection);
        } catch (SQLException failed) {
            throw problem(failed);
        }
    }

    /** Is work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does the work. */
        T on(Connection connection) throws SQLException;
    }

    /**
     * Ends a transaction.
     *
     * @param result what to tell
     * @param commit whether anything is written
     */
    public record Outcome<T>(Optional<T> result, boolean commit) {
        /** Writes everything. */
        public static <T> Outcome<T> commit(T result) {
            return new Outcome<>(Optional.of(result), true);
        }

        /** Writes nothing. */
        public static <T> Outcome<T> rollback(Optional<T> result) {
            return new Outcome<>(result, false);
        }
    }
}
