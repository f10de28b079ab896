package se.ryggrad.server.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Holds the few statements that the two databases spell differently. */
enum Dialect {
    /** H2 in its PostgreSQL mode. */
    H2(
            "select last_position from final table (update feed_counter set last_position = last_position + ?"
                    + " where principal = ?)",
            "select last_number from final table (update registry_counter set last_number = last_number + ?"
                    + " where principal = ? and authority = ? and registry_year = ?)",
            "merge into officer (principal, id, body) key (principal, id) values (?, ?, ?)"),
    /** PostgreSQL. */
    POSTGRESQL(
            "update feed_counter set last_position = last_position + ? where principal = ? returning last_position",
            "update registry_counter set last_number = last_number + ?"
                    + " where principal = ? and authority = ? and registry_year = ? returning last_number",
            "insert into officer (principal, id, body) values (?, ?, ?)"
                    + " on conflict (principal, id) do update set body = excluded.body");

    private final String advanceFeed;
    private final String advanceRegistry;
    private final String writeOfficer;

    Dialect(String advanceFeed, String advanceRegistry, String writeOfficer) {
        this.advanceFeed = advanceFeed;
        this.advanceRegistry = advanceRegistry;
        this.writeOfficer = writeOfficer;
    }

    /** Returns the dialect of the database behind {@code connection}. */
    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : H2;
    }

    /** Returns the statement that advances the feed and gives its new position: count, principal. */
    String advanceFeed() {
        return advanceFeed;
    }

    /** Returns the statement that advances a register and gives its new number: count, principal, authority, year. */
    String advanceRegistry() {
        return advanceRegistry;
    }

    /** Returns the statement that adds or replaces an officer: principal, id, body. */
    String writeOfficer() {
        return writeOfficer;
    }
}
