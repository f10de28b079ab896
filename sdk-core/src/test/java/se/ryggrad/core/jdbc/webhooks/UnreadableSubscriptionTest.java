package se.ryggrad.core.jdbc.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.events.Share;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.core.contract.Messages;
import se.ryggrad.core.contract.Subscribed;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.jdbc.sql.Sql;

/** Tests that a row which this version cannot read stops no other subscription. */
class UnreadableSubscriptionTest {
    private static final Instant NOW = Subscribed.MADE;

    @TempDir
    Path folder;

    private DataSource database;
    private SubscriptionStore store;

    @BeforeEach
    void open() {
        database = TestDatabases.h2(folder);
        store = new JdbcSubscriptionStore(database);
    }

    @Test
    void leavesARowThatItCannotReadAndGivesTheOthers() throws SQLException {
        Subscription broken = kept();
        Subscription sound = kept();
        write("{\"id\": \"of a later version\"}", broken);

        assertThat(claimed(NOW)).containsExactly(sound.id());
        assertThat(behind(NOW)).containsExactly(sound.id());
        assertThat(claimed(NOW.plus(SubscriptionRows.PARKED).minusMillis(1))).containsExactly(sound.id());
        assertThat(store.reading()).contains(sound.owner().principal());
    }

    @Test
    void looksAtItAgain() throws SQLException {
        Subscription broken = kept();
        String body = body(broken);
        Instant later = NOW.plus(SubscriptionRows.PARKED);
        write("no JSON", broken);
        assertThat(claimed(NOW)).isEmpty();
        assertThat(behind(NOW)).isEmpty();
        assertThat(store.nextDue(true, Set.of())).contains(later);

        write(body, broken);

        assertThat(behind(later.minusMillis(1))).isEmpty();
        assertThat(behind(later)).containsExactly(broken.id());
        assertThat(claimed(later)).containsExactly(broken.id());
    }

    private Subscription kept() {
        Subscription active = Subscribed.active(Subscribed.event(7, NOW));
        store.keep(active, 10, Messages.claim(UUID.randomUUID()), Messages.answer("{}"));
        return active;
    }

    private List<SubscriptionId> claimed(Instant now) {
        return store.claim(now, true, Share.of(10), UnaryOperator.identity()).stream()
                .map(Subscription::id)
                .toList();
    }

    private List<SubscriptionId> behind(Instant now) {
        return store.behind(Subscribed.OWNER.principal(), 20, now, 10).stream()
                .map(Subscription::id)
                .toList();
    }

    private String body(Subscription subscription) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.of(
                            "select body from webhook_subscription where id = ?",
                            subscription.id().value())
                    .first(connection, row -> row.getString("body"))
                    .orElseThrow();
        }
    }

    private void write(String body, Subscription subscription) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.of(
                            "update webhook_subscription set body = ? where id = ?",
                            body,
                            subscription.id().value())
                    .update(connection);
        }
    }
}
