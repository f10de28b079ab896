package se.ryggrad.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.core.jdbc.database.TestCases;
import se.ryggrad.core.jdbc.database.TestDatabases;

/**
 * Tests that of two at once with one key the later waits for the first, and no longer than 10 seconds (CORE-070).
 *
 * <p>Its tests do little but wait, so they wait together.
 */
@Execution(ExecutionMode.CONCURRENT)
class ClaimWaitTest {
    private static final Duration LEAST = Duration.ofSeconds(9);
    private static final Duration MOST = Duration.ofMillis(11_500);
    private static final long HEAD_START_MILLIS = 3_000;

    private final CountDownLatch commits = new CountDownLatch(1);
    private final CountDownLatch mayCommit = new CountDownLatch(1);

    @TempDir
    Path folder;

    @Test
    void readsTheFirstAnswerOnH2() throws Exception {
        readsTheFirstAnswer(TestDatabases.h2(folder));
    }

    @Test
    void readsTheFirstAnswerOnPostgres() throws Exception {
        readsTheFirstAnswer(TestDatabases.postgres());
    }

    @Test
    void waitsTenSecondsOnH2() throws Exception {
        waitsTenSeconds(TestDatabases.h2(folder));
    }

    @Test
    void waitsTenSecondsOnPostgres() throws Exception {
        waitsTenSeconds(TestDatabases.postgres());
    }

    @Test
    void countsEveryWaitTogetherOnH2() throws Exception {
        countsEveryWaitTogether(TestDatabases.h2(folder));
    }

    @Test
    void countsEveryWaitTogetherOnPostgres() throws Exception {
        countsEveryWaitTogether(TestDatabases.postgres());
    }

    private void readsTheFirstAnswer(DataSource database) throws Exception {
        UUID key = UUID.randomUUID();
        ChangeSet first = change(key);
        CompletableFuture<Commit> holder = hold(database, first);
        CompletableFuture<Ended> later = commit(database, change(key));
        Thread.sleep(HEAD_START_MILLIS);
        assertThat(later).isNotDone();
        mayCommit.countDown();
        assertThat(holder.get()).isInstanceOf(Commit.Done.class);
        assertThat(later.get().outcome())
                .isEqualTo(new Commit.Claimed(
                        new JdbcCaseStore(database).answer(claim(first)).orElseThrow()));
        assertThat(later.get().took()).isLessThan(MOST);
    }

    private void waitsTenSeconds(DataSource database) throws Exception {
        UUID key = UUID.randomUUID();
        CompletableFuture<Commit> holder = hold(database, change(key));
        Ended later = commit(database, change(key)).get();
        assertThat(later.outcome()).isEqualTo("unavailable");
        assertThat(later.took()).isBetween(LEAST, MOST);
        mayCommit.countDown();
        assertThat(holder.get()).isInstanceOf(Commit.Done.class);
    }

    /** The first waits for the feed and gives up, so that the later gets the key and then waits for the feed itself. */
    private void countsEveryWaitTogether(DataSource database) throws Exception {
        CompletableFuture<Commit> holder = hold(database, change(UUID.randomUUID()));
        UUID key = UUID.randomUUID();
        CompletableFuture<Ended> first = commit(database, change(key));
        Thread.sleep(HEAD_START_MILLIS);
        Ended later = commit(database, change(key)).get();
        assertThat(first.get().outcome()).isEqualTo("unavailable");
        assertThat(first.get().took()).isBetween(LEAST, MOST);
        assertThat(later.outcome()).isEqualTo("unavailable");
        assertThat(later.took()).isBetween(LEAST, MOST);
        mayCommit.countDown();
        assertThat(holder.get()).isInstanceOf(Commit.Done.class);
        assertThat(commit(database, change(key)).get().outcome()).isInstanceOf(Commit.Done.class);
    }

    /** Writes a change and holds it just before it is committed. */
    private CompletableFuture<Commit> hold(DataSource database, ChangeSet change) throws InterruptedException {
        JdbcCaseStore slow = new JdbcCaseStore(proxy(DataSource.class, database));
        CompletableFuture<Commit> holder =
                CompletableFuture.supplyAsync(() -> slow.commit(change), ClaimWaitTest::start);
        assertThat(commits.await(1, TimeUnit.MINUTES)).isTrue();
        return holder;
    }

    private static CompletableFuture<Ended> commit(DataSource database, ChangeSet change) {
        JdbcCaseStore store = new JdbcCaseStore(database);
        return CompletableFuture.supplyAsync(
                () -> {
                    long start = System.nanoTime();
                    Object outcome = outcome(store, change);
                    return new Ended(outcome, Duration.ofNanos(System.nanoTime() - start));
                },
                ClaimWaitTest::start);
    }

    /** Starts a thread for each: the common pool has one alone on a machine of two cores. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private static Object outcome(JdbcCaseStore store, ChangeSet change) {
        try {
            return store.commit(change);
        } catch (RyggradException refused) {
            return refused.problem().type().code();
        }
    }

    private static ChangeSet change(UUID key) {
        return TestCases.under(TestCases.created(TestDatabases.PITEA, TestCases.ANNA, 1), key, "digest");
    }

    private static Claim claim(ChangeSet change) {
        return change.kept().orElseThrow().claim();
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commits.countDown();
                        mayCommit.await();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection ? proxy(Connection.class, result) : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private record Ended(Object outcome, Duration took) {}
}
