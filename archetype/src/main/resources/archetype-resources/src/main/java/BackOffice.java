package ${package};

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Tells the case system behind this service what has been submitted, in the order of the feed.
 *
 * <p>How far it has come is kept in the database and moved on when {@link #take} has returned: what fails is told again, also
 * after a restart, and of several servers one tells at a time.
 */
@Dependent
public class BackOffice {
    private static final System.Logger LOG = System.getLogger(BackOffice.class.getName());
    private static final ServiceId SERVICE = new ServiceId("${serviceName}");
    private static final int AT_ONCE = 100;

    private final DataSource database;
    private final EventLog feed;

    @Inject
    public BackOffice(DataSource database, EventLog feed) {
        this.database = database;
        this.feed = feed;
    }

    /** Takes over one submitted case. Replace this with a call of your case system, which must bear to be told twice. */
    void take(FeedEvent submitted) {
        LOG.log(System.Logger.Level.INFO, "case {0} was submitted", submitted.caseId().value());
    }

    /** Tells what was submitted to {@code principal} since the last time. */
    void work(Principal principal) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                move(connection, principal);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void move(Connection connection, Principal principal) throws SQLException {
        String id = principal.id().value();
        long position = position(connection, id);
        Set<AuthorityId> all = principal.authorities().stream().map(Authority::id).collect(Collectors.toSet());
        List<FeedEvent> events = feed.read(principal.id(), all, position, AT_ONCE);
        events.stream().filter(BackOffice::submitted).forEach(this::take);
        if (!events.isEmpty()) {
            long last = events.get(events.size() - 1).position();
            update(connection, "update back_office set position = ? where principal = ?", last, id);
        }
    }

    private static boolean submitted(FeedEvent event) {
        return event.type() == EventType.SUBMITTED && event.service().filter(SERVICE::equals).isPresent();
    }

    private static long position(Connection connection, String principal) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select position from back_office where principal = ? for update")) {
            query.setString(1, principal);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Makes the table that keeps how far the back office has come with each principal. */
    static void prepare(DataSource database, List<PrincipalId> principals) {
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    "create table if not exists back_office"
                            + " (principal varchar(63) primary key, position bigint not null)");
            for (PrincipalId principal : principals) {
                update(
                        connection,
                        "insert into back_office (principal, position) values (?, 0) on conflict do nothing",
                        principal.value());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
