package se.ryggrad.core.jdbc.webhooks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.events.Share;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/** Reads and writes the rows of subscriptions. */
final class SubscriptionRows {
    /** How long a row that cannot be read is left before it is looked at again. */
    static final Duration PARKED = Duration.ofMinutes(10);

    private static final String SELECT = "select id, feed_position, body from webhook_subscription where ";
    private static final String OF_CLIENT = "principal = ? and client = ?";
    private static final String INSERT =
            "insert into webhook_subscription (proven, claimable_at, reads, feed_position, body,"
                    + " id, principal, client, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update webhook_subscription set proven = ?, claimable_at = ?, reads = ?,"
            + " feed_position = ?, body = ? where id = ?";

    private static final String PASS =
            "update webhook_subscription set feed_position = greatest(feed_position, ?), rests_until = ? where id = ?";
    private static final String PARK = "update webhook_subscription set claimable_at = ? where id = ?";

    private SubscriptionRows() {}

    /** Finds a subscription. */
    static Optional<Subscription> find(Connection connection, SubscriptionId id) throws SQLException {
        return byId(id).first(connection, SubscriptionRows::read);
    }

    /** Finds a subscription and holds its row until the transaction ends. */
    static Optional<Subscription> hold(Connection connection, SubscriptionId id) throws SQLException {
        return byId(id).add(" for update").first(connection, SubscriptionRows::read);
    }

    private static Sql byId(SubscriptionId id) {
        return Sql.of(SELECT + "id = ?", id.value());
    }

    /** Holds whatever is added of {@code owner} until the transaction ends. */
    static void holdClient(Connection connection, Subscription.Owner owner) throws SQLException {
        Sql.of("insert into webhook_client (principal, client) values (?, ?) on conflict do nothing", of(owner))
                .update(connection);
        Sql.of("select client from webhook_client where " + OF_CLIENT + " for update", of(owner))
                .first(connection, row -> row.getString("client"));
    }

    /** Counts those of {@code owner}. */
    static long count(Connection connection, Subscription.Owner owner) throws SQLException {
        return Sql.of("select count(*) as total from webhook_subscription where " + OF_CLIENT, of(owner))
                .first(connection, row -> row.getLong("total"))
                .orElse(0L);
    }

    /** Reads one page of those of {@code owner}. */
    static Page<Subscription> page(Connection connection, Subscription.Owner owner, PageRequest page)
            throws SQLException {
        List<Subscription> found = onePage(owner, page).list(connection, SubscriptionRows::read);
        boolean more = found.size() > page.limit();
        OptionalLong total = page.count() ? OptionalLong.of(count(connection, owner)) : OptionalLong.empty();
        return new Page<>(more ? found.subList(0, page.limit()) : found, page, more, total);
    }

    /** Returns the statement that reads one page, and one more where there is one. */
    static Sql onePage(Subscription.Owner owner, PageRequest page) {
        return Sql.of(SELECT + OF_CLIENT, of(owner))
                .add(" order by created_at desc, id limit ? offset ?", page.limit() + 1, page.offset());
    }

    /**
     * Finds those that can be claimed and that there are places for, the longest first, and holds their rows; those that others
     * hold are not waited for. A row that cannot be read is left for {@link #PARKED} and holds up no other.
     */
    static List<Subscription> claimable(Connection connection, Instant now, boolean proven, Share share)
            throws SQLException {
        Sql sql = without(Sql.of(SELECT + "proven = ? and claimable_at <= ?", proven, now), share.full());
        sql.add(" order by claimable_at, id limit ? for update skip locked", share.left());
        FoundRows found = FoundRows.of(connection, sql);
        for (UUID id : found.broken()) {
            Sql.of(PARK, now.plus(PARKED), id).update(connection);
        }
        return share.fitting(found.rows(), now);
    }

    /** Returns the statement that tells when the next can be claimed, but those of some clients. */
    static Sql nextClaimable(boolean proven, Set<Subscription.Owner> but) {
        Sql sql = Sql.of(
                "select claimable_at from webhook_subscription where proven = ? and claimable_at is not null", proven);
        return without(sql, but).add(" order by claimable_at limit 1");
    }

    private static Sql without(Sql sql, Set<Subscription.Owner> clients) {
        clients.forEach(client -> sql.add(" and not (" + OF_CLIENT + ")", of(client)));
        return sql;
    }

    /**
     * Finds those whose feed is read and that have not come to {@code end}. A row that cannot be read is left for {@link #PARKED}
     * and holds up no other.
     */
    static List<Subscription> behind(Connection connection, PrincipalId principal, long end, Instant now, int limit)
            throws SQLException {
        Sql sql = Sql.of(
                SELECT
                        + "reads = true and principal = ? and feed_position < ? and (rests_until is null or rests_until <= ?)"
                        + " order by feed_position, id limit ?",
                principal.value(),
                end,
                now,
                limit);
        FoundRows found = FoundRows.of(connection, sql);
        for (UUID id : found.broken()) {
            Sql.of(PASS, 0L, now.plus(PARKED), id).update(connection);
        }
        return found.rows();
    }

    /** Takes some on to {@code to}, and lets them rest; in the order of their ids, so that two at once never wait in a ring. */
    static void pass(Connection connection, Set<SubscriptionId> ids, long to, Instant until) throws SQLException {
        List<Object[]> rows = ids.stream()
                .map(SubscriptionId::value)
                .sorted()
                .map(id -> new Object[] {to, until, id})
                .toList();
        if (!rows.isEmpty()) {
            Sql.updateEach(connection, PASS, rows);
        }
    }

    /** Adds a row. */
    static void insert(Connection connection, Subscription added) throws SQLException {
        Sql.of(INSERT, parts(added))
                .add(
                        "",
                        added.id().value(),
                        added.owner().principal().value(),
                        added.owner().client().value(),
                        added.createdAt())
                .update(connection);
    }

    /** Replaces rows that are held. */
    static void update(Connection connection, List<Subscription> changed) throws SQLException {
        for (Subscription each : changed) {
            Sql.of(UPDATE, parts(each)).add("", each.id().value()).update(connection);
        }
    }

    private static Object[] parts(Subscription subscription) {
        return new Object[] {
            subscription.proven(),
            subscription.claimable(),
            subscription.reads(),
            subscription.position(),
            RecordCodec.write(subscription)
        };
    }

    private static Object[] of(Subscription.Owner owner) {
        return new Object[] {owner.principal().value(), owner.client().value()};
    }

    static Subscription read(ResultSet row) throws SQLException {
        Subscription kept = RecordCodec.read(row.getString("body"), Subscription.class);
        return kept.at(row.getLong("feed_position"), kept.outstanding());
    }
}
