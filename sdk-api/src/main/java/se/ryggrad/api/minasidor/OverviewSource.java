package se.ryggrad.api.minasidor;

import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Caller;

/** Holds something that a person sees in Mina sidor: the engine its cases. Thread-safe. */
public interface OverviewSource {

    /**
     * Returns one page of what the source holds for a person, or for whoever they represent (MINA-003).
     *
     * @param page the page; {@code total} is counted only where it asks for it
     * @throws se.ryggrad.api.RyggradException {@code forbidden} for an officer or a system (MINA-001), {@code unavailable}
     *     when it cannot be told just now
     */
    Page<OverviewItem> items(Caller caller, PageRequest page);
}
