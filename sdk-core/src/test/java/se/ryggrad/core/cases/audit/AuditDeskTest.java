package se.ryggrad.core.cases.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;

/** Tests who seals and reads the access log of an authority, and what they see of it. */
class AuditDeskTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller KARIN = People.handler("Karin Ek");
    private static final Caller RITA = People.auditor();
    private static final AuthorityId A = People.AUTHORITY;
    private static final AuthorityId B = new AuthorityId("conformance-b");
    private static final PageRequest PAGE = new PageRequest(1, 20, true);

    private final World world = new World();
    private final CaseId id =
            world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();

    @Test
    void showsEveryReadingOnceAsTheLogOfItsCaseDoes() {
        CaseId other =
                world.submit(ANNA, "plain", "{\"subject\":\"ö\"}").shown().id();
        world.engine.find(KARIN, id);
        world.engine.events(People.registrar(), other, PAGE);
        assertThat(read(Optional.empty(), 10).items()).as("before it is sealed").isEmpty();

        AccessAudit.Seal seal = seal(RITA, A);

        List<AuditEntry> entries = read(Optional.empty(), 10).items();
        assertThat(told(entries))
                .containsExactlyInAnyOrder(
                        new Case(id, world.accessLog.all(People.PRINCIPAL, id).get(0)),
                        new Case(
                                other,
                                world.accessLog.all(People.PRINCIPAL, other).get(0)));
        assertThat(AuditChain.head(entries).hash()).isEqualTo(seal.hash());
        assertThat(seal.sequence()).isEqualTo(2);
        assertThat(seal.authority()).isEqualTo(A);
        assertThat(seal.sealedAt()).isEqualTo(world.clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void tellsTheHeadAsItIsWhereNothingIsLeftToSeal() {
        AccessAudit.Seal empty = seal(RITA, A);
        world.engine.find(KARIN, id);
        AccessAudit.Seal one = seal(RITA, A);

        assertThat(empty.sequence()).isZero();
        assertThat(empty.hash()).isEqualTo("0".repeat(64));
        assertThat(read(Optional.of(empty.next()), 10).items()).hasSize(1);
        assertThat(seal(RITA, A)).isEqualTo(one);
    }

    @Test
    void refusesAllButAuditorsOfTheAuthority() {
        world.engine.find(KARIN, id);
        Caller ofB = People.officer("Bo", "auditor@conformance-b");
        for (Caller caller : List.of(
                ANNA,
                KARIN,
                People.registrar(),
                People.archivist(),
                ofB,
                People.system("cases:read", "events:read"),
                People.nobody())) {
            refused(ProblemType.FORBIDDEN, () -> world.audit.requireAuditor(caller, A));
            refused(ProblemType.FORBIDDEN, () -> seal(caller, A));
            refused(ProblemType.FORBIDDEN, () -> world.audit.read(caller, A, Optional.empty(), 10));
        }
        world.audit.requireAuditor(RITA, A);
        Caller ofNone = People.officer("Nils", "auditor@conformance-c");
        refused(ProblemType.FORBIDDEN, () -> seal(ofNone, new AuthorityId("conformance-c")));
        assertThat(seal(ofB, B).sequence()).isZero();
        assertThat(seal(RITA, A).sequence()).isEqualTo(1);
    }

    @Test
    void letsAnAuditorReadNoCaseAndLeavesNothingInTheLog() {
        refused(ProblemType.NOT_FOUND, () -> world.engine.find(RITA, id));
        refused(ProblemType.NOT_FOUND, () -> world.engine.accessLog(RITA, id, PAGE));
        assertThat(world.engine.list(RITA, CaseQuery.Filter.NONE, PAGE).items()).isEmpty();
        seal(RITA, A);
        read(Optional.empty(), 10);

        assertThat(seal(RITA, A).sequence()).isZero();
        assertThat(world.accessLog.all(People.PRINCIPAL, id)).isEmpty();
    }

    @Test
    void answersAKeyAsTheFirstTimeAndLooksAtTheBodyLast() {
        Once<AccessAudit.Seal> once = once(UUID.randomUUID(), "digest");
        AccessAudit.Call call = new AccessAudit.Call(A, () -> {});
        AccessAudit.Call malformed = new AccessAudit.Call(A, () -> {
            throw RyggradException.validation(List.of());
        });
        refused(ProblemType.FORBIDDEN, () -> world.audit.seal(KARIN, malformed, once));
        refused(ProblemType.VALIDATION, () -> world.audit.seal(RITA, malformed, once));
        Answer first = world.audit.seal(RITA, call, once).answer();
        world.engine.find(KARIN, id);

        Written<AccessAudit.Seal> again = world.audit.seal(RITA, malformed, once);

        assertThat(again).isEqualTo(new Written.Again<AccessAudit.Seal>(first));
        assertThat(read(Optional.empty(), 10).items())
                .as("nothing is sealed a second time")
                .isEmpty();
        Once<AccessAudit.Seal> other = once(once.claim().key().value(), "other");
        Problem conflict = refused(ProblemType.IDEMPOTENCY_CONFLICT, () -> world.audit.seal(RITA, call, other));
        assertThat(conflict.firstResource()).isEmpty();
    }

    @Test
    void goesOnWhereAnAnswerEnded() {
        for (int i = 0; i < 3; i++) {
            world.engine.find(KARIN, id);
        }
        AccessAudit.Seal seal = seal(RITA, A);

        AccessAudit.Stretch first = read(Optional.empty(), 2);
        AccessAudit.Stretch second = read(Optional.of(first.next()), 2);
        AccessAudit.Stretch end = read(Optional.of(second.next()), 2);
        assertThat(first.items()).extracting(AuditEntry::sequence).containsExactly(1L, 2L);
        assertThat(second.items()).extracting(AuditEntry::sequence).containsExactly(3L);
        assertThat(end.items()).isEmpty();
        assertThat(List.of(second.next(), end.next())).containsOnly(seal.next());
        world.engine.find(KARIN, id);
        seal(RITA, A);
        assertThat(read(Optional.of(seal.next()), 2).items())
                .extracting(AuditEntry::sequence)
                .containsExactly(4L);
    }

    @Test
    void refusesPositionsThatItNeverGave() {
        world.engine.find(KARIN, id);
        String next = seal(RITA, A).next();
        Caller ofBoth = People.officer("Rita Revisor", "auditor@conformance-a", "auditor@conformance-b");
        String ofB = world.audit.read(ofBoth, B, Optional.empty(), 10).next();
        String beyond = new LogPosition(People.PRINCIPAL, A, 2).opaque();

        for (String position : List.of("", "!", "bDoy", ofB, beyond, next + "=", next + "A")) {
            refused(ProblemType.MALFORMED, () -> world.audit.read(RITA, A, Optional.of(position), 10));
        }
        refused(ProblemType.MALFORMED, () -> world.audit.read(ofBoth, B, Optional.of(next), 10));
        assertThat(read(Optional.of(next), 10).items()).isEmpty();
    }

    private record Case(CaseId id, Reading reading) {}

    private static List<Case> told(List<AuditEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.told().stream())
                .map(told -> new Case(told.caseId(), told.reading()))
                .toList();
    }

    private AccessAudit.Stretch read(Optional<String> after, int limit) {
        return world.audit.read(RITA, A, after, limit);
    }

    private AccessAudit.Seal seal(Caller caller, AuthorityId authority) {
        Written<AccessAudit.Seal> written =
                world.audit.seal(caller, new AccessAudit.Call(authority, () -> {}), once(UUID.randomUUID(), "digest"));
        return ((Written.First<AccessAudit.Seal>) written).result();
    }

    private Once<AccessAudit.Seal> once(UUID key, String digest) {
        Claim claim = world.once(key, world::answer).claim();
        return new Once<>(
                new Claim(claim.scope(), claim.key(), digest, claim.at()),
                seal -> new Answer(200, Map.of(), seal.sequence() + seal.hash()));
    }

    private static Problem refused(ProblemType type, ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        assertThat(refused.problem().type()).isEqualTo(type);
        return refused.problem();
    }
}
