package se.ryggrad.conformance.twin.portal;

import java.util.Comparator;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import tools.jackson.databind.node.ObjectNode;

/** Puts the items of all sources in order: what is asked by a day first, and then the latest. */
public final class GatheredOrder {

    private static final Comparator<ObjectNode> TIES =
            Comparator.comparing((ObjectNode i) -> text(i, "source")).thenComparing(i -> text(i, "id"));

    private final TwinSettings settings;

    /** Orders for one twin. */
    public GatheredOrder(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns the items in order. */
    public List<ObjectNode> ordered(List<ObjectNode> items) {
        return items.stream().sorted(order()).toList();
    }

    private Comparator<ObjectNode> order() {
        Comparator<ObjectNode> latest =
                Comparator.comparing((ObjectNode i) -> text(i, "updatedAt")).reversed();
        if (settings.breaks(Fault.MINA_016_A)) {
            return Comparator.comparing((ObjectNode i) -> text(i, "source")).thenComparing(whole(latest));
        }
        return settings.breaks(Fault.MINA_016_B) ? latest.thenComparing(TIES) : whole(latest);
    }

    private Comparator<ObjectNode> whole(Comparator<ObjectNode> latest) {
        Comparator<ObjectNode> day = Comparator.comparing(i -> text(i, "dueOn"));
        if (settings.breaks(Fault.MINA_016_E)) {
            day = day.reversed();
        }
        Comparator<ObjectNode> due = day;
        Comparator<ObjectNode> within =
                (one, other) -> isDue(one) && isDue(other) ? due.compare(one, other) : latest.compare(one, other);
        return Comparator.comparing((ObjectNode i) -> !isDue(i))
                .thenComparing(within)
                .thenComparing(ties());
    }

    private Comparator<ObjectNode> ties() {
        Comparator<ObjectNode> byId =
                Comparator.comparing((ObjectNode i) -> text(i, "id")).thenComparing(i -> text(i, "source"));
        return settings.breaks(Fault.MINA_016_D) ? byId : TIES;
    }

    private boolean isDue(ObjectNode item) {
        boolean past = text(item, "dueOn").compareTo("2026-01-01") < 0 && settings.breaks(Fault.MINA_016_F);
        boolean asked = item.path("actionRequired").asBoolean() || settings.breaks(Fault.MINA_016_C);
        return item.has("dueOn") && asked && !past;
    }

    private static String text(ObjectNode item, String name) {
        return item.path(name).asString("");
    }
}
