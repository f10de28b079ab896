package se.ryggrad.server.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.api.minasidor.index.Audience;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/** Is what the sources of a portal have pushed for many people, each with an id that no registry gives out. */
final class PushedCounty {

    static final int PEOPLE = 10_000;
    static final int ITEMS = 20;
    static final int SOURCES = 290;

    private static final int MOST = 1_000;
    private static final int PEOPLE_AT_A_TIME = 100;
    private static final String INSERT = "insert into overview_item (principal, source, item, version, owner_scheme,"
            + " owner_value, place, ends_at, body) values (?, ?, ?, 1, ?, ?, ?, ?, ?)";

    private final PrincipalId principal;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    PushedCounty(PrincipalId principal) {
        this.principal = principal;
    }

    static Identity person(int number) {
        return new Identity(IdentityScheme.PRID, "ZZ:load-%06d-person".formatted(number));
    }

    static String source(int number) {
        return "source-" + number;
    }

    /** Fills the index as if all sources had pushed all items. */
    void fill(DataSource database, OverviewIndex index) throws SQLException {
        for (int source = 0; source < SOURCES; source++) {
            index.vouch(principal, source(source), now);
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<Object[]> rows = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                for (int item = 0; item < ITEMS; item++) {
                    rows.add(row(person, item));
                }
                if (person % PEOPLE_AT_A_TIME == PEOPLE_AT_A_TIME - 1) {
                    Sql.updateEach(connection, INSERT, rows);
                    connection.commit();
                    rows.clear();
                }
            }
            connection.setAutoCommit(true);
        }
    }

    private Object[] row(int person, int item) {
        PushedItem pushed = item(person, item);
        Identity owner = pushed.audience().owner();
        return new Object[] {
            principal.value(),
            source(sourceOf(person, item)),
            UUID.randomUUID(),
            owner.scheme().name(),
            owner.value(),
            pushed.place(),
            pushed.expiresAt(),
            RecordCodec.write(pushed)
        };
    }

    /** Pushes a new item of somebody's, as a source does. */
    void push(OverviewIndex index, int person) {
        IndexKey key = new IndexKey(principal, source(sourceOf(person, 0)), UUID.randomUUID());
        index.push(key, new Push(1, Optional.of(item(person, 0))), MOST, now);
    }

    private static int sourceOf(int person, int item) {
        return (person + 13 * item) % SOURCES;
    }

    /** Returns an item, of which every fifth is asked for by a date. */
    private PushedItem item(int person, int item) {
        boolean asked = item % 5 == 0;
        return new PushedItem(
                new Audience(person(person), Optional.of(AssuranceLevel.LOA3), List.of()),
                now.plus(Duration.ofDays(300)),
                new PushedItem.Content(
                        OverviewKind.CASE,
                        new LocalizedText("Bygglov", "Building permit"),
                        new LocalizedText("Handläggs", "Being handled"),
                        now.minus(Duration.ofMinutes(7L * item + person)),
                        asked,
                        asked ? Optional.of(LocalDate.of(2027, 1, 1 + item)) : Optional.empty(),
                        Optional.of("https://minasidor.example.se/arenden/" + item)));
    }
}
