package se.ryggrad.api.minasidor;

import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Caller;

/**
 * Holds something that a person sees in Mina sidor: the engine its cases. Thread-safe.
 *
 * <p>You plug in what your system holds beside the cases, invoices or bookings. {@code /overview-items} then answers the cases
 * and after them your items, as one list, and {@code unavailable} as long as yours throws. Yours are of other kinds than
 * {@link OverviewKind#CASE} (MINA-003) and have ids that no case has. The order is yours, the same from page to page,
 * and each item is on one page alone. You judge what the level of assurance and the representation of the caller reach.
 */
public interface OverviewSource {

    /**
     * Returns one page of what the source holds for a person, or for whoever they represent (MINA-003); empty when that is nothing,
     * and beyond the last page.
     *
     * @param page the page; {@code total} is counted only where it asks for it
     * @throws se.ryggrad.api.RyggradException {@code forbidden} for an officer or a system (MINA-001), {@code unavailable}
     *     when it cannot be told just now
     */
    Page<OverviewItem> items(Caller caller, PageRequest page);
}
