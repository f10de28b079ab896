package se.ryggrad.core.jdbc.minasidor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.minasidor.index.IndexedShare;
import se.ryggrad.api.minasidor.index.IndexedShare.Indexed;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Reads what is held for one owner, and how far each source has pushed, by one statement.
 *
 * @param principal whose portal
 * @param owner whose items
 * @param now when items that have not ended are read
 * @param most how many items at the most
 */
record ShareRows(PrincipalId principal, Identity owner, Instant now, int most) {

    /** Reads. */
    IndexedShare read(Connection connection) throws SQLException {
        List<Indexed> items = new ArrayList<>();
        Map<String, Instant> asOf = new HashMap<>();
        statement().list(connection, row -> {
            String source = row.getString("source");
            Optional<Instant> told = Sql.maybeInstant(row, "as_of");
            if (told.isPresent()) {
                asOf.put(source, told.get());
            } else {
                items.add(item(source, row));
            }
            return source;
        });
        return new IndexedShare(items, asOf);
    }

    private static Indexed item(String source, ResultSet row) throws SQLException {
        PushedItem item = RecordCodec.read(row.getString("body"), PushedItem.class);
        return new Indexed(source, row.getObject("item", UUID.class), item);
    }

    /** Returns the statement: the items in their order, and the sources. */
    Sql statement() {
        return Sql.of("select source, item, body, as_of from (")
                .add(items())
                .add(
                        ") as held union all select source, cast(null as uuid), cast(null as varchar), as_of"
                                + " from overview_source where principal = ?",
                        principal.value());
    }

    private Sql items() {
        return Sql.of(
                "select source, item, body, cast(null as timestamp(3) with time zone) as as_of from overview_item"
                        + " where principal = ? and owner_value = ? and owner_scheme = ? and ends_at > ?"
                        + " order by place, source, item limit ?",
                principal.value(),
                owner.value(),
                owner.scheme().name(),
                now,
                most);
    }
}
