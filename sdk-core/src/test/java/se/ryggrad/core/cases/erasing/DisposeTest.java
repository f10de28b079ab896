package se.ryggrad.core.cases.erasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.audit.AuditChain;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.cases.rules.erasing.Closings;

/** Tries when a case may be disposed of, and what is left of it (HAND-078 to HAND-080). */
class DisposeTest extends Archive {

    private static final PageRequest PAGE = new PageRequest(1, 20, true);

    @Test
    void needsAClosedCaseWhoseTimeIsUp() {
        CaseId kept = close(submit("plain"));
        CaseId open = submit("disposal");

        assertThat(allowed(ARNE, kept)).containsExactly("redact");
        assertThat(type(() -> world.act(ARNE, kept, Acts.dispose()))).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(type(() -> world.act(ARNE, open, Acts.dispose()))).isEqualTo(ProblemType.STATE_CONFLICT);
        close(open);
        assertThat(allowed(ARNE, open)).containsExactly("redact", "dispose");
        assertThat(type(() -> world.act(KARIN, open, Acts.dispose()))).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void waitsForAnAppeal() {
        CaseId id = close(submit("disposal"));
        UUID decision = world.engine.find(ANNA, id).shown().decisions().get(0).id();
        world.act(ANNA, id, new Appealing.MakeAppeal(decision, "Nej", List.of(), Optional.empty()));
        UUID appeal = world.engine.find(ANNA, id).shown().appeals().get(0).id();

        assertThat(type(() -> world.act(ARNE, id, Acts.dispose()))).isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(KARIN, id, new Appealing.ForwardAppeal(appeal, "Förvaltningsrätten"));
        assertThat(type(() -> world.act(ARNE, id, Acts.dispose()))).isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(
                KARIN,
                id,
                new Appealing.RecordRuling(appeal, new Appeal.Ruling(Appeal.Outcome.UPHELD, TODAY, Optional.empty())));
        assertThat(allowed(ARNE, id)).contains("dispose");
    }

    @Test
    void leavesThatTheCaseWasThere() {
        CaseId id = submit("disposal");
        world.act(ANNA, id, Acts.message("Kanarie", Circle.EVERYBODY));
        world.act(ARNE, id, Acts.redact(last(id)));
        close(id);
        Case before = world.cases.find(People.PRINCIPAL, id).orElseThrow();
        world.engine.find(KARIN, id);

        CaseView after = world.act(ARNE, id, Acts.dispose());

        Case left = after.shown();
        assertThat(left.disposed()).contains(DISPOSED);
        assertThat(left.head().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(left.head().registryNumber()).isEqualTo(before.head().registryNumber());
        assertThat(left.head().officer()).isEmpty();
        assertThat(left.form()).isEqualTo(new JsonText("{}"));
        assertThat(left.parties()).isEmpty();
        assertThat(left.decisions()).isEmpty();
        assertThat(after.demandFrom()).isEmpty();
        assertThat(after.allowedActions()).isEmpty();
        List<CaseEvent> events = events(id);
        assertThat(HashChain.holds(events)).isTrue();
        assertThat(events.get(events.size() - 1).type()).isEqualTo(EventType.DISPOSED);
        assertThat(events.subList(0, events.size() - 1))
                .allSatisfy(event -> assertThat(event.told()).isEmpty());
        assertThat(events.get(2).erasure()).as("keeps its own").contains(REDACTED);
        assertThat(events.get(3).erasure()).as("that it was redacted").contains(DISPOSED);
        assertThat(world.accessLog.all(People.PRINCIPAL, id)).isEmpty();
        AuditHead head = world.accessLog.seal(People.PRINCIPAL, People.AUTHORITY, HashChain::after);
        List<AuditEntry> log = world.accessLog.sealed(People.PRINCIPAL, People.AUTHORITY, 0, 100);
        assertThat(log)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.told()).isEmpty());
        assertThat(AuditChain.head(log)).isEqualTo(head);
    }

    @Test
    void isGoneForThoseWhoWerePartiesAndStaysForTheAuthority() {
        CaseId id = close(submit("disposal"));
        world.act(ARNE, id, Acts.dispose());
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(type(() -> world.engine.find(ANNA, id))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> world.engine.events(ANNA, id, PAGE))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> world.act(ANNA, id, Acts.message("Hej", Circle.EVERYBODY))))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(world.engine.list(ANNA, CaseQuery.Filter.NONE, PAGE).items()).isEmpty();
        for (Caller caller : List.of(KARIN, ARNE, People.registrar(), SYSTEM)) {
            assertThat(world.engine.find(caller, id).shown().disposed()).contains(DISPOSED);
            assertThat(world.timeline(caller, id)).hasSizeGreaterThan(5);
            assertThat(allowed(caller, id)).isEmpty();
            assertThat(world.engine.list(caller, CaseQuery.Filter.NONE, PAGE).items())
                    .hasSize(1);
        }
        Page<Reading> log = world.engine.accessLog(ARNE, id, PAGE);
        assertThat(log.items())
                .isNotEmpty()
                .allSatisfy(reading -> assertThat(reading.at())
                        .isEqualTo(world.clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS)));
        assertThat(type(() -> world.act(ARNE, id, Acts.dispose()))).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(type(() -> world.act(ARNE, id, Acts.redact(first(id))))).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(type(() -> world.act(KARIN, id, Acts.reopen()))).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(type(() -> world.act(KARIN, id, Acts.redact(first(id))))).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void isAllowedAtOnceWhenTheArchivistAlsoClosesTheCase() {
        Caller both = People.officer(
                "Karin Ek", "case-officer@conformance-a", "unit:unit-a@conformance-a", "archivist@conformance-a");
        CaseId id = submit("disposal");

        assertThat(close(both, id, Acts.close()).allowedActions()).contains("reopen", "redact", "dispose");
        assertThat(allowed(both, id)).contains("redact", "dispose");
    }

    @Test
    void countsFromTheDayInStockholmOfTheEventThatClosedTheCaseLast() {
        CaseId id = submit("disposal");
        assertThat(Closings.last(events(id))).isEmpty();
        close(id);
        assertThat(Closings.last(events(id))).contains(TODAY);
        world.clock.set(Instant.parse("2026-12-01T23:30:00Z"));
        assertThat(allowed(ARNE, id)).contains("dispose");
        CaseId withdrawn = submit("information");
        assertThat(Closings.last(events(withdrawn))).as("completed").contains(LocalDate.of(2026, 12, 2));
        world.act(KARIN, withdrawn, Acts.reopen());
        world.clock.set(Instant.parse("2026-12-02T23:30:00Z"));
        assertThat(world.act(ANNA, withdrawn, Acts.withdraw()).shown().head().status())
                .isEqualTo(CaseStatus.CLOSED);
        assertThat(Closings.last(events(withdrawn))).contains(LocalDate.of(2026, 12, 3));
    }
}
