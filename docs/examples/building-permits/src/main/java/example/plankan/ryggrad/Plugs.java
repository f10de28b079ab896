package example.plankan.ryggrad;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.JdbcAccessLog;
import se.ryggrad.core.jdbc.JdbcCaseStore;
import se.ryggrad.core.jdbc.JdbcDocumentStore;
import se.ryggrad.core.jdbc.JdbcEventLog;
import se.ryggrad.core.jdbc.sql.SchemaMigration;

/** Offers the engine what it is plugged into: the SDK's stores in Plankan's database, and Plankan's register and words. */
@ApplicationScoped
public class Plugs {

    @Produces
    @SuppressWarnings("NullAway.Init")
    @Resource(lookup = "jdbc/plankan")
    private DataSource database;

    void begin(
            @Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event,
            @ConfigProperty(name = "ryggrad.principals") List<String> principals) {
        SchemaMigration.migrate(
                database, principals.stream().map(PrincipalId::new).toList());
        Flyway.configure(Plugs.class.getClassLoader())
                .dataSource(database)
                .schemas("plankan")
                .locations("classpath:plankan")
                .load()
                .migrate();
    }

    @Produces
    @Singleton
    CaseStore cases(PlankanRegister register) {
        return new JdbcCaseStore(database, register);
    }

    @Produces
    @Singleton
    DocumentStore documents() {
        return new JdbcDocumentStore(database);
    }

    @Produces
    @Singleton
    EventLog feed() {
        return new JdbcEventLog(database);
    }

    @Produces
    @Singleton
    AccessLog accessLog() {
        return new JdbcAccessLog(database);
    }
}
