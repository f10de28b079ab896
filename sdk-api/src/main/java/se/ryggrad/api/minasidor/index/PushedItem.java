package se.ryggrad.api.minasidor.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.minasidor.OverviewKind;

/**
 * Is an item as a source pushes it (MINA-036 to MINA-039).
 *
 * @param audience whose it is, and who sees it
 * @param expiresAt when it ends by itself
 * @param content what is shown
 */
public record PushedItem(Audience audience, Instant expiresAt, Content content) {

    /** The place of an item at the beginning of time that nothing is asked of: beyond all days. */
    private static final long AFTER_ALL_DAYS = 1L << 53;

    /** Rejects absent parts. */
    public PushedItem {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(content, "content");
    }

    /**
     * Is what is shown of it, with the values that the source gave.
     *
     * @param kind what it is, also one that the portal does not know
     * @param title what it is called, plain text whatever stands in it
     * @param status how far it has got, plain text whatever stands in it
     * @param updatedAt when it last changed
     * @param actionRequired whether something is asked of the owner
     * @param dueOn by when, where the source says so
     * @param link where the person goes on, whatever it is: it is judged when the item is shown (MINA-024)
     */
    public record Content(
            OverviewKind kind,
            LocalizedText title,
            LocalizedText status,
            Instant updatedAt,
            boolean actionRequired,
            Optional<LocalDate> dueOn,
            Optional<String> link) {

        /** Rejects absent parts. */
        public Content {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(updatedAt, "updatedAt");
            Objects.requireNonNull(dueOn, "dueOn");
            Objects.requireNonNull(link, "link");
        }
    }

    /** Returns whether it has ended by {@code now} (MINA-044). */
    public boolean ended(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /**
     * Returns its place in an overview as a number, the lowest first: the day by which something is asked, and above all days
     * time backwards (MINA-016). Items of one place are ordered by source and id.
     */
    public long place() {
        return content.dueOn()
                .filter(day -> content.actionRequired())
                .map(LocalDate::toEpochDay)
                .orElseGet(() -> AFTER_ALL_DAYS - content.updatedAt().toEpochMilli());
    }
}
