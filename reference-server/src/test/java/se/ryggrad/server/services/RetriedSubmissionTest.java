package se.ryggrad.server.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.core.jdbc.database.TestDatabases;

/** Tests that a retry gets the first answer, though the first has taken the documents that both name (CORE-029). */
class RetriedSubmissionTest {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 10;
    private static final String PLACEHOLDER = "8f14e45f-ceea-467f-a0e6-3b1c6f0f3c10";

    @TempDir
    Path folder;

    @Test
    void answersLateRetries() {
        TestEngine engine = engine(TestDatabases.h2(folder));
        String body = body(engine);
        UUID key = UUID.randomUUID();
        CaseId first = engine.submit(body, key);
        assertThat(engine.submit(body, key)).isEqualTo(first);
    }

    @Test
    void answersRetriesAtTheSameTimeOnH2() throws Exception {
        retryAtOnce(TestDatabases.h2(folder));
    }

    @Test
    void answersRetriesAtTheSameTimeOnPostgres() throws Exception {
        retryAtOnce(TestDatabases.postgres());
    }

    private static void retryAtOnce(DataSource database) throws Exception {
        TestEngine engine = engine(database);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int round = 0; round < ROUNDS; round++) {
            String body = body(engine);
            UUID key = UUID.randomUUID();
            List<Callable<CaseId>> retries = Collections.nCopies(CLIENTS, () -> engine.submit(body, key));
            Set<CaseId> created = new HashSet<>();
            for (Future<CaseId> answer : clients.invokeAll(retries)) {
                created.add(answer.get());
            }
            assertThat(created).hasSize(1);
        }
        clients.shutdown();
    }

    private static TestEngine engine(DataSource database) {
        TestEngine engine = new TestEngine(database);
        engine.publish("bygglov");
        return engine;
    }

    private static String body(TestEngine engine) {
        return TestEngine.file("bygglov.valid.json").replace(PLACEHOLDER, engine.upload("application/pdf"));
    }
}
