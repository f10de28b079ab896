package se.ryggrad.core.jdbc.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.jdbc.sql.Sql;

/** Tests that what is asked for often costs the same among twenty thousand messages: each is one statement, by an index. */
class MessageIndexTest {
    private static final Map<ChannelId, Integer> FULL = Map.of(new ChannelId("mailbox"), 16);
    private static final Identity READER = new Identity(IdentityScheme.PERSONNUMMER, "199001019802");

    @Test
    void findsWhatIsDueByAnIndexWhetherFewOrManyWait() throws SQLException {
        for (int everyHowMany : List.of(1, 1000)) {
            DataSource database = filled(everyHowMany);
            for (Map<ChannelId, Integer> taken : List.of(Map.<ChannelId, Integer>of(), FULL)) {
                assertIndexed(database, MessageRows.claimableNow(Instant.now(), new Room(16, taken)));
                assertIndexed(database, MessageRows.nextClaimable(taken.keySet()));
            }
        }
    }

    @Test
    void readsAnInboxAndFindsADeliveryByAnIndex() throws SQLException {
        DataSource database = filled(2);
        LetterRows inbox = new LetterRows(TestDatabases.PITEA, READER);
        DeliveryId delivery = new DeliveryId(UUID.randomUUID().toString().replace("-", ""));

        assertIndexed(database, inbox.onePage(new PageRequest(1, 20, false)));
        assertIndexed(database, MessageRows.byDelivery(TestDatabases.PITEA, delivery));
    }

    private static void assertIndexed(DataSource database, Sql statement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<String> plan = Sql.of("explain ").add(statement).list(connection, row -> row.getString(1));
            assertThat(plan).anyMatch(line -> line.contains("Index")).noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    private static DataSource filled(int dueEvery) throws SQLException {
        DataSource database = TestDatabases.postgres();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(filling(dueEvery));
            statement.execute("insert into message_delivery (delivery, message_id)"
                    + " select replace(gen_random_uuid()::text, '-', ''), id from stored_message");
            statement.execute("analyze");
        }
        return database;
    }

    private static String filling(int dueEvery) {
        return """
                insert into stored_message (id, principal, recipient_scheme, recipient_value, channel, due_at, lease_number, claimable_at,
                  received_at, letter_read, body)
                select gen_random_uuid(), '2581', 'PERSONNUMMER', lpad((i %% 4000)::text, 12, '0'),
                  case when i %% 3 = 0 then 'post' else 'mailbox' end, due, 0, due,
                  case when i %% 2 = 0 then now() end, false, '{}'
                from generate_series(1, 20000) as i,
                  lateral (select case when i %% %d = 0 then now() - interval '1 minute' end as due) as dated
                """.formatted(dueEvery);
    }
}
