package se.ryggrad.api.cases.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
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
 * @param documents the documents that hold it
 * @param replaces the decision it takes the place of
 * @param notifications whom it was made known to
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
        List<DocumentId> documents,
        Optional<UUID> replaces,
        List<Notification> notifications,
        Audience audience,
        List<Secrecy> secrecy) {

    /** Copies the lists. */
    public Decision {
        documents = List.copyOf(documents);
        notifications = List.copyOf(notifications);
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
                documents,
                replaces,
                changed,
                audience,
                secrecy);
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
     */
    public record Notification(PartyId party, String mode, LocalDate sentOn) {}
}
