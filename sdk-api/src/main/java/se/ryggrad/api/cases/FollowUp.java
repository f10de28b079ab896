package se.ryggrad.api.cases;

import java.util.List;

/**
 * Is what the code of an anonymous submission opens.
 *
 * @param view the case as an anonymous submitter may see it
 * @param messages the events that carry messages, sequence ascending
 */
public record FollowUp(CaseView view, List<EventView> messages) {

    /** Copies the messages. */
    public FollowUp {
        messages = List.copyOf(messages);
    }
}
