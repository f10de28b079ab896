package se.ryggrad.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.server.store.TestCases.ANNA;
import static se.ryggrad.server.store.TestCases.BOARD;
import static se.ryggrad.server.store.TestCases.NOON;
import static se.ryggrad.server.store.TestCases.TODAY;
import static se.ryggrad.server.store.TestCases.UNIT;
import static se.ryggrad.server.store.TestDatabases.BODEN;
import static se.ryggrad.server.store.TestDatabases.PITEA;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/** Tests the case store; a subclass gives the database. */
abstract class CaseStoreTests {
    private static final int NODES = 8;
    private static final PageRequest FIRST = new PageRequest(1, 20, true);

    private JdbcCaseStore store;

    abstract DataSource database();

    @BeforeEach
    void open() {
        store = new JdbcCaseStore(database());
    }

    @Test
    void givesBackWhatWasCommitted() {
        ChangeSet change = TestCases.created(PITEA, ANNA, 2);
        assertThat(store.commit(change)).isInstanceOf(Commit.Done.class);
        Case after = change.after();
        assertThat(store.find(PITEA, after.id())).contains(after);
        assertThat(store.allEvents(PITEA, after.id())).isEqualTo(change.events());
        assertThat(store.find(BODEN, after.id())).isEmpty();
        assertThat(store.allEvents(BODEN, after.id())).isEmpty();
    }

    @Test
    void writesNothingForAStaleVersion() {
        Case before = create(ANNA);
        ChangeSet first = TestCases.next(before, CaseStatus.IN_PROGRESS, ChangeSet.Memos.NONE);
        ChangeSet second = TestCases.next(before, CaseStatus.DECIDED, ChangeSet.Memos.NONE);
        assertThat(store.commit(first)).isInstanceOf(Commit.Done.class);
        assertThat(store.commit(second)).isInstanceOf(Commit.Stale.class);
        assertThat(store.find(PITEA, before.id())).contains(first.after());
        assertThat(store.answer(second.kept().orElseThrow().claim())).isEmpty();
        assertThat(store.allEvents(PITEA, before.id())).hasSize(2);
    }

    @Test
    void givesTheFirstAnswerForAClaimedKey() {
        UUID key = UUID.randomUUID();
        ChangeSet first = TestCases.under(TestCases.created(PITEA, ANNA, 1), key, "one");
        ChangeSet second = TestCases.under(TestCases.created(PITEA, ANNA, 1), key, "two");
        store.commit(first);
        Commit outcome = store.commit(second);
        assertThat(outcome).isInstanceOfSatisfying(Commit.Claimed.class, claimed -> {
            assertThat(claimed.first().requestDigest()).isEqualTo("one");
            assertThat(claimed.first().resource())
                    .isEqualTo(first.after().id().value().toString());
            assertThat(claimed.first().answer())
                    .isEqualTo(first.kept().orElseThrow().answer());
        });
        assertThat(store.find(PITEA, second.after().id())).isEmpty();
    }

    @Test
    void keepsTheSameKeyOfAnotherPrincipalApart() {
        UUID key = UUID.randomUUID();
        store.commit(TestCases.under(TestCases.created(PITEA, ANNA, 1), key, "one"));
        assertThat(store.commit(TestCases.under(TestCases.created(BODEN, ANNA, 1), key, "one")))
                .isInstanceOf(Commit.Done.class);
    }

    @Test
    void refusesADocumentThatIsNotThere() {
        ChangeSet change = TestCases.using(TestCases.created(PITEA, ANNA, 1), Set.of(DocumentId.random()));
        assertThat(store.commit(change)).isInstanceOf(Commit.DocumentTaken.class);
        assertThat(store.find(PITEA, change.after().id())).isEmpty();
    }

    @Test
    void keepsAMemoOutsideTheFile() {
        Case before = create(ANNA);
        OfficerRef by = new OfficerRef(new ActorId("officer"), "Karin");
        Memo memo = new Memo(UUID.randomUUID(), by, NOON, "Ring på måndag.");
        ChangeSet.Memos added = new ChangeSet.Memos(List.of(memo), Set.of());
        ChangeSet change = new ChangeSet(
                before, before.head().version(), Optional.empty(), List.of(), Set.of(), added, Optional.empty(), "");
        assertThat(store.commit(change)).isInstanceOf(Commit.Done.class);
        assertThat(store.find(PITEA, before.id())).contains(before);
        assertThat(store.memos(PITEA, before.id())).containsExactly(memo);
        store.commit(TestCases.next(before, CaseStatus.CLOSED, new ChangeSet.Memos(List.of(), Set.of(memo.id()))));
        assertThat(store.memos(PITEA, before.id())).isEmpty();
    }

    @Test
    void listsWhatIsInSightAlone() {
        Identity other = new Identity(ANNA.scheme(), "199001022384");
        Case own = create(ANNA);
        Case others = create(other);
        assertThat(list(new Sight.Entry.OwnCases(ANNA))).containsExactly(own);
        assertThat(list(new Sight.Entry.UnitCases(BOARD, Set.of(UNIT)))).contains(own, others);
        assertThat(list(new Sight.Entry.UnitCases(BOARD, Set.of()))).isEmpty();
        assertThat(list(new Sight.Entry.AuthorityCases(BOARD))).contains(own, others);
        assertThat(list(new Sight.Entry.AuthorityCases(new AuthorityId("other"))))
                .isEmpty();
        assertThat(list(List.of(), Optional.empty(), PITEA).items()).isEmpty();
        assertThat(list(List.of(new Sight.Entry.AuthorityCases(BOARD)), Optional.empty(), BODEN)
                        .items())
                .isEmpty();
        assertThat(list(List.of(new Sight.Entry.OwnCases(ANNA)), Optional.of(AssuranceLevel.LOA2), PITEA)
                        .total())
                .hasValue(0);
    }

    @Test
    void pagesAndCounts() {
        for (int i = 0; i < 5; i++) {
            create(ANNA);
        }
        Set<Case> seen = new HashSet<>();
        for (int number = 1; number <= 3; number++) {
            Page<Case> page = store.list(new CaseQuery(
                    PITEA,
                    new Sight(List.of(new Sight.Entry.OwnCases(ANNA)), Optional.of(AssuranceLevel.LOA4)),
                    TODAY,
                    CaseQuery.Filter.NONE,
                    new PageRequest(number, 2, true)));
            assertThat(page.total()).hasValue(5);
            assertThat(page.more()).isEqualTo(number < 3);
            seen.addAll(page.items());
        }
        assertThat(seen).hasSize(5);
    }

    @Test
    void pagesEvents() {
        ChangeSet change = TestCases.created(PITEA, ANNA, 5);
        store.commit(change);
        Page<CaseEvent> page = store.events(PITEA, change.after().id(), new PageRequest(2, 2, true));
        assertThat(page.items()).isEqualTo(change.events().subList(2, 4));
        assertThat(page.more()).isTrue();
        assertThat(page.total()).hasValue(5);
    }

    @Test
    void givesEachRegistryNumberOnceOnTwoNodes() {
        JdbcCaseStore otherNode = new JdbcCaseStore(database());
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            numbers.add(store.nextRegistryNumber(PITEA, BOARD, "BYGG", TODAY));
            numbers.add(otherNode.nextRegistryNumber(PITEA, BOARD, "BYGG", TODAY));
        }
        assertThat(numbers).hasSize(50).contains("BYGG 2026/00001");
    }

    @Test
    void opensARegisterOnceFromManyNodesAtOnce() throws Exception {
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        CyclicBarrier together = new CyclicBarrier(NODES);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        List<Callable<Void>> work = Collections.nCopies(NODES, () -> {
            JdbcCaseStore node = new JdbcCaseStore(database());
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

    private Case create(Identity applicant) {
        ChangeSet change = TestCases.created(PITEA, applicant, 1);
        store.commit(change);
        return change.after();
    }

    private List<Case> list(Sight.Entry entry) {
        return list(List.of(entry), Optional.of(AssuranceLevel.LOA3), PITEA).items();
    }

    private Page<Case> list(List<Sight.Entry> entries, Optional<AssuranceLevel> level, PrincipalId principal) {
        return store.list(new CaseQuery(principal, new Sight(entries, level), TODAY, CaseQuery.Filter.NONE, FIRST));
    }
}
