package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.Decision;

/** Corrects and changes decisions that were made (FL sections 36 to 39). */
public sealed interface Reviewing extends CaseAction {
    /**
     * Corrects an obvious error.
     *
     * @param decision which
     * @param explanation what was wrong
     * @param text the text as it was meant; stays when absent
     * @param reasons the reasons as they were meant, JSON object {@code {text, provisions}}; stay when absent
     * @param documents uploaded documents
     */
    record CorrectDecision(
            UUID decision,
            String explanation,
            Optional<String> text,
            Optional<JsonText> reasons,
            List<DocumentEntry> documents)
            implements Reviewing {
        /** Copies the documents. */
        public CorrectDecision {
            documents = List.copyOf(documents);
        }

        @Override
        public String name() {
            return "correct-decision";
        }
    }

    /**
     * Puts another decision in the place of one.
     *
     * @param decision which
     * @param ground on what ground
     * @param decidedOn the day; today when absent
     * @param makers who decided and took part; the officer alone when nobody is named
     * @param basis by what authority; delegation when absent
     * @param reasons JSON object {@code {text, provisions}}
     * @param safeguards how the parties were heard, and are told how to appeal
     */
    record ChangeDecision(
            UUID decision,
            ChangeGround ground,
            String outcome,
            Optional<LocalDate> decidedOn,
            Decision.Makers makers,
            Optional<JsonText> basis,
            String text,
            JsonText reasons,
            Safeguards safeguards,
            List<DocumentEntry> documents)
            implements Reviewing {
        /** Copies the documents. */
        public ChangeDecision {
            documents = List.copyOf(documents);
        }

        @Override
        public String name() {
            return "change-decision";
        }
    }
}
