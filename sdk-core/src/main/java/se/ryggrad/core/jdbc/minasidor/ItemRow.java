package se.ryggrad.core.jdbc.minasidor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Is the row of an item as a change would have it.
 *
 * @param key which item
 * @param push the change
 */
record ItemRow(IndexKey key, Push push) {
    private static final String ONE = " principal = ? and source = ? and item = ?";
    private static final String INSERT =
            "insert into overview_item (version, owner_scheme, owner_value, place, ends_at,"
                    + " body, principal, source, item) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String UPDATE = "update overview_item set version = ?, owner_scheme = ?, owner_value = ?,"
            + " place = ?, ends_at = ?, body = ? where" + ONE;

    /** Finds the latest that is kept of the item, and holds its row until the transaction ends. */
    Optional<Push> hold(Connection connection) throws SQLException {
        return Sql.of("select version, body from overview_item where" + ONE + " for update", one())
                .first(
                        connection,
                        row -> new Push(
                                row.getLong("version"),
                                Optional.ofNullable(row.getString("body"))
                                        .map(body -> RecordCodec.read(body, PushedItem.class))));
    }

    /** Returns whether the owner has {@code most} other items of the source, and would get one more. */
    boolean beyond(Connection connection, int most, Instant now) throws SQLException {
        if (push.ended(now)) {
            return false;
        }
        Identity owner = push.item().orElseThrow().audience().owner();
        return Sql.of(
                                "select count(*) as others from overview_item where principal = ? and owner_value = ?"
                                        + " and owner_scheme = ? and source = ? and item <> ? and ends_at > ?",
                                key.principal().value(),
                                owner.value(),
                                owner.scheme().name(),
                                key.source(),
                                key.item(),
                                now)
                        .first(connection, row -> row.getLong("others"))
                        .orElse(0L)
                >= most;
    }

    /** Adds the row, unless there is one; of two at once the later waits here for the first to end. */
    boolean insert(Connection connection, Instant now) throws SQLException {
        return Sql.of(INSERT, values(now)).add("", one()).update(connection) == 1;
    }

    /** Replaces the row, which is held. */
    void update(Connection connection, Instant now) throws SQLException {
        Sql.of(UPDATE, values(now)).add("", one()).update(connection);
    }

    private Object[] values(Instant now) {
        Optional<Identity> owner = push.item().map(item -> item.audience().owner());
        return new Object[] {
            push.version(),
            owner.map(each -> each.scheme().name()),
            owner.map(Identity::value),
            push.item().map(PushedItem::place),
            push.item().map(PushedItem::expiresAt).orElse(now),
            push.item().map(RecordCodec::write)
        };
    }

    private Object[] one() {
        return new Object[] {key.principal().value(), key.source(), key.item()};
    }
}
