package se.ryggrad.core.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Holds the few statements that the two databases spell differently. */
public enum Dialect {
    /** H2 in its PostgreSQL mode. */
    H2(
            "select last_number from final table (merge into registry_counter as counter using"
                    + " (values (cast(? as varchar), cast(? as varchar), cast(? as integer), cast(? as bigint)))"
                    + " as wanted (principal, authority, registry_year, block)"
                    + " on counter.principal = wanted.principal and counter.authority = wanted.authority"
                    + " and counter.registry_year = wanted.registry_year"
                    + " when matched then update set last_number = counter.last_number + wanted.block"
                    + " when not matched then insert (principal, authority, registry_year, last_number)"
                    + " values (wanted.principal, wanted.authority, wanted.registry_year, wanted.block))",
            "merge into officer (principal, id, body) key (principal, id) values (?, ?, ?)",
            "merge into message_contact (principal, identity_scheme, identity_value, body)"
                    + " key (principal, identity_scheme, identity_value) values (?, ?, ?, ?)"),
    /** PostgreSQL. */
    POSTGRESQL(
            "insert into registry_counter as counter (principal, authority, registry_year, last_number)"
                    + " values (?, ?, ?, ?) on conflict (principal, authority, registry_year)"
                    + " do update set last_number = counter.last_number + excluded.last_number returning last_number",
            "insert into officer (principal, id, body) values (?, ?, ?)"
                    + " on conflict (principal, id) do update set body = excluded.body",
            "insert into message_contact (principal, identity_scheme, identity_value, body) values (?, ?, ?, ?)"
                    + " on conflict (principal, identity_value, identity_scheme) do update set body = excluded.body");

    private final String advanceRegistry;
    private final String writeOfficer;
    private final String writeContact;

    Dialect(String advanceRegistry, String writeOfficer, String writeContact) {
        this.advanceRegistry = advanceRegistry;
        this.writeOfficer = writeOfficer;
        this.writeContact = writeContact;
    }

    /** Returns the dialect of the database behind {@code connection}. */
    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : H2;
    }

    /**
     * Returns the statement that advances a register, new or not, and gives its last number: principal, authority, year,
     * count.
     *
     * <p>On H2 it fails with a violated key when another transaction adds the same register at the same time.
     */
    public String advanceRegistry() {
        return advanceRegistry;
    }

    /** Returns the statement that adds or replaces an officer: principal, id, body. */
    public String writeOfficer() {
        return writeOfficer;
    }

    /** Returns the statement that adds or replaces how somebody wants to be told: principal, scheme, value, body. */
    public String writeContact() {
        return writeContact;
    }

    /**
     * Begins one statement that makes a change to one row and then inserts rows beside it.
     *
     * <p>The caller joins the rows to the changed row, which is named "changed", with {@code left join}: so H2
     * makes the change first and once, whatever its planner thinks.
     *
     * @param change the change, an {@code insert} or {@code update} of one row
     * @param target the table and columns to insert into
     * @param columns what is inserted, in terms of that row and of the rows to be joined
     */
    public Sql changing(Sql change, String target, String columns) {
        return switch (this) {
            case H2 ->
                Sql.of("insert into " + target + " select " + columns + " from final table (")
                        .add(change)
                        .add(") as changed");
            case POSTGRESQL ->
                Sql.of("with changed as (")
                        .add(change)
                        .add(" returning *) insert into " + target + " select " + columns + " from changed");
        };
    }
}
