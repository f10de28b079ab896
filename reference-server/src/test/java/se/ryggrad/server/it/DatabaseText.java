package se.ryggrad.server.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import se.ryggrad.server.settings.DefaultDatabase;

/** Reads every row of every table of the H2 database that a stopped server has left. */
final class DatabaseText {
    private DatabaseText() {}

    /** Returns all that is in the database, as text; documents too. */
    static String of(Path dataDirectory) throws SQLException {
        StringBuilder text = new StringBuilder();
        String address = DefaultDatabase.at(dataDirectory.resolve("ryggrad"));
        try (Connection connection = DriverManager.getConnection(address, "ryggrad", "");
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                text.append(table).append('\n');
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    append(text, rows);
                }
            }
        }
        return text.toString();
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void append(StringBuilder text, ResultSet rows) throws SQLException {
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                Object value = rows.getObject(column);
                text.append(
                                value instanceof byte[] octets
                                        ? new String(octets, StandardCharsets.UTF_8)
                                        : rows.getString(column))
                        .append(' ');
            }
            text.append('\n');
        }
    }
}
