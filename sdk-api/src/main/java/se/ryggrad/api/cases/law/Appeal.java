package se.ryggrad.api.cases.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;

/**
 * Is an appeal of a decision (FL sections 42 to 46).
 *
 * @param id its id
 * @param decision the decision that it is about
 * @param appellant the party who appeals
 * @param receivedOn the day it came in
 * @param late whether it came in too late (FL section 44)
 * @param state where it stands
 * @param text what the party says
 * @param documents the documents that came with it
 * @param forwardedTo the court or authority it was handed over to
 * @param ruling how it was ruled on
 * @param redacted on what it rests that the text is gone
 */
public record Appeal(
        UUID id,
        UUID decision,
        PartyId appellant,
        LocalDate receivedOn,
        boolean late,
        State state,
        String text,
        List<DocumentId> documents,
        Optional<String> forwardedTo,
        Optional<Ruling> ruling,
        Optional<Erasure> redacted) {

    /** Copies the documents. */
    public Appeal {
        documents = List.copyOf(documents);
    }

    /** Returns whether nothing has been done with it yet. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** Returns whether its outcome is awaited. */
    public boolean pending() {
        return state == State.OPEN || state == State.FORWARDED;
    }

    /** Returns the same appeal, dismissed as late. */
    public Appeal dismissed() {
        return in(State.DISMISSED, forwardedTo, ruling);
    }

    /** Returns the same appeal, handed over to {@code court}. */
    public Appeal forwarded(String court) {
        return in(State.FORWARDED, Optional.of(court), ruling);
    }

    /** Returns the same appeal, ruled on. */
    public Appeal ruled(Ruling reached) {
        return in(State.RULED, forwardedTo, Optional.of(reached));
    }

    /** Returns the same appeal without what the party said. */
    public Appeal redacted(Erasure by) {
        return new Appeal(
                id, decision, appellant, receivedOn, late, state, "", documents, forwardedTo, ruling, Optional.of(by));
    }

    private Appeal in(State changed, Optional<String> court, Optional<Ruling> reached) {
        return new Appeal(
                id, decision, appellant, receivedOn, late, changed, text, documents, court, reached, redacted);
    }

    /** Lists the states; the list is closed. */
    public enum State {
        /** Has come in. */
        OPEN,
        /** Came too late, and the authority dismissed it. */
        DISMISSED,
        /** Lies with the court or authority that tries it. */
        FORWARDED,
        /** Is ruled on. */
        RULED;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Tells how an appeal was ruled on.
     *
     * @param outcome what became of the decision
     * @param ruledOn the day
     * @param text the ruling in words
     */
    public record Ruling(Outcome outcome, LocalDate ruledOn, Optional<String> text) {}

    /** Lists what a ruling can do with a decision; the list is closed. */
    public enum Outcome {
        /** It stands. */
        UPHELD,
        /** The court put another in its place. */
        CHANGED,
        /** It is annulled. */
        SET_ASIDE,
        /** The authority has to try the matter again. */
        REMITTED,
        /** The court did not try it. */
        DISMISSED;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
