package se.ryggrad.core.minasidor.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.minasidor.Pushes;

/** Tests what is shown of sources that push, to whom and for how long (MINA-046, MINA-047, MINA-049, MINA-052 to MINA-054). */
class PushedSourcesTest {

    private static final Identity ANNA = People.identity(People.ANNA);

    private final IndexFixture fixture = new IndexFixture();

    @Test
    void showsASourceAsFarAsItHasVouched() {
        UUID id = fixture.pushed();
        assertThat(fixture.share(IndexFixture.anna()).state()).isEqualTo(SourceState.TIMEOUT);
        assertThat(fixture.share(IndexFixture.anna()).items()).isEmpty();

        fixture.desk.vouch(IndexFixture.system(), Pushes.SOURCE, () -> Pushes.NOW);
        assertThat(fixture.share(IndexFixture.anna()).state()).isEqualTo(SourceState.OK);
        assertThat(fixture.share(IndexFixture.anna()).at()).contains(Pushes.NOW);
        assertThat(fixture.share(IndexFixture.anna()).items())
                .extracting(GatheredItem::id)
                .containsExactly(id.toString());
    }

    @Test
    void showsASourceAsStaleAndThenNotAtAll() {
        fixture.pushed();
        fixture.desk.vouch(IndexFixture.system(), Pushes.SOURCE, () -> Pushes.NOW);

        assertThat(after(Duration.ofMinutes(15)).state()).isEqualTo(SourceState.OK);
        assertThat(after(Duration.ofMillis(1)).state()).isEqualTo(SourceState.STALE);
        assertThat(fixture.share(IndexFixture.anna()).items()).hasSize(1);
        assertThat(after(Duration.ofMinutes(105).minusMillis(1)).state()).isEqualTo(SourceState.STALE);
        assertThat(after(Duration.ofMillis(1)).state()).isEqualTo(SourceState.TIMEOUT);
        assertThat(fixture.share(IndexFixture.anna()).items()).isEmpty();
    }

    private PushedShare after(Duration time) {
        fixture.clock.advance(time);
        return fixture.share(IndexFixture.anna());
    }

    @Test
    void showsNothingOfAnItemThatNeedsAHigherLevel() {
        vouched();

        assertThat(shown(IndexFixture.vouched(People.person(People.ANNA, AssuranceLevel.LOA2))))
                .isEqualTo(1);
        assertThat(shown(IndexFixture.vouched(People.person(People.ANNA, AssuranceLevel.LOA1))))
                .isZero();
    }

    @Test
    void showsAnItemToThoseWhoRepresentItsOwnerInAWayThatTheSourceNames() {
        vouched();

        assertThat(shown(by(RepresentationKind.POWER_OF_ATTORNEY))).isEqualTo(1);
        assertThat(shown(by(RepresentationKind.GUARDIAN))).isEqualTo(1);
        assertThat(shown(by(RepresentationKind.GOD_MAN))).isZero();
        assertThat(shown(IndexFixture.vouched(People.person(People.BERTIL)))).isZero();
    }

    @Test
    void showsAnItemToARepresentativeToTheEndOfTheLastDay() {
        fixture.clock.advance(Duration.between(
                Pushes.NOW,
                LocalDate.of(2027, 5, 4)
                        .atTime(23, 59)
                        .atZone(java.time.ZoneId.of("Europe/Stockholm"))
                        .toInstant()));
        vouched(fixture.clock.instant().plus(Duration.ofDays(1)));

        assertThat(shown(by(RepresentationKind.GUARDIAN))).isEqualTo(1);
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(shown(by(RepresentationKind.GUARDIAN))).isZero();
        assertThat(shown(by(RepresentationKind.POWER_OF_ATTORNEY))).isEqualTo(1);
    }

    @Test
    void hasASourceAskedWhenSomebodyIsProtectedAndErasesWhatItHolds() {
        vouched();
        fixture.named = Map.of(ANNA, new Protection("another-kind"));

        assertThat(fixture.pushed.shares(IndexFixture.anna(), fixture.sources()))
                .isEmpty();
        assertThat(fixture.pushed.shares(by(RepresentationKind.GUARDIAN), fixture.sources()))
                .isEmpty();
        fixture.named = Map.of();
        assertThat(shown(IndexFixture.anna())).isZero();
    }

    @Test
    void saysThatItDoesNotKnowWhetherAllIsThereWhileTheRegistryIsSilent() {
        vouched();
        fixture.named = Map.of(ANNA, Protection.UNKNOWN);

        PushedShare share = fixture.share(IndexFixture.anna());
        assertThat(share.state()).isEqualTo(SourceState.STALE);
        assertThat(share.items()).hasSize(1);
    }

    @Test
    void showsTheFirstOfManyAndSaysThatThereAreMore() {
        int most = IndexFixture.TERMS.itemsPerSource();
        for (int each = 0; each < most; each++) {
            fixture.pushed();
        }
        vouched();
        fixture.desk.push(
                IndexFixture.system(),
                Pushes.SOURCE,
                UUID.randomUUID(),
                () -> Pushes.push(1, Pushes.item(ANNA, Pushes.asked(LocalDate.of(2027, 1, 1)))));

        PushedShare share = fixture.share(IndexFixture.anna());
        assertThat(share.items()).hasSize(most);
        assertThat(share.items().get(0).dueOn()).contains(LocalDate.of(2027, 1, 1));
        assertThat(share.more()).isTrue();
        assertThat(share.told().count()).isEqualTo(most);
    }

    private void vouched() {
        vouched(Pushes.NOW.plus(Duration.ofDays(1)));
    }

    private void vouched(java.time.Instant end) {
        fixture.desk.push(
                IndexFixture.system(),
                Pushes.SOURCE,
                UUID.randomUUID(),
                () -> Pushes.push(1, Pushes.until(end, Pushes.item(ANNA))));
        fixture.desk.vouch(IndexFixture.system(), Pushes.SOURCE, fixture.clock::instant);
    }

    private int shown(Caller caller) {
        return fixture.share(caller).items().size();
    }

    private static Caller by(RepresentationKind kind) {
        Caller bertil = People.person(People.BERTIL);
        Representation by = new Representation(
                UUID.randomUUID(),
                kind,
                ANNA,
                "Anna",
                Set.of(RepresentationRight.READ),
                false,
                Optional.empty(),
                Optional.empty());
        return IndexFixture.vouched(
                new Caller(bertil.principal(), bertil.actor(), Optional.of(by), bertil.traceparent()));
    }
}
