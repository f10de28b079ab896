package se.ryggrad.api.cases;

import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.event.CaseEvent;

/**
 * Is an event as one reader may see it.
 *
 * @param event the event; one that was erased shows the same to everybody
 * @param withheld whether content and salt are withheld: sequence, digests and grounds show alone, and the type is {@code OTHER} to a
 *     reader from outside
 * @param title what happened, for people
 * @param by who acted, for people; empty once the event is erased
 */
public record EventView(CaseEvent event, boolean withheld, LocalizedText title, LocalizedText by) {}
