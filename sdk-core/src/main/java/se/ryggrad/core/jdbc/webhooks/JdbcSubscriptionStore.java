package se.ryggrad.core.jdbc.webhooks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.events.Share;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.answers.AnswerRows;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;

/** Keeps subscriptions in a database; any number of nodes can share it and work on what lies there. Thread-safe. */
public final class JdbcSubscriptionStore implements SubscriptionStore {
    private final Jdbc jdbc;

    /** Creates the store on a database that {@link SchemaMigration} has prepared. */
    public JdbcSubscriptionStore(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public Optional<KeptAnswer> answer(Claim claim) {
        return jdbc.run(connection -> AnswerRows.find(connection, claim));
    }

    @Override
    public Keeping keep(Subscription subscription, int most, Claim claim, Answer answer) {
        while (true) {
            Optional<Keeping> kept = jdbc.attempt(connection -> add(connection, subscription, most, claim, answer));
            if (kept.isPresent()) {
                return kept.get();
            }
            Optional<KeptAnswer> first = answer(claim);
            if (first.isPresent()) {
                return new Keeping.Bound(first.get());
            }
        }
    }

    private static Jdbc.Outcome<Keeping> add(
            Connection connection, Subscription subscription, int most, Claim claim, Answer answer)
            throws SQLException {
        String id = subscription.id().value().toString();
        if (!AnswerRows.claim(connection, claim, answer, new AnswerRows.Resource(id, Optional.empty()))) {
            return Jdbc.Outcome.rollback(Optional.empty());
        }
        SubscriptionRows.holdClient(connection, subscription.owner());
        if (SubscriptionRows.count(connection, subscription.owner()) >= most) {
            return Jdbc.Outcome.rollback(Optional.of(new Keeping.Full()));
        }
        SubscriptionRows.insert(connection, subscription);
        return Jdbc.Outcome.commit(new Keeping.Done());
    }

    @Override
    public int count(Subscription.Owner owner) {
        return jdbc.run(connection -> Math.toIntExact(SubscriptionRows.count(connection, owner)));
    }

    @Override
    public Optional<Subscription> find(SubscriptionId id) {
        return jdbc.run(connection -> SubscriptionRows.find(connection, id));
    }

    @Override
    public Page<Subscription> list(Subscription.Owner owner, PageRequest page) {
        return jdbc.run(connection -> SubscriptionRows.page(connection, owner, page));
    }

    @Override
    public Optional<Subscription> change(SubscriptionId id, UnaryOperator<Subscription> change) {
        return jdbc.attempt(connection -> {
            Optional<Subscription> held = SubscriptionRows.hold(connection, id);
            Optional<Subscription> after = held.map(change);
            if (after.isEmpty() || after.equals(held)) {
                return Jdbc.Outcome.rollback(after);
            }
            SubscriptionRows.update(connection, List.of(after.get()));
            return Jdbc.Outcome.commit(after.get());
        });
    }

    @Override
    public boolean delete(SubscriptionId id) {
        return jdbc.run(connection -> Sql.of("delete from webhook_subscription where id = ?", id.value())
                        .update(connection))
                == 1;
    }

    @Override
    public List<Subscription> claim(Instant now, boolean proven, Share share, UnaryOperator<Subscription> begin) {
        return jdbc.transaction(connection -> {
            List<Subscription> begun = SubscriptionRows.claimable(connection, now, proven, share).stream()
                    .map(begin)
                    .toList();
            SubscriptionRows.update(connection, begun);
            return begun;
        });
    }

    @Override
    public Optional<Instant> nextDue(boolean proven, Set<Subscription.Owner> but) {
        return jdbc.run(connection ->
                SubscriptionRows.nextClaimable(proven, but).first(connection, row -> Sql.instant(row, "claimable_at")));
    }

    @Override
    public Set<PrincipalId> reading() {
        Sql sql = Sql.of("select distinct principal from webhook_subscription where reads = true");
        return Set.copyOf(
                jdbc.run(connection -> sql.list(connection, row -> new PrincipalId(row.getString("principal")))));
    }

    @Override
    public List<Subscription> behind(PrincipalId principal, long end, Instant now, int limit) {
        return jdbc.transaction(connection -> SubscriptionRows.behind(connection, principal, end, now, limit));
    }

    @Override
    public void pass(Set<SubscriptionId> ids, long to, Instant until) {
        jdbc.transaction(connection -> {
            SubscriptionRows.pass(connection, ids, to, until);
            return ids;
        });
    }
}
