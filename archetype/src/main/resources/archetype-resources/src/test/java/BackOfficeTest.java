package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;

class BackOfficeTest {
    private static final AuthorityId BOARD = new AuthorityId("tekniska-namnden");
    private static final Principal PRINCIPAL = new Principal(
            new PrincipalId("${principal}"),
            "Kommun",
            new OrganisationId("${organisationNumber}"),
            Optional.of("${principal}"),
            URI.create("http://localhost/ryggrad/${principal}/v1"),
            List.of(new Authority(BOARD, "Nämnden", "TEK", List.of())));

    private final JdbcDataSource database = new JdbcDataSource();
    private final Feed feed = new Feed(new ArrayList<>());
    private final List<CaseId> taken = new ArrayList<>();

    @BeforeEach
    void prepare() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        BackOffice.prepare(database, List.of(PRINCIPAL.id()));
    }

    @Test
    void takesEachSubmittedCaseOnceInOrder() throws Exception {
        CaseId first = feed.add(EventType.SUBMITTED, "${serviceName}");
        feed.add(EventType.REGISTERED, "${serviceName}");
        feed.add(EventType.SUBMITTED, "another-service");
        backOffice().work(PRINCIPAL);
        CaseId second = feed.add(EventType.SUBMITTED, "${serviceName}");
        backOffice().work(PRINCIPAL);
        backOffice().work(PRINCIPAL);

        assertEquals(List.of(first, second), taken);
    }

    @Test
    void isToldAgainOfWhatItCouldNotTake() throws Exception {
        CaseId first = feed.add(EventType.SUBMITTED, "${serviceName}");
        BackOffice failing = new BackOffice(database, feed) {
            @Override
            void take(FeedEvent submitted) {
                throw new IllegalStateException("the case system is down");
            }
        };

        assertThrows(IllegalStateException.class, () -> failing.work(PRINCIPAL));
        backOffice().work(PRINCIPAL);
        assertEquals(List.of(first), taken);
    }

    /** Returns one as after a restart: what it knows is in the database. */
    private BackOffice backOffice() {
        return new BackOffice(database, feed) {
            @Override
            void take(FeedEvent submitted) {
                taken.add(submitted.caseId());
            }
        };
    }

    private record Feed(List<FeedEvent> events) implements EventLog {
        CaseId add(EventType type, String service) {
            CaseId id = new CaseId(UUID.randomUUID());
            events.add(new FeedEvent(
                    events.size() + 1,
                    UUID.randomUUID(),
                    id,
                    type,
                    Instant.EPOCH,
                    1,
                    "",
                    BOARD,
                    Optional.of(new ServiceId(service)),
                    CaseStatus.REGISTERED,
                    ""));
            return id;
        }

        @Override
        public List<FeedEvent> read(PrincipalId principal, Set<AuthorityId> authorities, long after, int limit) {
            return events.stream().skip(after).limit(limit).toList();
        }

        @Override
        public boolean knows(PrincipalId principal, Set<AuthorityId> authorities, long position) {
            return position <= events.size();
        }

        @Override
        public long end(PrincipalId principal) {
            return events.size();
        }
    }
}
