package se.ryggrad.core.jdbc.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.store.Lease;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Is a message as its row has it, with the lease of it.
 *
 * @param message the message
 * @param leasedUntil when the lease ends, or ended; absent when none is held
 * @param leaseNumber the number of the latest lease, 0 before the first
 * @param deliveries the deliveries that have a row of their own
 */
record KeptMessage(Message message, Optional<Instant> leasedUntil, long leaseNumber, Set<DeliveryId> deliveries) {

    /** What {@link #read} needs of a row. */
    static final String COLUMNS = "id, body, leased_until, lease_number";

    /** Reads a row. */
    static KeptMessage read(ResultSet row) throws SQLException {
        Message message = RecordCodec.read(row.getString("body"), Message.class);
        return new KeptMessage(
                message, Sql.maybeInstant(row, "leased_until"), row.getLong("lease_number"), deliveries(message));
    }

    /** Returns a message that has no row yet. */
    static KeptMessage added(Message message) {
        return new KeptMessage(message, Optional.empty(), 0, Set.of());
    }

    /** Returns whether {@code lease} is held: neither given back nor followed by another. */
    boolean heldBy(Lease lease) {
        return leasedUntil.isPresent() && leaseNumber == lease.number();
    }

    /** Returns the row after {@code message} has become this. */
    KeptMessage with(Message changed) {
        return new KeptMessage(changed, leasedUntil, leaseNumber, deliveries);
    }

    /** Returns the row with a lease after all others. */
    KeptMessage leased(Instant until) {
        return new KeptMessage(message, Optional.of(until), leaseNumber + 1, deliveries);
    }

    /** Returns the row when the lease is given back. */
    KeptMessage released() {
        return new KeptMessage(message, Optional.empty(), leaseNumber, deliveries);
    }

    /** Returns when somebody may take it to work on. */
    Optional<Instant> claimable() {
        return message.due()
                .map(due -> leasedUntil.filter(until -> until.isAfter(due)).orElse(due));
    }

    /** Returns the deliveries that have come since the row was read. */
    List<DeliveryId> newDeliveries() {
        return ids(message).filter(id -> !deliveries.contains(id)).toList();
    }

    private static Set<DeliveryId> deliveries(Message message) {
        return ids(message).collect(Collectors.toSet());
    }

    private static Stream<DeliveryId> ids(Message message) {
        return message.attempts().stream().map(Attempt::delivery);
    }
}
