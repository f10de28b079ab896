package se.ryggrad.core.jdbc.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
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
    private static final long WAIT_MILLIS = 10_000;
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

    /** Runs single statements, each a transaction of its own that may wait 10 seconds. */
    public <T> T run(Work<T> work) {
        return run(new Patience(false), work);
    }

    /** Runs {@code work} as one transaction, which waits 10 seconds in all: all of it, or nothing when it throws. */
    public <T> T transaction(Work<T> work) {
        return attempt(connection -> Outcome.commit(work.on(connection))).orElseThrow();
    }

    /** Runs {@code work} as one transaction, which waits 10 seconds in all and which its outcome ends one way or the other. */
    public <T> Optional<T> attempt(Work<Outcome<T>> work) {
        return run(new Patience(true), connection -> within(connection, work));
    }

    /** Does the same at the pace of a caller who sends content meanwhile: each statement may wait 10 seconds. */
    public <T> Optional<T> stream(Work<Outcome<T>> work) {
        return run(connection -> within(connection, work));
    }

    private <T> T run(Patience patience, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            try {
                return work.on(patience.limiting(connection));
            } finally {
                patience.end(connection);
            }
        } catch (SQLException failed) {
            throw problem(failed);
        }
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

    /** Limits how long statements wait for other transactions: each of them, or all of one transaction together. */
    private final class Patience {
        private final boolean together;
        private final long start = System.nanoTime();
        private boolean shortened;

        private Patience(boolean together) {
            this.together = together;
        }

        private Connection limiting(Connection connection) {
            InvocationHandler handler = (self, method, arguments) -> {
                try {
                    Object result = method.invoke(connection, arguments);
                    if (result instanceof PreparedStatement statement) {
                        limit(connection, statement);
                    }
                    return result;
                } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                }
            };
            Class<?>[] types = {Connection.class};
            return (Connection) Proxy.newProxyInstance(Jdbc.class.getClassLoader(), types, handler);
        }

        private void limit(Connection connection, PreparedStatement statement) throws SQLException {
            long left = together ? WAIT_MILLIS - (System.nanoTime() - start) / 1_000_000 : WAIT_MILLIS;
            if (left <= 0) {
                statement.close();
                throw new SQLTimeoutException("the transaction has waited too long");
            }
            if (dialect != Dialect.H2) {
                statement.setQueryTimeout(Math.max(1, (int) Math.round(left / 1000.0)));
            } else if (left < WAIT_MILLIS - 1000) {
                shortened = true;
                h2Timeouts(connection, left);
            }
        }

        private void end(Connection connection) throws SQLException {
            if (shortened) {
                h2Timeouts(connection, WAIT_MILLIS);
            }
        }

        /**
         * Limits a connection of H2, which keeps the limits for whoever gets it next and prepares every statement anew
         * after each change: they stand in the address of the database, and change only for who has waited already.
         */
        private static void h2Timeouts(Connection connection, long millis) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set query_timeout " + millis);
                statement.execute("set lock_timeout " + millis);
            }
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
