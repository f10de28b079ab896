package se.ryggrad.core.jdbc.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Reads the rows of messages as the letters of one reader.
 *
 * @param principal whose system
 * @param reader whose inbox
 */
record LetterRows(PrincipalId principal, Identity reader) {
    private static final String SELECT = "select body, letter_read from stored_message where ";
    private static final String IN_THE_INBOX =
            "principal = ? and recipient_value = ? and recipient_scheme = ? and received_at is not null";

    /** Reads one page. */
    Page<Letter> page(Connection connection, PageRequest page) throws SQLException {
        List<Letter> found = onePage(page).list(connection, LetterRows::letter);
        boolean more = found.size() > page.limit();
        OptionalLong total = page.count()
                ? OptionalLong.of(inbox("select count(*) as total from stored_message where ")
                        .first(connection, row -> row.getLong("total"))
                        .orElse(0L))
                : OptionalLong.empty();
        return new Page<>(more ? found.subList(0, page.limit()) : found, page, more, total);
    }

    /** Returns the statement that reads one page, and one letter more where there is one. */
    Sql onePage(PageRequest page) {
        return inbox(SELECT).add(" order by received_at desc, id limit ? offset ?", page.limit() + 1, page.offset());
    }

    /** Reads one. */
    Optional<Letter> find(Connection connection, MessageId id) throws SQLException {
        return inbox(SELECT).add(" and id = ?", id.value()).first(connection, LetterRows::letter);
    }

    /** Marks one; returns whether it was there. */
    boolean mark(Connection connection, MessageId id, boolean read) throws SQLException {
        return Sql.of("update stored_message set letter_read = ? where ", read)
                        .add(inbox(""))
                        .add(" and id = ?", id.value())
                        .update(connection)
                == 1;
    }

    private Sql inbox(String before) {
        return Sql.of(
                before + IN_THE_INBOX,
                principal.value(),
                reader.value(),
                reader.scheme().name());
    }

    private static Letter letter(ResultSet row) throws SQLException {
        Message message = RecordCodec.read(row.getString("body"), Message.class);
        return Letter.of(message, row.getBoolean("letter_read")).orElseThrow();
    }
}
