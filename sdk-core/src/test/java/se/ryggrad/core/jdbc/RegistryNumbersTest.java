package se.ryggrad.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.core.jdbc.database.TestCases.BOARD;
import static se.ryggrad.core.jdbc.database.TestCases.TODAY;
import static se.ryggrad.core.jdbc.database.TestDatabases.PITEA;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.jdbc.database.TestDatabases;

/** Tests that nodes that share a database never give a registry number twice. */
class RegistryNumbersTest {
    private static final int NODES = 8;

    @TempDir
    Path folder;

    @Test
    void givesEachOnceOnTwoNodesOnH2() {
        givesEachOnce(TestDatabases.h2(folder));
    }

    @Test
    void opensARegisterOnceFromManyNodesOnH2() throws Exception {
        opensARegister(TestDatabases.h2(folder));
    }

    @Test
    void givesEachOnceOnTwoNodesOnPostgres() {
        givesEachOnce(TestDatabases.postgres());
    }

    @Test
    void opensARegisterOnceFromManyNodesOnPostgres() throws Exception {
        opensARegister(TestDatabases.postgres());
    }

    private static void givesEachOnce(DataSource database) {
        JdbcCaseStore store = new JdbcCaseStore(database);
        JdbcCaseStore otherNode = new JdbcCaseStore(database);
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            numbers.add(store.nextRegistryNumber(PITEA, BOARD, "BYGG", TODAY));
            numbers.add(otherNode.nextRegistryNumber(PITEA, BOARD, "BYGG", TODAY));
        }
        assertThat(numbers).hasSize(50).contains("BYGG 2026/00001");
    }

    private static void opensARegister(DataSource database) throws Exception {
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        CyclicBarrier together = new CyclicBarrier(NODES);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        List<Callable<Void>> work = Collections.nCopies(NODES, () -> {
            JdbcCaseStore node = new JdbcCaseStore(database);
            for (int year = 0; year < 20; year++) {
                together.await(1, TimeUnit.MINUTES);
                numbers.add(node.nextRegistryNumber(PITEA, BOARD, "BYGG", TODAY.plusYears(year)));
            }
            return null;
        });
        for (Future<Void> done : nodes.invokeAll(work)) {
            done.get();
        }
        nodes.shutdown();
        assertThat(numbers).hasSize(NODES * 20);
    }
}
