package se.ryggrad.api.minasidor;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.LocalizedText;

/**
 * Shows something that a source holds for a person (MINA-002); whom it is for is told by the call.
 *
 * @param id opaque, unique at the source, at most 200 characters
 * @param kind what it is
 * @param title what it is called, plain text
 * @param status how far it has got, plain text
 * @param updatedAt when it last changed
 * @param ask what is asked of the person, absent when nothing is
 * @param link where the person goes on: https; absent where the source has no page
 */
public record OverviewItem(
        String id,
        OverviewKind kind,
        LocalizedText title,
        LocalizedText status,
        Instant updatedAt,
        Optional<Ask> ask,
        Optional<URI> link) {

    private static final int LONGEST_ID = 200;

    /** Rejects an id that is empty or too long, and a link that is no https address with a host. */
    public OverviewItem {
        if (Objects.requireNonNull(id, "id").isEmpty() || id.codePointCount(0, id.length()) > LONGEST_ID) {
            throw new IllegalArgumentException("an id of 1 to 200 characters");
        }
        if (!link.stream().allMatch(OverviewItem::leads)) {
            throw new IllegalArgumentException("a link is https, with a host");
        }
    }

    private static boolean leads(URI link) {
        return "https".equals(link.getScheme()) && link.getHost() != null;
    }

    /**
     * Says that something is asked of the person (MINA-005).
     *
     * @param dueOn the earliest day by which it is asked for, absent where there is none
     */
    public record Ask(Optional<LocalDate> dueOn) {}
}
