package se.ryggrad.core.jdbc.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.store.Lease;
import se.ryggrad.api.messaging.store.Leased;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.api.messaging.store.RoundBegin;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.answers.AnswerRows;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;

/** Keeps messages in a database; any number of nodes can share it and work on what lies there. Thread-safe. */
public final class JdbcMessageStore implements MessageStore {
    private final Jdbc jdbc;

    /** Creates the store on a database that {@link SchemaMigration} has prepared. */
    public JdbcMessageStore(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public Optional<KeptAnswer> answer(Claim claim) {
        return jdbc.run(connection -> AnswerRows.find(connection, claim));
    }

    @Override
    public Optional<KeptAnswer> keep(List<Message> messages, Claim claim, Answer answer) {
        while (true) {
            if (jdbc.attempt(connection -> add(connection, messages, claim, answer))
                    .isPresent()) {
                return Optional.empty();
            }
            Optional<KeptAnswer> first = answer(claim);
            if (first.isPresent()) {
                return first;
            }
        }
    }

    private static Jdbc.Outcome<Boolean> add(Connection connection, List<Message> messages, Claim claim, Answer answer)
            throws SQLException {
        String resource = messages.size() == 1 ? messages.get(0).id().value().toString() : "";
        if (!AnswerRows.claim(connection, claim, answer, new AnswerRows.Resource(resource, Optional.empty()))) {
            return Jdbc.Outcome.rollback(Optional.empty());
        }
        NewMessages.insert(connection, messages);
        return Jdbc.Outcome.commit(true);
    }

    @Override
    public Optional<Message> find(PrincipalId principal, MessageId id) {
        return jdbc.run(connection -> MessageRows.find(connection, principal, id));
    }

    @Override
    public Optional<Message> find(PrincipalId principal, DeliveryId delivery) {
        return jdbc.run(connection -> MessageRows.find(connection, principal, delivery));
    }

    @Override
    public List<Leased> claim(Instant now, Room room, Duration lease, RoundBegin begin) {
        return jdbc.transaction(connection -> {
            List<KeptMessage> begun = new ArrayList<>();
            List<Leased> leased = new ArrayList<>();
            for (KeptMessage waiting : MessageRows.claimable(connection, now, room)) {
                KeptMessage started = waiting.with(
                        begin.begin(waiting.message(), waiting.leasedUntil().isPresent()));
                if (started.message().due().isPresent()) {
                    started = started.leased(now.plus(lease));
                    leased.add(leased(started, now.plus(lease)));
                } else {
                    started = started.released();
                }
                begun.add(started);
            }
            MessageRows.update(connection, begun);
            return leased;
        });
    }

    private static Leased leased(KeptMessage row, Instant until) {
        Message message = row.message();
        return new Leased(message, new Lease(message.principal(), message.id(), row.leaseNumber(), until));
    }

    @Override
    public Optional<Message> settle(Lease lease, UnaryOperator<Message> result) {
        return jdbc.attempt(connection -> {
            Optional<KeptMessage> held = MessageRows.hold(connection, lease.principal(), lease.message())
                    .filter(row -> row.heldBy(lease))
                    .map(KeptMessage::released);
            return changed(connection, held, result);
        });
    }

    @Override
    public Optional<Message> change(PrincipalId principal, DeliveryId delivery, UnaryOperator<Message> change) {
        return jdbc.attempt(
                connection -> changed(connection, MessageRows.hold(connection, principal, delivery), change));
    }

    private static Jdbc.Outcome<Message> changed(
            Connection connection, Optional<KeptMessage> held, UnaryOperator<Message> change) throws SQLException {
        if (held.isEmpty()) {
            return Jdbc.Outcome.rollback(Optional.empty());
        }
        KeptMessage after = held.get().with(change.apply(held.get().message()));
        MessageRows.update(connection, List.of(after));
        return Jdbc.Outcome.commit(after.message());
    }

    @Override
    public Optional<Instant> nextDue(Set<ChannelId> but) {
        return jdbc.run(connection -> MessageRows.nextClaimable(connection, but));
    }

    @Override
    public Page<Letter> letters(PrincipalId principal, Identity reader, PageRequest page) {
        return jdbc.run(connection -> new LetterRows(principal, reader).page(connection, page));
    }

    @Override
    public Optional<Letter> letter(PrincipalId principal, Identity reader, MessageId id) {
        return jdbc.run(connection -> new LetterRows(principal, reader).find(connection, id));
    }

    @Override
    public Optional<Letter> mark(PrincipalId principal, Identity reader, MessageId id, boolean read) {
        LetterRows inbox = new LetterRows(principal, reader);
        return jdbc.transaction(
                connection -> inbox.mark(connection, id, read) ? inbox.find(connection, id) : Optional.<Letter>empty());
    }

    @Override
    public Optional<Contact> contact(PrincipalId principal, Identity person) {
        Sql sql = Sql.of(
                "select body from message_contact where principal = ? and identity_value = ? and identity_scheme = ?",
                principal.value(),
                person.value(),
                person.scheme().name());
        return jdbc.run(
                connection -> sql.first(connection, row -> RecordCodec.read(row.getString("body"), Contact.class)));
    }

    @Override
    public void put(PrincipalId principal, Identity person, Contact contact) {
        jdbc.run(connection -> Sql.of(
                        jdbc.dialect().writeContact(),
                        principal.value(),
                        person.scheme().name(),
                        person.value(),
                        RecordCodec.write(contact))
                .update(connection));
    }
}
