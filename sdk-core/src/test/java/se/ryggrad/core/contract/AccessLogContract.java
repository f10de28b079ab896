package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.audit.AuditChain;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every store of the access log keeps, and in which order. */
public abstract class AccessLogContract extends StoreContract {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00.123Z");
    private static final ActorRef SYSTEM = new ActorRef(
            "system", Optional.of(new ActorId("s")), Optional.empty(), "scope", Optional.empty(), Optional.empty());

    @Holds({"CASE-083", "CASE-087"})
    final void keepsEveryPartOfAReading() {
        CaseId id = submit();
        ActorRef officer = new ActorRef(
                "officer",
                Optional.of(new ActorId("o")),
                Optional.of(new UnitId("unit-a")),
                "office",
                Optional.of(AssuranceLevel.LOA4),
                Optional.of(new PartyId(UUID.randomUUID())));
        Reading whole =
                new Reading(UUID.randomUUID(), NOON, Reading.What.DOCUMENT, Optional.of(DocumentId.random()), officer);
        Reading least = reading(UUID.randomUUID(), NOON.minusMillis(1));

        record(id, whole);
        record(id, least);

        assertThat(world.accessLog.all(People.PRINCIPAL, id)).containsExactly(whole, least);
    }

    @Holds("CASE-083")
    final void keepsTheReadingsOfEachCaseApart() {
        CaseId id = submit();
        CaseId other = submit();
        Reading reading = reading(UUID.randomUUID(), NOON);
        record(id, reading);

        PageRequest page = new PageRequest(1, 20, true);
        assertThat(world.accessLog.page(People.PRINCIPAL, id, page).items()).containsExactly(reading);
        assertThat(world.accessLog.page(People.PRINCIPAL, other, page).total()).hasValue(0);
        assertThat(world.accessLog.page(ELSEWHERE, id, page).items()).isEmpty();
        assertThat(world.accessLog.page(ELSEWHERE, id, page).total()).hasValue(0);
        assertThat(world.accessLog.all(People.PRINCIPAL, other)).isEmpty();
        assertThat(world.accessLog.all(ELSEWHERE, id)).isEmpty();
    }

    @Holds("CASE-083")
    final void givesTheLatestFirstAndThoseOfOneMomentByTheirIds() {
        CaseId id = submit();
        Reading early = reading(uuid("ffffffff"), NOON.minusMillis(1));
        Reading high = reading(uuid("f0000000"), NOON);
        Reading middle = reading(uuid("7fffffff"), NOON);
        Reading low = reading(uuid("00000000"), NOON);
        Reading late = reading(uuid("00000001"), NOON.plusMillis(1));
        Stream.of(middle, late, low, early, high).forEach(each -> record(id, each));

        assertThat(world.accessLog.all(People.PRINCIPAL, id)).containsExactly(late, high, middle, low, early);
    }

    @Holds("CORE-022")
    final void cutsPagesAndCountsOnlyWhenAsked() {
        CaseId id = submit();
        List<Reading> readings = IntStream.range(0, 5)
                .mapToObj(i -> reading(UUID.randomUUID(), NOON.minusMillis(i)))
                .toList();
        readings.forEach(each -> record(id, each));

        Page<Reading> first = world.accessLog.page(People.PRINCIPAL, id, new PageRequest(1, 2, true));
        Page<Reading> last = world.accessLog.page(People.PRINCIPAL, id, new PageRequest(3, 2, false));
        Page<Reading> beyond = world.accessLog.page(People.PRINCIPAL, id, new PageRequest(4, 2, true));
        assertThat(first.items()).isEqualTo(readings.subList(0, 2));
        assertThat(first.more()).isTrue();
        assertThat(first.total()).hasValue(5);
        assertThat(last.items()).isEqualTo(readings.subList(4, 5));
        assertThat(last.more()).isFalse();
        assertThat(last.total()).isEmpty();
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.more()).isFalse();
        assertThat(beyond.total()).hasValue(5);
    }

    @Holds("CASE-102")
    final void forgetsWhatIsNoLaterThanAMoment() {
        CaseId id = submit();
        CaseId other = submit();
        Reading late = reading(uuid("00000001"), NOON.plusMillis(1));
        Stream.of(reading(uuid("00000002"), NOON.minusMillis(1)), reading(uuid("00000003"), NOON), late)
                .forEach(each -> record(id, each));
        record(other, reading(uuid("00000004"), NOON));

        world.accessLog.forget(ELSEWHERE, id, NOON);
        assertThat(world.accessLog.all(People.PRINCIPAL, id)).hasSize(3);
        world.accessLog.forget(People.PRINCIPAL, id, NOON);
        world.accessLog.forget(People.PRINCIPAL, id, NOON);
        assertThat(world.accessLog.all(People.PRINCIPAL, id)).containsExactly(late);
        assertThat(world.accessLog.all(People.PRINCIPAL, other)).hasSize(1);
    }

    private void record(CaseId id, Reading reading) {
        world.accessLog.record(People.PRINCIPAL, List.of(AuditChain.salted(People.AUTHORITY, id, reading)));
    }

    private static Reading reading(UUID id, Instant at) {
        return new Reading(id, at, Reading.What.CASE, Optional.empty(), SYSTEM);
    }

    private static UUID uuid(String start) {
        return UUID.fromString(start + "-0000-4000-8000-000000000000");
    }
}
