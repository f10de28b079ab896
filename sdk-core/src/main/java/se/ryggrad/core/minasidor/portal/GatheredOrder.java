package se.ryggrad.core.minasidor.portal;

import java.time.LocalDate;
import java.util.Comparator;
import se.ryggrad.api.minasidor.GatheredItem;

/**
 * Orders an overview: first what is asked of the person by a date, the earliest first, then the rest, what changed last first
 * (MINA-016).
 */
final class GatheredOrder implements Comparator<GatheredItem> {

    private static final Comparator<GatheredItem> BY_DATE =
            Comparator.comparing(item -> item.dueOn().orElse(LocalDate.MAX));
    private static final Comparator<GatheredItem> BY_CHANGE =
            Comparator.comparing(GatheredItem::updatedAt).reversed();
    private static final Comparator<GatheredItem> EQUALS =
            Comparator.comparing(GatheredItem::source).thenComparing(GatheredItem::id);

    @Override
    public int compare(GatheredItem one, GatheredItem other) {
        boolean asked = asked(one);
        if (asked != asked(other)) {
            return asked ? -1 : 1;
        }
        return (asked ? BY_DATE : BY_CHANGE).thenComparing(EQUALS).compare(one, other);
    }

    private static boolean asked(GatheredItem item) {
        return item.actionRequired() && item.dueOn().isPresent();
    }
}
