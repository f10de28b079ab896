package se.ryggrad.api.cases.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.organisation.UnitId;

/**
 * Asks somebody for something within a case.
 *
 * @param id its id
 * @param kind what is asked for
 * @param addressee the one who is asked
 * @param text the question for people
 * @param form the JSON Schema of a form to fill in
 * @param material the documents it speaks of
 * @param dueOn the day it is due
 * @param consequence what happens without an answer
 * @param state where it stands
 * @param audience who may see it
 * @param secrecy the grounds on which somebody may not
 * @param redacted on what it rests that the text, form and consequence are gone
 */
public record Request(
        UUID id,
        Kind kind,
        Addressee addressee,
        String text,
        Optional<JsonText> form,
        List<DocumentId> material,
        Optional<LocalDate> dueOn,
        Optional<String> consequence,
        State state,
        Audience audience,
        List<Secrecy> secrecy,
        Optional<Erasure> redacted) {

    /** Copies the lists. */
    public Request {
        material = List.copyOf(material);
        secrecy = List.copyOf(secrecy);
    }

    /** Returns the same request in {@code changed}. */
    public Request in(State changed) {
        return new Request(
                id, kind, addressee, text, form, material, dueOn, consequence, changed, audience, secrecy, redacted);
    }

    /** Returns the same request without what was asked. */
    public Request redacted(Erasure by) {
        return new Request(
                id,
                kind,
                addressee,
                "",
                Optional.empty(),
                material,
                dueOn,
                Optional.empty(),
                state,
                audience,
                secrecy,
                Optional.of(by));
    }

    /** Returns whether an answer is still awaited. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** Lists what can be asked for; the list is closed. */
    public enum Kind {
        /** Completion of an application (FL section 20). */
        SUPPLEMENT,
        /** A view on material before a decision (FL section 25). */
        COMMUNICATION,
        /** A statement from another body (FL section 26). */
        OPINION,
        /** Agreement of somebody who must agree. */
        APPROVAL,
        /** A fact. */
        INFORMATION;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lists the states; the list is closed. */
    public enum State {
        /** Awaits its answer. */
        OPEN,
        /** Has its answer. */
        ANSWERED,
        /** Taken back by the officer. */
        CLOSED,
        /** Its day has passed. */
        EXPIRED,
        /** The case ended before it was answered. */
        LAPSED;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Is the one who is asked. */
    public sealed interface Addressee {
        /** A party of the case. */
        record OfParty(PartyId party) implements Addressee {}

        /** Another unit of the authority. */
        record OfUnit(UnitId unit) implements Addressee {}

        /** Somebody outside, by name; the officer records the answer. */
        record OfName(String name) implements Addressee {}
    }
}
