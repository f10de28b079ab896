package se.ryggrad.core.contract.minasidor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.IndexedShare;
import se.ryggrad.api.minasidor.index.IndexedVersion;
import se.ryggrad.api.minasidor.index.Intake;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.Together;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every index of a portal keeps, in what order it gives it, and when it lets go of it. */
public abstract class OverviewIndexContract {

    private static final Instant NOW = Pushes.NOW;
    private static final Identity ANNA = People.identity(People.ANNA);
    private static final Identity BERTIL = People.identity(People.BERTIL);
    private static final PrincipalId ELSEWHERE = new PrincipalId("2582");
    private static final int MOST = 100;

    /** Returns the index under test; empty at the beginning of each test, the same within one. */
    protected abstract OverviewIndex index();

    @Holds({"MINA-038", "MINA-046"})
    final void keepsEveryPartOfAnItemForItsOwnerAlone() {
        IndexKey plain = Pushes.key();
        IndexKey asked = Pushes.key("lomma-fakturor");
        PushedItem first = Pushes.item(ANNA);
        PushedItem second = Pushes.item(ANNA, Pushes.asked(LocalDate.of(2026, 12, 14)));

        assertThat(push(plain, Pushes.push(1, first))).isEqualTo(Intake.DONE);
        assertThat(push(asked, Pushes.push(1, second))).isEqualTo(Intake.DONE);

        assertThat(held(ANNA))
                .containsExactly(
                        new IndexedShare.Indexed("lomma-fakturor", asked.item(), second),
                        new IndexedShare.Indexed(Pushes.SOURCE, plain.item(), first));
        assertThat(held(BERTIL)).isEmpty();
        assertThat(index().read(ELSEWHERE, ANNA, NOW, MOST).items()).isEmpty();
    }

    @Holds("MINA-039")
    final void tellsOwnersOfOneNumberApartByScheme() {
        Identity company = new Identity(IdentityScheme.ORGANISATIONSNUMMER, "2120002759");
        push(Pushes.key(), Pushes.push(1, Pushes.item(company)));

        assertThat(held(company)).hasSize(1);
        assertThat(held(ANNA)).isEmpty();
    }

    @Holds("MINA-054")
    final void givesWhatIsAskedFirstAndTheLatestNext() {
        List<PushedItem.Content> ordered = List.of(
                Pushes.asked(LocalDate.of(2026, 1, 1)),
                Pushes.asked(LocalDate.of(2027, 1, 1)),
                Pushes.content(NOW),
                Pushes.content(NOW.minusMillis(1)),
                Pushes.content(Instant.parse("1969-01-01T00:00:00Z")));
        List<PushedItem.Content> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.forEach(each -> push(Pushes.key(), Pushes.push(1, Pushes.item(ANNA, each))));

        assertThat(held(ANNA)).extracting(each -> each.item().content()).containsExactlyElementsOf(ordered);
        assertThat(index().read(People.PRINCIPAL, ANNA, NOW, 2).items())
                .extracting(each -> each.item().content())
                .containsExactlyElementsOf(ordered.subList(0, 2));
    }

    @Holds("MINA-040")
    final void replacesAnItemWholeByAHigherVersionAlone() {
        IndexKey key = Pushes.key();
        PushedItem of = Pushes.item(BERTIL, Pushes.asked(LocalDate.of(2027, 1, 1)));
        push(key, Pushes.push(5));

        assertThat(push(key, Pushes.push(5))).isEqualTo(Intake.AGAIN);
        assertThat(push(key, Pushes.push(5, of))).isEqualTo(Intake.OUTDATED);
        assertThat(push(key, Pushes.push(4, of))).isEqualTo(Intake.OUTDATED);
        assertThat(held(ANNA)).hasSize(1);
        assertThat(push(key, Pushes.push(9_007_199_254_740_991L, of))).isEqualTo(Intake.DONE);
        assertThat(held(ANNA)).isEmpty();
        assertThat(held(BERTIL)).extracting(IndexedShare.Indexed::item).containsExactly(of);
    }

    @Holds("MINA-043")
    final void staysRemovedWhateverComesLate() {
        IndexKey key = Pushes.key();
        push(key, Pushes.push(1));

        assertThat(push(key, Pushes.removal(1))).isEqualTo(Intake.OUTDATED);
        assertThat(push(key, Pushes.removal(3))).isEqualTo(Intake.DONE);
        assertThat(push(key, Pushes.removal(3))).isEqualTo(Intake.AGAIN);
        assertThat(push(key, Pushes.push(2))).isEqualTo(Intake.OUTDATED);
        assertThat(push(key, Pushes.push(3))).isEqualTo(Intake.OUTDATED);
        assertThat(held(ANNA)).isEmpty();
        assertThat(push(key, Pushes.push(4))).isEqualTo(Intake.DONE);
        assertThat(held(ANNA)).hasSize(1);
    }

    @Holds("MINA-042")
    final void takesARemovalThatComesFirst() {
        IndexKey key = Pushes.key();

        assertThat(push(key, Pushes.removal(2))).isEqualTo(Intake.DONE);
        assertThat(push(key, Pushes.push(1))).isEqualTo(Intake.OUTDATED);
        assertThat(held(ANNA)).isEmpty();
    }

    /** Random orders of versions and removals: the highest is what holds, whatever came when. */
    @Holds("MINA-041")
    final void endsWithTheHighestVersionInWhateverOrder() {
        Random random = new Random(64);
        for (int life = 0; life < 40; life++) {
            IndexKey key = Pushes.key();
            List<Push> pushes = new ArrayList<>();
            for (int version = 1; version <= 6; version++) {
                pushes.add(random.nextInt(3) == 0 ? Pushes.removal(version) : Pushes.push(version));
            }
            boolean removed = pushes.get(5).item().isEmpty();
            pushes.addAll(pushes.subList(2, 5));
            Collections.shuffle(pushes, random);
            pushes.forEach(each -> push(key, each));

            assertThat(version(key)).contains(new IndexedVersion(key.item(), 6, removed));
        }
    }

    @Holds("MINA-041")
    final void endsWithTheHighestVersionAmongThoseThatComeAtOnce() {
        for (int round = 0; round < 8; round++) {
            IndexKey key = Pushes.key();
            List<Intake> ends = Together.run(6, each -> push(key, pushOrRemoval(each + 1)));

            assertThat(ends.get(5)).isEqualTo(Intake.DONE);
            assertThat(ends).containsAnyOf(Intake.DONE).doesNotContain(Intake.FULL, Intake.AGAIN);
            assertThat(version(key)).contains(new IndexedVersion(key.item(), 6, true));
        }
    }

    private static Push pushOrRemoval(int version) {
        return version % 2 == 0 ? Pushes.removal(version) : Pushes.push(version);
    }

    @Holds("MINA-044")
    final void showsAnItemToTheMomentWhenItExpires() {
        IndexKey key = Pushes.key();
        push(key, Pushes.push(1, Pushes.until(NOW.plusMillis(2), Pushes.item(ANNA))));

        assertThat(index().read(People.PRINCIPAL, ANNA, NOW.plusMillis(1), MOST).items())
                .hasSize(1);
        assertThat(index().read(People.PRINCIPAL, ANNA, NOW.plusMillis(2), MOST).items())
                .isEmpty();
    }

    @Holds("MINA-044")
    final void countsWhatHasExpiredAsRemoved() {
        IndexKey key = Pushes.key();
        Push past = Pushes.push(7, Pushes.until(NOW, Pushes.item(ANNA)));

        assertThat(push(key, past)).isEqualTo(Intake.DONE);
        assertThat(version(key)).contains(new IndexedVersion(key.item(), 7, true));
        for (int before = 0; before < 2; before++) {
            assertThat(push(key, past)).isEqualTo(Intake.AGAIN);
            assertThat(push(key, Pushes.removal(7))).isEqualTo(Intake.AGAIN);
            assertThat(push(key, Pushes.push(7))).isEqualTo(Intake.OUTDATED);
            index().sweep(NOW, NOW.minus(Duration.ofDays(30)));
        }
        assertThat(held(ANNA)).isEmpty();
    }

    @Holds("MINA-045")
    final void erasesWhatHasEndedAndLaterItsVersion() {
        IndexKey removed = Pushes.key();
        IndexKey expired = Pushes.key();
        IndexKey there = Pushes.key();
        push(removed, Pushes.removal(1));
        push(expired, Pushes.push(1, Pushes.until(NOW.plusSeconds(1), Pushes.item(ANNA))));
        push(there, Pushes.push(1));
        Instant later = NOW.plusSeconds(2);

        index().sweep(later, NOW);
        assertThat(List.of(removed, expired, there))
                .allSatisfy(each -> assertThat(version(each)).isPresent());
        index().sweep(later, NOW.plusSeconds(1));
        assertThat(version(removed)).isEmpty();
        assertThat(version(expired)).isPresent();
        index().sweep(later, later.plusMillis(1));
        assertThat(version(expired)).isEmpty();
        assertThat(version(there)).isPresent();
    }

    @Holds("MINA-055")
    final void takesNoMoreOfAnOwnerThanThereMayBe() {
        IndexKey one = Pushes.key();
        Push expired = Pushes.push(1, Pushes.until(NOW, Pushes.item(ANNA)));
        push(one, Pushes.push(1));
        push(Pushes.key(), Pushes.push(1));

        assertThat(index().push(Pushes.key(), Pushes.push(1), 2, NOW)).isEqualTo(Intake.FULL);
        assertThat(index().push(one, Pushes.push(2), 2, NOW)).isEqualTo(Intake.DONE);
        assertThat(index().push(Pushes.key("another"), Pushes.push(1), 2, NOW)).isEqualTo(Intake.DONE);
        assertThat(index().push(Pushes.key(), Pushes.push(1, Pushes.item(BERTIL)), 2, NOW))
                .isEqualTo(Intake.DONE);
        assertThat(index().push(Pushes.key(), expired, 2, NOW)).isEqualTo(Intake.DONE);
        assertThat(index().push(one, Pushes.removal(3), 2, NOW)).isEqualTo(Intake.DONE);
        assertThat(index().push(Pushes.key(), Pushes.push(1), 2, NOW)).isEqualTo(Intake.DONE);
    }

    @Holds("MINA-040")
    final void refusesAnOldVersionBeforeItCounts() {
        IndexKey key = Pushes.key();
        push(key, Pushes.push(2, Pushes.item(BERTIL)));
        push(Pushes.key(), Pushes.push(1));

        assertThat(index().push(key, Pushes.push(1), 1, NOW)).isEqualTo(Intake.OUTDATED);
        assertThat(index().push(key, Pushes.push(3), 1, NOW)).isEqualTo(Intake.FULL);
        assertThat(held(BERTIL)).hasSize(1);
    }

    @Holds("MINA-051")
    final void remembersTheLatestThatASourceVouchedFor() {
        index().vouch(People.PRINCIPAL, "one", NOW);
        index().vouch(People.PRINCIPAL, "one", NOW.minusSeconds(1));
        index().vouch(People.PRINCIPAL, "other", NOW);
        index().vouch(People.PRINCIPAL, "other", NOW.plusMillis(3));
        index().vouch(ELSEWHERE, "third", NOW);

        assertThat(index().read(People.PRINCIPAL, ANNA, NOW, MOST).asOf())
                .containsOnly(java.util.Map.entry("one", NOW), java.util.Map.entry("other", NOW.plusMillis(3)));
    }

    @Holds("MINA-048")
    final void forgetsAnOwnerWithAllVersions() {
        IndexKey annas = Pushes.key();
        IndexKey bertils = Pushes.key();
        push(annas, Pushes.push(4));
        push(bertils, Pushes.push(4, Pushes.item(BERTIL)));

        index().forget(People.PRINCIPAL, ANNA);

        assertThat(version(annas)).isEmpty();
        assertThat(version(bertils)).isPresent();
        assertThat(push(annas, Pushes.push(1))).isEqualTo(Intake.DONE);
    }

    @Holds("MINA-056")
    final void listsVersionsByIdInStretches() {
        List<IndexKey> keys =
                IntStream.range(0, 25).mapToObj(each -> Pushes.key()).toList();
        keys.forEach(each -> push(each, Pushes.push(1)));
        push(Pushes.key("another"), Pushes.push(1));
        List<UUID> ids = keys.stream()
                .map(IndexKey::item)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();

        List<UUID> first = listed(Optional.empty(), 10);
        assertThat(first).isEqualTo(ids.subList(0, 10));
        assertThat(listed(Optional.of(ids.get(9)), 100)).isEqualTo(ids.subList(10, 25));
        assertThat(listed(Optional.of(ids.get(24)), 100)).isEmpty();
    }

    private List<UUID> listed(Optional<UUID> after, int limit) {
        return index().versions(People.PRINCIPAL, Pushes.SOURCE, after, limit, NOW).stream()
                .map(IndexedVersion::item)
                .toList();
    }

    private Intake push(IndexKey key, Push push) {
        return index().push(key, push, MOST, NOW);
    }

    private List<IndexedShare.Indexed> held(Identity owner) {
        return index().read(People.PRINCIPAL, owner, NOW, MOST).items();
    }

    private Optional<IndexedVersion> version(IndexKey key) {
        return index().versions(People.PRINCIPAL, key.source(), Optional.empty(), 1_000, NOW).stream()
                .filter(each -> each.item().equals(key.item()))
                .findFirst();
    }
}
