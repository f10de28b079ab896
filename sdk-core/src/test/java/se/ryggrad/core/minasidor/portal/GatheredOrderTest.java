package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.OverviewKind;

/** Tests the order of an overview on items of every kind, made from seeds (MINA-016). */
class GatheredOrderTest {

    private static final LocalizedText TEXT = new LocalizedText("Bygglov", "Building permit");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void keepsTheOrderOfTheStandard(long seed) {
        Random random = new Random(seed);
        List<GatheredItem> items = new ArrayList<>();
        for (int count = 0; count < 300; count++) {
            items.add(item(random));
        }
        items.sort(new GatheredOrder());

        for (int place = 1; place < items.size(); place++) {
            GatheredItem before = items.get(place - 1);
            GatheredItem after = items.get(place);
            assertThat(comes(before, after)).as("%s before %s", before, after).isTrue();
        }
    }

    /** Says in other words than the engine's that {@code before} may stand before {@code after}. */
    private static boolean comes(GatheredItem before, GatheredItem after) {
        boolean asked = before.actionRequired() && before.dueOn().isPresent();
        boolean then = after.actionRequired() && after.dueOn().isPresent();
        if (asked && then && !before.dueOn().equals(after.dueOn())) {
            return before.dueOn().orElseThrow().isBefore(after.dueOn().orElseThrow());
        }
        if (asked != then) {
            return asked;
        }
        if (!asked && !before.updatedAt().equals(after.updatedAt())) {
            return before.updatedAt().isAfter(after.updatedAt());
        }
        int source = before.source().compareTo(after.source());
        return source < 0 || (source == 0 && before.id().compareTo(after.id()) <= 0);
    }

    private static GatheredItem item(Random random) {
        return new GatheredItem(
                "source-" + random.nextInt(3),
                "id-" + random.nextInt(20),
                OverviewKind.CASE,
                TEXT,
                TEXT,
                NOON.plusSeconds(random.nextInt(4)),
                random.nextBoolean(),
                random.nextBoolean()
                        ? Optional.of(LocalDate.of(2026, 12, 1).plusDays(random.nextInt(4)))
                        : Optional.empty(),
                Optional.empty());
    }
}
