package se.ryggrad.core.jdbc.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/** Reads and writes the rows of messages and of their deliveries. */
final class MessageRows {
    /** How long a message that cannot be read is left before it is looked at again. */
    static final Duration PARKED = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(MessageRows.class.getName());
    private static final String SELECT = "select " + KeptMessage.COLUMNS + " from stored_message where ";
    private static final String HELD = " for update";
    private static final String INSERT = "insert into stored_message (id, principal, recipient_scheme, recipient_value,"
            + " channel, due_at, leased_until, lease_number, claimable_at, received_at, letter_read, body)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)";
    private static final String UPDATE =
            "update stored_message set channel = ?, due_at = ?, leased_until = ?, lease_number = ?,"
                    + " claimable_at = ?, received_at = ?, body = ? where id = ?";
    private static final String PARK = "update stored_message set claimable_at = ? where id = ?";
    private static final String DELIVERY = "insert into message_delivery (delivery, message_id) values (?, ?)";

    private MessageRows() {}

    /** Finds a message. */
    static Optional<Message> find(Connection connection, PrincipalId principal, MessageId id) throws SQLException {
        return found(connection, byId(principal, id)).map(KeptMessage::message);
    }

    /** Finds the message with {@code delivery}. */
    static Optional<Message> find(Connection connection, PrincipalId principal, DeliveryId delivery)
            throws SQLException {
        return found(connection, byDelivery(principal, delivery)).map(KeptMessage::message);
    }

    /** Finds a message and holds its row until the transaction ends. */
    static Optional<KeptMessage> hold(Connection connection, PrincipalId principal, MessageId id) throws SQLException {
        return found(connection, byId(principal, id).add(HELD));
    }

    /** Finds the message with {@code delivery} and holds its row until the transaction ends. */
    static Optional<KeptMessage> hold(Connection connection, PrincipalId principal, DeliveryId delivery)
            throws SQLException {
        return found(connection, byDelivery(principal, delivery).add(HELD));
    }

    private static Sql byId(PrincipalId principal, MessageId id) {
        return Sql.of(SELECT + "id = ? and principal = ?", id.value(), principal.value());
    }

    /** Returns the statement that finds the message with {@code delivery}. */
    static Sql byDelivery(PrincipalId principal, DeliveryId delivery) {
        return Sql.of(
                SELECT + "id = (select message_id from message_delivery where delivery = ?) and principal = ?",
                delivery.value(),
                principal.value());
    }

    private static Optional<KeptMessage> found(Connection connection, Sql sql) throws SQLException {
        return sql.first(connection, KeptMessage::read);
    }

    /**
     * Finds messages that can be claimed and that there is room for, the longest due first, and holds their rows until the
     * transaction ends. Those that another transaction holds are not waited for. A row that cannot be read, as one that a later
     * version has written, is left for {@link #PARKED} and holds up no other.
     */
    static List<KeptMessage> claimable(Connection connection, Instant now, Room room) throws SQLException {
        List<KeptMessage> claimable = new ArrayList<>();
        List<Object[]> parked = new ArrayList<>();
        claimableNow(now, room).list(connection, row -> {
            Object id = row.getObject("id", UUID.class);
            Optional<KeptMessage> read = readable(row);
            read.ifPresent(claimable::add);
            return read.isPresent() || parked.add(new Object[] {now.plus(PARKED), id});
        });
        write(connection, PARK, parked);
        return room.fitting(claimable, KeptMessage::message);
    }

    private static Optional<KeptMessage> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(KeptMessage.read(row));
        } catch (RuntimeException unreadable) { // of whatever kind: the text is not what this version writes
            LOG.log(
                    System.Logger.Level.ERROR,
                    "a message cannot be read, and is left for {0}: {1}",
                    PARKED,
                    unreadable.getClass().getName());
            return Optional.empty();
        }
    }

    /** Returns when the next message can be claimed, but those of some channels. */
    static Optional<Instant> nextClaimable(Connection connection, Set<ChannelId> but) throws SQLException {
        return nextClaimable(but).first(connection, row -> Sql.instant(row, "claimable_at"));
    }

    /** Returns the statement of {@link #claimable}. */
    static Sql claimableNow(Instant now, Room room) {
        Sql sql = Sql.of(SELECT + "due_at <= ? and claimable_at <= ?", now, now);
        return without(sql, room.full()).add(" order by due_at, id limit ?" + HELD + " skip locked", room.each());
    }

    /** Returns the statement of {@link #nextClaimable(Connection, Set)}. */
    static Sql nextClaimable(Set<ChannelId> but) {
        Sql sql = Sql.of("select claimable_at from stored_message where claimable_at is not null");
        return without(sql, but).add(" order by claimable_at limit 1");
    }

    private static Sql without(Sql sql, Set<ChannelId> channels) {
        return channels.isEmpty()
                ? sql
                : sql.add(" and coalesce(channel, '') not in ")
                        .addAll(channels.stream().map(ChannelId::value).toList());
    }

    /** Adds rows. */
    static void insert(Connection connection, List<KeptMessage> added) throws SQLException {
        write(connection, INSERT, added.stream().map(MessageRows::inserted).toList());
        addDeliveries(connection, added);
    }

    /** Replaces rows that are held. */
    static void update(Connection connection, List<KeptMessage> changed) throws SQLException {
        write(connection, UPDATE, changed.stream().map(MessageRows::updated).toList());
        addDeliveries(connection, changed);
    }

    private static void addDeliveries(Connection connection, List<KeptMessage> rows) throws SQLException {
        List<Object[]> added = rows.stream()
                .flatMap(row -> row.newDeliveries().stream()
                        .map(id -> new Object[] {id.value(), row.message().id().value()}))
                .toList();
        write(connection, DELIVERY, added);
    }

    private static void write(Connection connection, String text, List<Object[]> rows) throws SQLException {
        if (!rows.isEmpty()) {
            Sql.updateEach(connection, text, rows);
        }
    }

    private static Object[] inserted(KeptMessage row) {
        Message message = row.message();
        Identity recipient = message.to().identity();
        return new Object[] {
            message.id().value(),
            message.principal().value(),
            recipient.scheme().name(),
            recipient.value(),
            message.turn().map(ChannelId::value),
            message.due(),
            row.leasedUntil(),
            row.leaseNumber(),
            row.claimable(),
            message.received(),
            RecordCodec.write(message)
        };
    }

    private static Object[] updated(KeptMessage row) {
        Message message = row.message();
        return new Object[] {
            message.turn().map(ChannelId::value),
            message.due(),
            row.leasedUntil(),
            row.leaseNumber(),
            row.claimable(),
            message.received(),
            RecordCodec.write(message),
            message.id().value()
        };
    }
}
