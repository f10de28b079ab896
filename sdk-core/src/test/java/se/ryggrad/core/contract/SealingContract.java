package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.LoggedReading;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.audit.AuditChain;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.contract.requirement.Holds;

/** Says how every store of the access log seals, and what it leaves of what it forgets. */
public abstract class SealingContract extends StoreContract {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00.123Z");
    private static final AuthorityId B = new AuthorityId("conformance-b");
    private static final int CROWD = 40;
    private static final ActorRef SYSTEM = new ActorRef(
            "system", Optional.of(new ActorId("s")), Optional.empty(), "scope", Optional.empty(), Optional.empty());

    @Holds("CASE-099")
    final void givesEachReadingOnePlaceInTheLogOfItsAuthority() {
        CaseId id = submit();
        CaseId other = submit();
        record(id, reading(uuid("00000001"), NOON), reading(uuid("00000002"), NOON));
        record(other, reading(uuid("00000003"), NOON.minusMillis(1)));
        LoggedReading elsewhere = AuditChain.salted(B, id, reading(uuid("00000004"), NOON));
        world.accessLog.record(People.PRINCIPAL, List.of(elsewhere));
        world.accessLog.record(People.PRINCIPAL, List.of());
        assertThat(entries()).as("before it is sealed").isEmpty();
        assertThat(world.accessLog.head(People.PRINCIPAL, People.AUTHORITY)).isEqualTo(AuditHead.START);

        AuditHead head = seal();

        assertThat(ids(entries())).containsExactlyInAnyOrder(uuid("00000001"), uuid("00000002"), uuid("00000003"));
        assertThat(AuditChain.head(entries())).isEqualTo(head);
        assertThat(world.accessLog.head(People.PRINCIPAL, People.AUTHORITY)).isEqualTo(head);
        assertThat(world.accessLog.seal(ELSEWHERE, People.AUTHORITY, HashChain::after))
                .isEqualTo(AuditHead.START);
        AuditHead ofB = world.accessLog.seal(People.PRINCIPAL, B, HashChain::after);
        assertThat(world.accessLog.sealed(People.PRINCIPAL, B, 0, 10))
                .containsExactly(new AuditEntry(
                        1,
                        Optional.of(new AuditEntry.Told(id, elsewhere.reading(), elsewhere.salt())),
                        elsewhere.contentDigest(),
                        ofB.hash()));
    }

    @Holds("CASE-099")
    final void changesNothingOfWhatIsSealed() {
        CaseId id = submit();
        record(id, reading(uuid("00000002"), NOON));
        AuditHead first = seal();
        List<AuditEntry> before = entries();
        assertThat(seal()).isEqualTo(first);

        record(id, reading(uuid("00000001"), NOON.minusMillis(1)));
        AuditHead second = seal();

        assertThat(second.sequence()).isEqualTo(2);
        assertThat(entries()).hasSize(2).startsWith(before.get(0));
        assertThat(AuditChain.head(entries())).isEqualTo(second);
        assertThat(world.accessLog.all(People.PRINCIPAL, id)).hasSize(2);
    }

    @Holds({"CASE-099", "CASE-100"})
    final void sealsABacklogAndGivesItInStretches() {
        CaseId id = submit();
        int backlog = 2500;
        record(id, readings(backlog));

        AuditHead head = seal();

        assertThat(head.sequence()).isEqualTo(backlog);
        List<AuditEntry> whole = world.accessLog.sealed(People.PRINCIPAL, People.AUTHORITY, 0, backlog + 1);
        assertThat(AuditChain.head(whole)).isEqualTo(head);
        assertThat(Set.copyOf(ids(whole))).hasSize(backlog);
        assertThat(world.accessLog.sealed(People.PRINCIPAL, People.AUTHORITY, 3, 2))
                .isEqualTo(whole.subList(3, 5));
        assertThat(world.accessLog.sealed(People.PRINCIPAL, People.AUTHORITY, backlog, 2))
                .isEmpty();
        assertThat(world.accessLog.sealed(ELSEWHERE, People.AUTHORITY, 0, 2)).isEmpty();
    }

    @Holds("CASE-102")
    final void leavesDigestAndPlaceOfWhatItForgets() {
        CaseId id = submit();
        CaseId other = submit();
        record(id, reading(uuid("00000001"), NOON));
        seal();
        List<AuditEntry> before = entries();
        LoggedReading unsealed = AuditChain.salted(People.AUTHORITY, id, reading(uuid("00000002"), NOON));
        world.accessLog.record(People.PRINCIPAL, List.of(unsealed));
        record(other, reading(uuid("00000003"), NOON));
        record(id, reading(uuid("00000004"), NOON.plusMillis(1)));

        world.accessLog.forget(People.PRINCIPAL, id, NOON);
        world.accessLog.forget(People.PRINCIPAL, id, NOON);
        AuditHead head = seal();

        AuditEntry first = before.get(0);
        assertThat(entries())
                .hasSize(4)
                .contains(new AuditEntry(1, Optional.empty(), first.contentDigest(), first.hash()));
        assertThat(entries())
                .filteredOn(entry -> entry.told().isEmpty())
                .extracting(AuditEntry::contentDigest)
                .containsExactlyInAnyOrder(first.contentDigest(), unsealed.contentDigest());
        assertThat(ids(entries())).containsExactlyInAnyOrder(uuid("00000003"), uuid("00000004"));
        assertThat(AuditChain.head(entries())).isEqualTo(head);
        PageRequest page = new PageRequest(1, 20, true);
        assertThat(world.accessLog.page(People.PRINCIPAL, id, page).total()).hasValue(1);
    }

    @Holds({"CASE-099", "CASE-102"})
    final void losesNothingWhileOthersRecordSealAndForget() {
        List<CaseId> cases = List.of(submit(), submit());
        CaseId gone = submit();
        record(gone, readings(CROWD));

        List<String> ends = Together.run(
                5,
                place -> Together.outcome(() -> {
                    for (int i = 0; i < CROWD; i++) {
                        switch (place) {
                            case 0, 1 -> record(cases.get(place), reading(UUID.randomUUID(), NOON));
                            case 2 -> world.accessLog.forget(People.PRINCIPAL, gone, NOON);
                            default -> seal();
                        }
                    }
                }));
        AuditHead head = seal();

        assertThat(ends).containsOnly("done");
        List<AuditEntry> all = world.accessLog.sealed(People.PRINCIPAL, People.AUTHORITY, 0, 10 * CROWD);
        assertThat(AuditChain.head(all)).isEqualTo(head);
        assertThat(all).hasSize(3 * CROWD);
        assertThat(ids(all)).doesNotHaveDuplicates().hasSize(2 * CROWD);
    }

    @Holds("CORE-029")
    final void bindsAKeyToTheFirstAnswer() {
        Claim claim = world.once(UUID.randomUUID(), world::answer).claim();
        assertThat(world.accessLog.answer(claim)).isEmpty();

        assertThat(world.accessLog.keep(claim, new Answer(200, Map.of(), "first")))
                .isEmpty();

        KeptAnswer kept = new KeptAnswer("digest", "", Optional.of(new Answer(200, Map.of(), "first")));
        assertThat(world.accessLog.keep(claim, new Answer(200, Map.of(), "second")))
                .contains(kept);
        assertThat(world.accessLog.answer(claim)).contains(kept);
    }

    private void record(CaseId id, Reading... readings) {
        world.accessLog.record(
                People.PRINCIPAL,
                Stream.of(readings)
                        .map(reading -> AuditChain.salted(People.AUTHORITY, id, reading))
                        .toList());
    }

    private static Reading[] readings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> reading(UUID.randomUUID(), NOON))
                .toArray(Reading[]::new);
    }

    private AuditHead seal() {
        return world.accessLog.seal(People.PRINCIPAL, People.AUTHORITY, HashChain::after);
    }

    private List<AuditEntry> entries() {
        return world.accessLog.sealed(People.PRINCIPAL, People.AUTHORITY, 0, 10);
    }

    private static List<UUID> ids(List<AuditEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.told().stream())
                .map(told -> told.reading().id())
                .toList();
    }

    private static Reading reading(UUID id, Instant at) {
        return new Reading(id, at, Reading.What.CASE, Optional.empty(), SYSTEM);
    }

    private static UUID uuid(String start) {
        return UUID.fromString(start + "-0000-4000-8000-000000000000");
    }
}
