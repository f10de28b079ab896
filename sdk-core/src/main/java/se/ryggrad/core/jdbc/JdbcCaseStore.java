package se.ryggrad.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.jdbc.answers.AnswerRows;
import se.ryggrad.core.jdbc.messaging.NewMessages;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;

/** Keeps cases in a database; any number of nodes can share it. Thread-safe. */
public final class JdbcCaseStore implements CaseStore {
    private final Jdbc jdbc;
    private final CaseRegister register;

    /** Creates the store on a database that {@link SchemaMigration} has prepared. */
    public JdbcCaseStore(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
        this.register = new RegistryNumbers(jdbc);
    }

    /** Creates the store on such a database, in which {@code register} follows the cases. */
    public JdbcCaseStore(DataSource dataSource, CaseRegister register) {
        this.jdbc = new Jdbc(dataSource);
        this.register = register;
    }

    @Override
    public Optional<Case> find(PrincipalId principal, CaseId id) {
        return one(Sql.of(PartyProtection.SELECT + " where id = ? and principal = ?", id.value(), principal.value()));
    }

    @Override
    public Optional<Case> findByFollowUp(PrincipalId principal, String followUpDigest) {
        return one(Sql.of(
                PartyProtection.SELECT + " where follow_up_digest = ? and principal = ?",
                followUpDigest,
                principal.value()));
    }

    @Override
    public Page<Case> list(CaseQuery query) {
        CaseListing listing = new CaseListing(query);
        PageRequest page = query.page();
        return jdbc.run(connection -> {
            List<Case> found =
                    listing.page().list(connection, row -> RecordCodec.read(row.getString("body"), Case.class));
            return page(found, page, page.count() ? count(listing.total(), connection) : OptionalLong.empty());
        });
    }

    @Override
    public Page<CaseEvent> events(PrincipalId principal, CaseId id, PageRequest page) {
        return jdbc.run(connection -> {
            List<CaseEvent> found = events(principal, id)
                    .add(" order by sequence limit ? offset ?", page.limit() + 1, page.offset())
                    .list(connection, EventRows::read);
            Sql total = Sql.of(
                    "select count(*) as total from case_event where case_id = ? and principal = ?",
                    id.value(),
                    principal.value());
            return page(found, page, page.count() ? count(total, connection) : OptionalLong.empty());
        });
    }

    @Override
    public List<CaseEvent> allEvents(PrincipalId principal, CaseId id) {
        return jdbc.run(
                connection -> events(principal, id).add(" order by sequence").list(connection, EventRows::read));
    }

    @Override
    public List<Case> overdue(PrincipalId principal, LocalDate day, int limit) {
        Sql sql = Sql.of(
                PartyProtection.SELECT + " where principal = ? and earliest_due_on < ?"
                        + " order by earliest_due_on, id limit ?",
                principal.value(),
                day,
                limit);
        return jdbc.run(connection -> sql.list(connection, PartyProtection::read));
    }

    @Override
    public Set<Identity> unanswered(CaseQuery query) {
        return Set.copyOf(
                jdbc.run(connection -> PartyProtection.unanswered(query).list(connection, PartyProtection::person)));
    }

    @Override
    public void learn(PrincipalId principal, Map<Identity, Protection> answers) {
        jdbc.run(connection -> PartyProtection.learn(connection, principal, answers));
    }

    @Override
    public List<Memo> memos(PrincipalId principal, CaseId id) {
        Sql sql = Sql.of(
                "select m.body from case_memo m join stored_case c on c.id = m.case_id"
                        + " where c.id = ? and c.principal = ? order by m.written_at, m.id",
                id.value(),
                principal.value());
        return jdbc.run(connection -> sql.list(connection, row -> RecordCodec.read(row.getString("body"), Memo.class)));
    }

    @Override
    public Optional<KeptAnswer> answer(Claim claim) {
        return jdbc.run(connection -> AnswerRows.find(connection, claim));
    }

    @Override
    public String nextRegistryNumber(PrincipalId principal, AuthorityId authority, String prefix, LocalDate day) {
        try {
            return register.number(principal, authority, prefix, day);
        } catch (SQLException failed) {
            throw Jdbc.problem(failed);
        }
    }

    @Override
    public Commit commit(ChangeSet change) {
        while (true) {
            Optional<Commit> outcome = jdbc.attempt(connection -> write(connection, change));
            if (outcome.isPresent()) {
                return outcome.get();
            }
            Optional<KeptAnswer> first = change.kept().flatMap(kept -> answer(kept.claim()));
            if (first.isPresent()) {
                return new Commit.Claimed(first.get());
            }
        }
    }

    private Jdbc.Outcome<Commit> write(Connection connection, ChangeSet change) throws SQLException {
        if (!claim(connection, change)) {
            return Jdbc.Outcome.rollback(Optional.empty());
        }
        if (change.expected().equals(Version.NONE)) {
            CaseRows.insert(connection, jdbc.dialect(), change);
        } else if (!CaseRows.update(connection, change)) {
            return Jdbc.Outcome.rollback(Optional.of(new Commit.Stale()));
        }
        if (!CaseRows.use(connection, change)) {
            return Jdbc.Outcome.rollback(Optional.of(new Commit.DocumentTaken()));
        }
        CaseRows.keepMemos(connection, change);
        NewMessages.insert(connection, change.letters());
        if (change.erased().isPresent()) {
            erase(connection, change, change.erased().get());
        }
        register.follow(connection, change);
        if (!change.events().isEmpty()) {
            EventRows.insert(connection, jdbc.dialect(), change);
        }
        return Jdbc.Outcome.commit(new Commit.Done());
    }

    private static void erase(Connection connection, ChangeSet change, ChangeSet.Erased erased) throws SQLException {
        UUID caseId = change.after().id().value();
        EventRows.erase(connection, caseId, erased);
        AnswerRows.erase(connection, caseId, change.kept().map(ChangeSet.Kept::claim));
        if (erased instanceof ChangeSet.Erased.Parts parts) {
            DocumentContent.remove(
                    connection,
                    parts.documents().stream().map(DocumentId::value).toList());
        } else {
            CaseRows.empty(connection, caseId);
            ReadingRows.erase(
                    connection,
                    change.after().head().principal(),
                    change.after().id(),
                    Optional.empty());
        }
    }

    private static boolean claim(Connection connection, ChangeSet change) throws SQLException {
        if (change.kept().isEmpty()) {
            return true;
        }
        ChangeSet.Kept kept = change.kept().get();
        UUID caseId = change.after().id().value();
        AnswerRows.Resource resource = new AnswerRows.Resource(resource(change).toString(), Optional.of(caseId));
        return AnswerRows.claim(connection, kept.claim(), kept.answer(), resource);
    }

    private static UUID resource(ChangeSet change) {
        boolean memo = change.events().isEmpty() && !change.memos().added().isEmpty();
        return memo ? change.memos().added().get(0).id() : change.after().id().value();
    }

    private Optional<Case> one(Sql sql) {
        return jdbc.run(connection -> sql.first(connection, PartyProtection::read));
    }

    private static Sql events(PrincipalId principal, CaseId id) {
        return Sql.of("select body from case_event where case_id = ? and principal = ?", id.value(), principal.value());
    }

    private static <T> Page<T> page(List<T> found, PageRequest request, OptionalLong total) {
        boolean more = found.size() > request.limit();
        return new Page<>(more ? found.subList(0, request.limit()) : found, request, more, total);
    }

    private static OptionalLong count(Sql sql, Connection connection) throws SQLException {
        return OptionalLong.of(
                sql.first(connection, row -> row.getLong("total")).orElse(0L));
    }
}
