package se.ryggrad.conformance.twin.index;

import java.time.Duration;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the twin promises of its index.
 *
 * @param freshFor for how long the latest word of a source makes it ok
 * @param maximumLifetime how far ahead an item may end
 * @param itemsPerOwner how many items of a source somebody may have
 * @param removedFor how long the version of what has ended is kept
 */
public record IndexOffer(Duration freshFor, Duration maximumLifetime, int itemsPerOwner, Duration removedFor) {

    /** Returns what a twin keeps, right or wrong. */
    static IndexOffer of(TwinSettings settings) {
        return new IndexOffer(
                settings.breaks(Fault.MINA_034_B) ? Duration.ofHours(2) : Duration.ofMinutes(5),
                Duration.ofDays(settings.breaks(Fault.MINA_034_A) ? 500 : 30),
                settings.breaks(Fault.MINA_034_D) ? 10_001 : 110,
                Duration.ofDays(settings.breaks(Fault.MINA_034_E) ? 1 : 7));
    }

    /** Adds it to the capabilities. */
    public static void tell(ObjectNode capabilities, TwinSettings settings) {
        if (settings.breaks(Fault.MINA_034_C)) {
            return;
        }
        var offer = of(settings);
        capabilities.set(
                "overviewIndex",
                Json.object()
                        .put("freshFor", offer.freshFor().toString())
                        .put("maximumLifetime", days(offer.maximumLifetime()))
                        .put("itemsPerOwner", offer.itemsPerOwner())
                        .put("removedFor", days(offer.removedFor())));
    }

    private static String days(Duration duration) {
        return "P" + duration.toDays() + "D";
    }
}
