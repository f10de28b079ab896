package se.ryggrad.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.core.jdbc.database.TestCases;
import se.ryggrad.core.jdbc.database.TestDatabases;

/** Reads the tail of the feed while sixteen writers commit, one of them slowly: nothing may be passed by. */
class FeedOrderTest {
    private static final int WRITERS = 16;
    private static final int CASES = 12;
    private static final long DELAY_MILLIS = 40;

    @TempDir
    Path folder;

    @Test
    void missesNothingOnH2() throws InterruptedException, ExecutionException {
        missesNothing(TestDatabases.h2(folder));
    }

    @Test
    void missesNothingOnPostgres() throws InterruptedException, ExecutionException {
        missesNothing(TestDatabases.postgres());
    }

    private static void missesNothing(DataSource database) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(WRITERS);
        JdbcCaseStore slow = new JdbcCaseStore(delayingCommits(database));
        JdbcCaseStore fast = new JdbcCaseStore(database);
        List<Future<Set<UUID>>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            JdbcCaseStore store = i == 0 ? slow : fast;
            writers.add(executor.submit(() -> write(store)));
        }
        List<FeedEvent> read = readUntilDone(new JdbcEventLog(database), writers);
        Set<UUID> written = new HashSet<>();
        for (Future<Set<UUID>> writer : writers) {
            written.addAll(writer.get());
        }
        executor.shutdown();
        assertThat(read.stream().map(FeedEvent::id).toList()).doesNotHaveDuplicates();
        assertThat(read.stream().map(FeedEvent::id)).containsExactlyInAnyOrderElementsOf(written);
        assertThat(read.stream().map(FeedEvent::position)).isSorted();
    }

    private static Set<UUID> write(JdbcCaseStore store) {
        Set<UUID> written = new HashSet<>();
        for (int i = 0; i < CASES; i++) {
            ChangeSet change = TestCases.created(TestDatabases.PITEA, TestCases.ANNA, 2);
            assertThat(store.commit(change)).isInstanceOf(Commit.Done.class);
            change.events().forEach(event -> written.add(event.id()));
        }
        return written;
    }

    private static List<FeedEvent> readUntilDone(JdbcEventLog log, List<Future<Set<UUID>>> writers) {
        List<FeedEvent> read = new ArrayList<>();
        boolean done;
        do {
            done = writers.stream().allMatch(Future::isDone);
            long after = read.isEmpty() ? 0 : read.get(read.size() - 1).position();
            read.addAll(log.read(TestDatabases.PITEA, Set.of(TestCases.BOARD), after, 1000));
        } while (!done);
        return read;
    }

    private static DataSource delayingCommits(DataSource database) {
        return proxy(DataSource.class, database);
    }

    private static <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                FeedOrderTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        Thread.sleep(DELAY_MILLIS);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection ? proxy(Connection.class, result) : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
