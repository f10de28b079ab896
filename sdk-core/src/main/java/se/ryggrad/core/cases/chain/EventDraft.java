package se.ryggrad.core.cases.chain;

import java.time.LocalDate;
import java.util.List;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.core.json.JsonTree;

/**
 * Is an event before it gets its place in the chain.
 *
 * @param type what happened
 * @param occurredOn the day it happened, perhaps before it was recorded
 * @param actor who acted
 * @param byName who acted, for people; not part of the content
 * @param audience who may see it
 * @param secrecy the grounds on which somebody may not
 * @param data what happened in detail, without language
 */
public record EventDraft(
        EventType type,
        LocalDate occurredOn,
        ActorRef actor,
        String byName,
        Audience audience,
        List<Secrecy> secrecy,
        JsonTree.ObjectNode data) {

    /** Copies the grounds. */
    public EventDraft {
        secrecy = List.copyOf(secrecy);
    }
}
