package se.ryggrad.api.minasidor;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.LocalizedText;

/**
 * Is an item of a source as a portal shows it: the values that the source gave (MINA-014).
 *
 * @param source the id of the source
 * @param id opaque, unique at the source
 * @param kind what it is; one that the portal does not know is {@link OverviewKind#INFORMATION}
 * @param title what it is called, plain text whatever stands in it
 * @param status how far it has got, plain text whatever stands in it
 * @param updatedAt when it last changed
 * @param actionRequired whether something is asked of the person
 * @param dueOn by when, where the source says so
 * @param link where the person goes on, on an origin that is registered for the source (MINA-024)
 */
public record GatheredItem(
        String source,
        String id,
        OverviewKind kind,
        LocalizedText title,
        LocalizedText status,
        Instant updatedAt,
        boolean actionRequired,
        Optional<LocalDate> dueOn,
        Optional<URI> link) {

    /** Rejects absent parts. */
    public GatheredItem {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(link, "link");
    }
}
