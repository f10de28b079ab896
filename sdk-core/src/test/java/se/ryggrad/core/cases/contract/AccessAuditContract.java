package se.ryggrad.core.cases.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Is what holds of the log of an authority, wherever it is kept: here, or in a system over HTTP. */
public abstract class AccessAuditContract extends EngineTesting {

    private static final Caller RITA = People.auditor();

    /** Returns the logs of {@link #world}. */
    protected abstract AccessAudit audit();

    @Holds("CASE-099")
    void sealsWhatWasReadAndReadsItOn() {
        CaseId id = assigned();
        world.engine.find(KARIN, id);
        world.engine.events(KARIN, id, PAGE);

        AccessAudit.Seal seal = seal();
        AccessAudit.Stretch first = audit().read(RITA, People.AUTHORITY, Optional.empty(), 1);
        AccessAudit.Stretch second = audit().read(RITA, People.AUTHORITY, Optional.of(first.next()), 100);

        assertThat(seal.sequence()).isEqualTo(2);
        List<AuditEntry> entries = List.of(first.items().get(0), second.items().get(0));
        assertThat(entries).extracting(AuditEntry::sequence).containsExactly(1L, 2L);
        assertThat(entries)
                .extracting(entry -> entry.told().orElseThrow().reading().what())
                .containsExactlyInAnyOrder(Reading.What.CASE, Reading.What.EVENTS);
        assertThat(entries)
                .allSatisfy(
                        entry -> assertThat(entry.told().orElseThrow().caseId()).isEqualTo(id));
        assertThat(second.items()).hasSize(1);
        assertThat(entries.get(1).hash()).isEqualTo(seal.hash());
        assertThat(second.next()).isEqualTo(seal.next());
    }

    @Holds("CASE-101")
    void isForAuditorsAlone() {
        audit().requireAuditor(RITA, People.AUTHORITY);

        assertThat(refused(() -> audit().requireAuditor(KARIN, People.AUTHORITY))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refused(() -> audit().read(RITA, People.AUTHORITY, Optional.of("nowhere"), 10))
                        .type())
                .isEqualTo(ProblemType.MALFORMED);
    }

    private AccessAudit.Seal seal() {
        Written<AccessAudit.Seal> written = audit().seal(
                        RITA,
                        new AccessAudit.Call(People.AUTHORITY, () -> {}),
                        world.once(head -> new Answer(200, Map.of(), head.hash())));
        assertThat(written).isInstanceOf(Written.First.class);
        return ((Written.First<AccessAudit.Seal>) written).result();
    }
}
