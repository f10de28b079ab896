package se.ryggrad.api.cases.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Correction;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;

/**
 * Is a decision in a case (FL sections 31 to 33).
 *
 * @param id its id
 * @param kind whether it ends the case
 * @param outcome the outcome, for example {@code approved}
 * @param decidedOn the day it was made
 * @param makers who decided and took part
 * @param basis by what authority
 * @param text the decision in words
 * @param reasons the reasons, or the ground for leaving them out
 * @param appealInstruction how to appeal, JSON as given
 * @param appealInstructionOmitted the ground for not telling how to appeal, JSON as given
 * @param communicationOmitted the ground for not hearing the parties before it, JSON as given
 * @param documents the documents that hold it
 * @param replaces the decision it takes the place of
 * @param changeGround on what ground it changed the one that it replaces; absent when it did not
 * @param notifications whom it was made known to
 * @param corrections the corrections of its obvious errors, oldest first
 * @param audience who may see it
 * @param secrecy the grounds on which somebody may not
 */
public record Decision(
        UUID id,
        Kind kind,
        String outcome,
        LocalDate decidedOn,
        Makers makers,
        JsonText basis,
        String text,
        Reasons reasons,
        Optional<JsonText> appealInstruction,
        Optional<JsonText> appealInstructionOmitted,
        Optional<JsonText> communicationOmitted,
        List<DocumentId> documents,
        Optional<UUID> replaces,
        Optional<ChangeGround> changeGround,
        List<Notification> notifications,
        List<Correction> corrections,
        Audience audience,
        List<Secrecy> secrecy) {

    /** Copies the lists. */
    public Decision {
        documents = List.copyOf(documents);
        notifications = List.copyOf(notifications);
        corrections = List.copyOf(corrections);
        secrecy = List.copyOf(secrecy);
    }

    /** Returns the same decision with other notifications. */
    public Decision notified(List<Notification> changed) {
        return new Decision(
                id,
                kind,
                outcome,
                decidedOn,
                makers,
                basis,
                text,
                reasons,
                appealInstruction,
                appealInstructionOmitted,
                communicationOmitted,
                documents,
                replaces,
                changeGround,
                changed,
                corrections,
                audience,
                secrecy);
    }

    /**
     * Returns the same decision with an error corrected.
     *
     * @param meant the text as it was meant
     * @param grounds the reasons as they were meant
     * @param added the documents that the correction came with
     * @param correction what it said before
     */
    public Decision corrected(String meant, Reasons grounds, List<DocumentId> added, Correction correction) {
        return new Decision(
                id,
                kind,
                outcome,
                decidedOn,
                makers,
                basis,
                meant,
                grounds,
                appealInstruction,
                appealInstructionOmitted,
                communicationOmitted,
                Stream.concat(documents.stream(), added.stream()).toList(),
                replaces,
                changeGround,
                notifications,
                Stream.concat(corrections.stream(), Stream.of(correction)).toList(),
                audience,
                secrecy);
    }

    /** Returns the latest notification of a party who has not received the decision yet, or nothing. */
    public Optional<Notification> unserved(PartyId party) {
        List<Notification> own = notifications.stream()
                .filter(told -> told.party().equals(party))
                .toList();
        return own.stream().anyMatch(told -> told.servedOn().isPresent())
                ? Optional.empty()
                : own.stream().reduce((earlier, later) -> later);
    }

    /** Returns the first day on which an appeal of {@code party} is late; nothing while no time runs. */
    public Optional<LocalDate> appealBefore(PartyId party) {
        return notifications.stream()
                .filter(told -> told.party().equals(party))
                .flatMap(told -> told.appealBefore().stream())
                .findFirst();
    }

    /** Lists the kinds; the list is closed. */
    public enum Kind {
        /** Ends the matter. */
        FINAL,
        /** Ends a part of it. */
        PARTIAL,
        /** Holds until the final one. */
        INTERIM,
        /** Concerns the handling. */
        PROCEDURAL;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Tells who made the decision (FL section 31).
     *
     * @param decidedBy JSON array of those who decided
     * @param rapporteur JSON object of who reported
     * @param presentAtFinal JSON array of others present at the final handling
     * @param dissents JSON array of dissenting opinions
     */
    public record Makers(
            JsonText decidedBy, Optional<JsonText> rapporteur, JsonText presentAtFinal, JsonText dissents) {}

    /**
     * Gives the reasons (FL section 32).
     *
     * @param given JSON object {@code {text, provisions}}
     * @param omitted JSON object {@code {ground}} for leaving them out
     */
    public record Reasons(Optional<JsonText> given, Optional<JsonText> omitted) {}

    /**
     * Tells that a party was notified (FL section 33).
     *
     * @param party who
     * @param mode how, for example {@code mina-sidor}, {@code post}
     * @param sentOn the day
     * @param servedOn the day the party received the decision
     * @param evidence the document that shows it
     * @param appealBefore the first day on which an appeal of the party is late (FL section 44)
     * @param letter the letter by which it was done; absent where the case sent none
     */
    public record Notification(
            PartyId party,
            String mode,
            LocalDate sentOn,
            Optional<LocalDate> servedOn,
            Optional<DocumentId> evidence,
            Optional<LocalDate> appealBefore,
            Optional<SentLetter> letter) {

        /** Returns the notification of a party who has not received it yet. */
        public static Notification sent(PartyId party, String mode, LocalDate sentOn, Optional<SentLetter> letter) {
            return new Notification(party, mode, sentOn, Optional.empty(), Optional.empty(), Optional.empty(), letter);
        }

        /** Returns the same notification, received on {@code day}. */
        public Notification served(LocalDate day, Optional<DocumentId> shownBy, Optional<LocalDate> lateFrom) {
            return new Notification(party, mode, sentOn, Optional.of(day), shownBy, lateFrom, letter);
        }

        /** Returns the same notification, with what became of its letter. */
        public Notification by(SentLetter changed) {
            return new Notification(party, mode, sentOn, servedOn, evidence, appealBefore, Optional.of(changed));
        }

        /** Returns whether the party was reached: the letter has not come back, or they have received the decision all the same. */
        public boolean reached() {
            return servedOn.isPresent()
                    || letter.flatMap(SentLetter::undeliveredOn).isEmpty();
        }
    }
}
