package ${package};

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.SchemaMigration;

/** Offers the data source of {@code server.xml}, and brings its schema up to date before anything reads it. */
@ApplicationScoped
public class Database {
    @Produces
    @Resource(lookup = "jdbc/service")
    private DataSource dataSource;

    void migrate(
            @Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event,
            @ConfigProperty(name = "ryggrad.principals") List<String> ids) {
        List<PrincipalId> principals = ids.stream().map(PrincipalId::new).toList();
        SchemaMigration.migrate(dataSource, principals);
        BackOffice.prepare(dataSource, principals);
    }
}
