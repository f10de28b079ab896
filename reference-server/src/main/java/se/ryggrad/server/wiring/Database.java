package se.ryggrad.server.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Offers Liberty's pooled data source {@code jdbc/ryggrad} for injection. */
@ApplicationScoped
public class Database {
    private @Nullable DataSource dataSource;

    /** Takes the data source that {@code server.xml} defines. */
    @Resource(lookup = "jdbc/ryggrad")
    public void setDataSource(DataSource given) {
        dataSource = given;
    }

    /** Returns the data source. */
    @Produces
    @Dependent
    public DataSource dataSource() {
        return Objects.requireNonNull(dataSource, "jdbc/ryggrad");
    }
}
