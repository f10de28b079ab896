package se.ryggrad.api.cases.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.documents.DocumentId;

/**
 * Is one entry of the access log: that somebody read a case, who is no party of it on their own behalf.
 *
 * @param id its id
 * @param at when
 * @param what what was read
 * @param document the document that was read; only with {@link What#DOCUMENT}, and absent for whoever may not see it
 * @param actor who read, as an event shows it
 */
public record Reading(UUID id, Instant at, What what, Optional<DocumentId> document, ActorRef actor) {

    /** Returns the same entry for somebody who may not see the document. */
    public Reading withoutDocument() {
        return new Reading(id, at, what, Optional.empty(), actor);
    }

    /** Lists what of a case can be read. */
    public enum What {
        /** The case itself. */
        CASE,
        /** Its events. */
        EVENTS,
        /** One of its documents. */
        DOCUMENT,
        /** All of it, as a file. */
        EXPORT,
        /** Who has read it. */
        ACCESS_LOG,
        /** That it is there, by a search that found it. */
        SEARCH;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
