package se.ryggrad.api.minasidor;

import java.util.Objects;
import java.util.Set;

/**
 * Says what an item of the overview is; an open list.
 *
 * @param code the name in JSON
 */
public record OverviewKind(String code) {

    /** A case (ärende). */
    public static final OverviewKind CASE = new OverviewKind("case");

    /** Something to do. */
    public static final OverviewKind TASK = new OverviewKind("task");

    /** A letter or a notice. */
    public static final OverviewKind MESSAGE = new OverviewKind("message");

    /** A booked time. */
    public static final OverviewKind BOOKING = new OverviewKind("booking");

    /** A place in a queue. */
    public static final OverviewKind QUEUE = new OverviewKind("queue");

    /** An invoice. */
    public static final OverviewKind INVOICE = new OverviewKind("invoice");

    /** An offer to accept or decline. */
    public static final OverviewKind OFFER = new OverviewKind("offer");

    /** Anything else; a reader takes a kind that it does not know as this. */
    public static final OverviewKind INFORMATION = new OverviewKind("information");

    private static final Set<OverviewKind> KNOWN =
            Set.of(CASE, TASK, MESSAGE, BOOKING, QUEUE, INVOICE, OFFER, INFORMATION);

    /** Rejects an empty name. */
    public OverviewKind {
        if (Objects.requireNonNull(code, "code").isEmpty()) {
            throw new IllegalArgumentException("a kind without a name");
        }
    }

    /** Returns the kind as a reader takes it: itself where the standard names it, else {@link #INFORMATION}. */
    public OverviewKind known() {
        return KNOWN.contains(this) ? this : INFORMATION;
    }
}
