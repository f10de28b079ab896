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
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.organisation.UnitId;

/**
 * Asks somebody for something within a case.
 *
 * @param id its id
 * @param kind what is asked for
 * @param addressee the one who is asked
 * @param representative who is asked to approve for the party; absent when the party is
 * @param text the question for people
 * @param form the JSON Schema of a form to fill in
 * @param material the documents it speaks of
 * @param dueOn the day it is due
 * @param consequence what happens without an answer
 * @param state where it stands
 * @param approval what became of an approval; absent while nothing has, and for other kinds
 * @param audience who may see it
 * @param secrecy the grounds on which somebody may not
 * @param redacted on what it rests that the text, form and consequence are gone
 * @param letter the letter that asked the party; absent where the case sent none
 */
public record Request(
        UUID id,
        Kind kind,
        Addressee addressee,
        Optional<Representative> representative,
        String text,
        Optional<JsonText> form,
        List<DocumentId> material,
        Optional<LocalDate> dueOn,
        Optional<String> consequence,
        State state,
        Optional<ApprovalState> approval,
        Audience audience,
        List<Secrecy> secrecy,
        Optional<Erasure> redacted,
        Optional<SentLetter> letter) {

    /** Copies the lists. */
    public Request {
        material = List.copyOf(material);
        secrecy = List.copyOf(secrecy);
    }

    /** Returns the same request in {@code changed}. */
    public Request in(State changed) {
        return in(changed, approval);
    }

    /** Returns the same request in {@code changed}, after an approval became {@code became}. */
    public Request in(State changed, ApprovalState became) {
        return in(changed, Optional.of(became));
    }

    private Request in(State changed, Optional<ApprovalState> became) {
        return new Request(
                id,
                kind,
                addressee,
                representative,
                text,
                form,
                material,
                dueOn,
                consequence,
                changed,
                became,
                audience,
                secrecy,
                redacted,
                letter);
    }

    /** Returns the same request without what was asked. */
    public Request redacted(Erasure by) {
        return new Request(
                id,
                kind,
                addressee,
                representative,
                "",
                Optional.empty(),
                material,
                dueOn,
                Optional.empty(),
                state,
                approval,
                audience,
                secrecy,
                Optional.of(by),
                letter);
    }

    /** Returns the same request without the form to fill in and the documents that it speaks of. */
    public Request outlined() {
        return new Request(
                id,
                kind,
                addressee,
                representative,
                text,
                Optional.empty(),
                List.of(),
                dueOn,
                consequence,
                state,
                approval,
                audience,
                secrecy,
                redacted,
                letter);
    }

    /** Returns the same request, with what became of its letter. */
    public Request by(SentLetter changed) {
        return new Request(
                id,
                kind,
                addressee,
                representative,
                text,
                form,
                material,
                dueOn,
                consequence,
                state,
                approval,
                audience,
                secrecy,
                redacted,
                Optional.of(changed));
    }

    /** Returns whether the letter that asks has come back, so that nobody knows whether the party was asked. */
    public boolean undelivered() {
        return letter.flatMap(SentLetter::undeliveredOn).isPresent();
    }

    /** Returns the last day for an answer; nothing where none is set, or the letter that asks has come back (MSG-044). */
    public Optional<LocalDate> runsUntil() {
        return undelivered() ? Optional.empty() : dueOn;
    }

    /** Returns whether an answer is still awaited. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** Returns whether somebody is asked to agree: this is no question that is answered in words. */
    public boolean ofApproval() {
        return kind == Kind.APPROVAL;
    }

    /** Returns whether somebody still counts among those who are to agree, having neither agreed nor been dispensed with. */
    public boolean unapproved() {
        return ofApproval()
                && approval.filter(became -> became != ApprovalState.REFUSED).isEmpty();
    }

    /** Returns whether whoever is asked has said no. */
    public boolean refused() {
        return approval.filter(became -> became == ApprovalState.REFUSED).isPresent();
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
        /** The case ended before it was answered, or enough have agreed. */
        LAPSED;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lists what can become of an approval; the list is closed. */
    public enum ApprovalState {
        /** Was given. */
        APPROVED,
        /** Was refused; can still be given. */
        REFUSED,
        /** Is not needed, on legal ground. */
        DISPENSED;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Is who is asked to approve for a party: an opaque reference, and nothing else of that person.
     *
     * @param id the person
     * @param right by what they represent the party
     */
    public record Representative(ActorId id, RepresentationKind right) {}

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
