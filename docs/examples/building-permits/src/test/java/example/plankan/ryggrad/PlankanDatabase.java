package example.plankan.ryggrad;

import example.plankan.Arenderegister;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.jdbc.JdbcAccessLog;
import se.ryggrad.core.jdbc.JdbcCaseStore;
import se.ryggrad.core.jdbc.JdbcDocumentStore;
import se.ryggrad.core.jdbc.JdbcEventLog;
import se.ryggrad.core.jdbc.JdbcOfficerDirectory;
import se.ryggrad.core.jdbc.JdbcServiceStore;
import se.ryggrad.core.jdbc.messaging.JdbcMessageStore;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.json.JsonTree;

/** Is Plankan's database with the SDK's tables in it, as the WAR has it. */
final class PlankanDatabase {

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=10000";

    private final JdbcConnectionPool pool;
    final Arenderegister arenden;
    final PlankanRegister register;

    /** Makes one in {@code folder}. */
    PlankanDatabase(Path folder) {
        pool = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("plankan") + OPTIONS, "plankan", "");
        pool.setMaxConnections(24);
        SchemaMigration.migrate(pool, List.of(People.PRINCIPAL));
        Flyway.configure()
                .dataSource(pool)
                .schemas("plankan")
                .locations("classpath:plankan")
                .load()
                .migrate();
        arenden = new Arenderegister(pool);
        register = new PlankanRegister(arenden);
    }

    Plugs plugs() {
        return new Plugs(
                new JdbcCaseStore(pool, register),
                new JdbcDocumentStore(pool),
                new JdbcServiceStore(pool),
                new JdbcOfficerDirectory(pool),
                new JdbcEventLog(pool),
                new JdbcAccessLog(pool),
                new JdbcMessageStore(pool));
    }

    /** Returns an ärende as Plankan shows it. */
    JsonTree.ObjectNode akt(UUID id) {
        try {
            String akt = arenden.akter("akt", List.of(id)).get(0);
            return JsonTree.parse(new JsonText(akt)).asObject().orElseThrow();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs a statement on Plankan's tables. */
    void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
