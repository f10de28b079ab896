package se.ryggrad.core.jdbc.minasidor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.core.contract.minasidor.Pushes;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.jdbc.sql.Sql;

/** Tests by what index the items of one person are read among a hundred thousand, and what is left of an item that has ended. */
class OverviewPlanTest {
    private static final Identity ALVA = new Identity(IdentityScheme.PERSONNUMMER, "199001019802");

    @Test
    void readsAPersonsItemsInTheirOrderWithoutSorting() throws SQLException {
        try (Connection connection = filled().getConnection()) {
            Sql statement = new ShareRows(TestDatabases.PITEA, ALVA, Instant.now(), 5_000).statement();
            List<String> plan = Sql.of("explain ").add(statement).list(connection, row -> row.getString(1));
            assertThat(plan)
                    .anyMatch(line -> line.contains("Index Scan using overview_item_shown"))
                    .noneMatch(line -> line.contains("Seq Scan on overview_item"))
                    .noneMatch(line -> line.contains("Sort"));
        }
    }

    @Test
    void readsByTheSameIndexOnH2(@TempDir Path folder) throws SQLException {
        DataSource database = TestDatabases.h2(folder);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into overview_item
                      (principal, source, item, version, owner_scheme, owner_value, place, ends_at, body)
                    select '2581', 'source-' || mod(i, 290), random_uuid(), 1, 'PERSONNUMMER',
                      lpad(cast(mod(i, 1000) as varchar), 12, '0'), i, dateadd(day, 30, current_timestamp), '{}'
                    from system_range(1, 10000) as numbers (i)
                    """);
            statement.execute("analyze");
            Sql items = new ShareRows(TestDatabases.PITEA, ALVA, Instant.now(), 5_000).statement();
            assertThat(Sql.of("explain ").add(items).list(connection, row -> row.getString(1)))
                    .singleElement()
                    .asString()
                    .contains("public.overview_item_shown: principal = ?1")
                    .doesNotContain("overview_item_ends", "overview_item.tableScan");
        }
    }

    @Test
    void findsWhatHasEndedByAnIndex() throws SQLException {
        try (Connection connection = filled().getConnection()) {
            List<String> plan = Sql.of(
                            "explain delete from overview_item where ends_at < ? and body is null",
                            Instant.now().minus(Duration.ofDays(1)))
                    .list(connection, row -> row.getString(1));
            assertThat(plan).anyMatch(line -> line.contains("overview_item_ends"));
        }
    }

    @Test
    void leavesNeitherOwnerNorContentOfWhatHasEnded() throws SQLException {
        DataSource database = TestDatabases.postgres();
        JdbcOverviewIndex index = new JdbcOverviewIndex(database);
        IndexKey removed = Pushes.key();
        index.push(removed, Pushes.push(1), 100, Pushes.NOW);
        index.push(removed, Pushes.removal(2), 100, Pushes.NOW);
        index.push(Pushes.key(), Pushes.push(1), 100, Pushes.NOW);
        index.sweep(Pushes.NOW.plus(Duration.ofDays(1)), Pushes.NOW);

        try (Connection connection = database.getConnection()) {
            assertThat(Sql.of("select count(*) as rows, count(owner_value) + count(owner_scheme) + count(body)"
                                    + " + count(place) as left_over from overview_item")
                            .first(connection, row -> row.getLong("rows") + ":" + row.getLong("left_over")))
                    .contains("2:0");
        }
    }

    private static DataSource filled() throws SQLException {
        DataSource database = TestDatabases.postgres();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into overview_item
                      (principal, source, item, version, owner_scheme, owner_value, place, ends_at, body)
                    select '2581', 'source-' || i % 290, gen_random_uuid(), 1, 'PERSONNUMMER',
                      lpad((i % 5000)::text, 12, '0'), i, now() + interval '30 days', '{}'
                    from generate_series(1, 100000) as i
                    """);
            statement.execute("""
                    insert into overview_source (principal, source, as_of)
                    select '2581', 'source-' || i, now() from generate_series(0, 289) as i
                    """);
            statement.execute("analyze");
        }
        return database;
    }
}
