package se.ryggrad.core.jdbc.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Is one statement with its parameters; values never become part of its text. Not thread-safe. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private Sql() {}

    /** Begins a statement; an absent {@link Optional} is {@code null}. */
    public static Sql of(String text, Object... parameters) {
        return new Sql().add(text, parameters);
    }

    /** Appends text and its parameters. */
    public Sql add(String more, Object... values) {
        text.append(more);
        Collections.addAll(parameters, values);
        return this;
    }

    /** Appends another statement with its parameters. */
    public Sql add(Sql other) {
        return add(other.text.toString(), other.parameters.toArray());
    }

    /**
     * Joins rows, of which there must be some, as the table {@code name}.
     *
     * @param types the SQL types of the columns, which a parameter does not have by itself
     */
    public Sql joinRows(String name, String columns, List<String> types, List<Object[]> rows) {
        String row = types.stream().map(type -> "cast(? as " + type + ")").collect(Collectors.joining(", ", "(", ")"));
        String separator = " left join (values ";
        for (Object[] values : rows) {
            add(separator + row, values);
            separator = ", ";
        }
        return add(") as " + name + " (" + columns + ") on true");
    }

    /** Appends a parenthesised list of parameters, which must not be empty. */
    public Sql addAll(Collection<?> values) {
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return add("(" + marks + ")", values.toArray());
    }

    /** Runs a change and returns how many rows it touched. */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** Runs one change for each of {@code rows}, which must be some, and sends them together. */
    public static void updateEach(Connection connection, String text, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (Object[] row : rows) {
                bind(statement, List.of(row));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Runs a query and returns its rows. */
    public <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet results = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row.read(results));
            }
            return rows;
        }
    }

    /** Runs a query and returns its first row, or nothing. */
    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        return list(connection, row).stream().findFirst();
    }

    /** Returns the moment in a column. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Returns the moment in a column, or nothing where it is null. */
    public static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, column(values.get(i)));
        }
    }

    private static @Nullable Object column(Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return present instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : present;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        /** Returns what the current row holds. */
        T read(ResultSet row) throws SQLException;
    }
}
