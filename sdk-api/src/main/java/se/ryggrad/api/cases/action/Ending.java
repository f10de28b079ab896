package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.messaging.CaseLetter;

/** Ends a case, or begins it anew. */
public sealed interface Ending extends CaseAction {
    /**
     * Decides (FL sections 28, 31, 32).
     *
     * @param decidedOn the day; today when absent
     * @param makers who decided and took part; the officer alone when nobody is named
     * @param basis by what authority; delegation when absent
     * @param safeguards how the parties were heard, and are told how to appeal
     */
    record Decide(
            Decision.Kind kind,
            String outcome,
            Optional<LocalDate> decidedOn,
            Decision.Makers makers,
            Optional<JsonText> basis,
            String text,
            Decision.Reasons reasons,
            Safeguards safeguards,
            List<DocumentEntry> documents,
            Optional<UUID> replaces,
            Circle circle)
            implements Ending {
        /** Copies the documents. */
        public Decide {
            documents = List.copyOf(documents);
        }

        @Override
        public String name() {
            return "decide";
        }
    }

    /**
     * Makes a decision known (FL section 33).
     *
     * @param decision which
     * @param parties to whom; every party who is to be notified when empty
     * @param mode how
     * @param sentOn the day; today when absent
     * @param letter the letter that makes it known; absent where none is sent
     */
    record NotifyDecision(
            UUID decision, List<PartyId> parties, String mode, Optional<LocalDate> sentOn, Optional<CaseLetter> letter)
            implements Ending {
        /** Copies the parties. */
        public NotifyDecision {
            parties = List.copyOf(parties);
        }

        /** Makes it known without a letter. */
        public NotifyDecision(UUID decision, List<PartyId> parties, String mode, Optional<LocalDate> sentOn) {
            this(decision, parties, mode, sentOn, Optional.empty());
        }

        @Override
        public String name() {
            return "notify-decision";
        }
    }

    /**
     * Ends a case that needs no decision.
     *
     * @param result what came of it
     * @param memos what becomes of each working paper
     */
    record Complete(JsonText result, List<MemoFate> memos) implements Ending {
        /** Copies the fates. */
        public Complete {
            memos = List.copyOf(memos);
        }

        @Override
        public String name() {
            return "complete";
        }
    }

    /**
     * Closes a decided case.
     *
     * @param withoutNotification the parties who are not notified, each with its ground
     * @param memos what becomes of each working paper
     */
    record Close(List<Unnotified> withoutNotification, List<MemoFate> memos) implements Ending {
        /** Copies the lists. */
        public Close {
            withoutNotification = List.copyOf(withoutNotification);
            memos = List.copyOf(memos);
        }

        @Override
        public String name() {
            return "close";
        }
    }

    /** Takes the matter back. */
    record Withdraw(Optional<String> text, Optional<Recorded> recorded) implements Ending {
        @Override
        public String name() {
            return "withdraw";
        }
    }

    /**
     * Opens a closed case again.
     *
     * @param ground {@code change} or {@code closed-in-error}
     * @param text why
     */
    record Reopen(String ground, Optional<String> text) implements Ending {
        @Override
        public String name() {
            return "reopen";
        }
    }
}
