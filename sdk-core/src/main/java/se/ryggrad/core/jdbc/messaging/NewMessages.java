package se.ryggrad.core.jdbc.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import se.ryggrad.api.messaging.model.Message;

/** Adds messages in somebody's transaction: that of whoever sends them, or of the case whose letters they are. */
public final class NewMessages {
    private NewMessages() {}

    /** Adds messages that have no row yet. */
    public static void insert(Connection connection, List<Message> messages) throws SQLException {
        MessageRows.insert(connection, messages.stream().map(KeptMessage::added).toList());
    }
}
