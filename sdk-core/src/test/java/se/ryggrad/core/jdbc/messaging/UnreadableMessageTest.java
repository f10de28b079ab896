package se.ryggrad.core.jdbc.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.core.contract.Messages;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.jdbc.sql.Sql;

/** Tests that a row which this version cannot read stops no other message. */
class UnreadableMessageTest {
    private static final Instant NOW = Messages.SENT;

    @TempDir
    Path folder;

    private DataSource database;
    private MessageStore store;

    @BeforeEach
    void open() {
        database = TestDatabases.h2(folder);
        store = new JdbcMessageStore(database);
    }

    @Test
    void leavesARowThatItCannotReadAndGivesTheOthers() throws SQLException {
        Message broken = kept();
        Message sound = kept();
        write("{\"id\": \"of a later version\"}", broken);

        assertThat(claimed(NOW)).containsExactly(sound.id());
        assertThat(claimed(NOW.plus(MessageRows.PARKED).minusMillis(1))).containsExactly(sound.id());
    }

    @Test
    void looksAtItAgain() throws SQLException {
        Message broken = kept();
        String body = body(broken);
        write("no JSON", broken);
        assertThat(claimed(NOW)).isEmpty();
        assertThat(store.nextDue(Set.of())).contains(NOW.plus(MessageRows.PARKED));

        write(body, broken);

        assertThat(claimed(NOW.plus(MessageRows.PARKED))).containsExactly(broken.id());
    }

    private Message kept() {
        Message letter = Messages.letter(Messages.POST);
        store.keep(List.of(letter), Messages.claim(UUID.randomUUID()), Messages.answer("{}"));
        return letter;
    }

    private List<MessageId> claimed(Instant now) {
        return store.claim(now, Room.of(10), Duration.ofSeconds(1), (message, lapsed) -> message).stream()
                .map(each -> each.message().id())
                .toList();
    }

    private String body(Message message) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.of(
                            "select body from stored_message where id = ?",
                            message.id().value())
                    .first(connection, row -> row.getString("body"))
                    .orElseThrow();
        }
    }

    private void write(String body, Message message) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.of(
                            "update stored_message set body = ? where id = ?",
                            body,
                            message.id().value())
                    .update(connection);
        }
    }
}
