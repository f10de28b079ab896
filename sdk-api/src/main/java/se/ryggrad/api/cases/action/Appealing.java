package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;

/** Receives decisions and appeals them (FL sections 33, 42 to 46). */
public sealed interface Appealing extends CaseAction {
    /**
     * Records that a party was served a decision.
     *
     * @param decision which
     * @param party who received it
     * @param servedOn the day
     * @param evidence the document of the case that shows it
     */
    record RecordService(UUID decision, PartyId party, LocalDate servedOn, Optional<DocumentId> evidence)
            implements Appealing {
        @Override
        public String name() {
            return "record-service";
        }
    }

    /**
     * Acknowledges a decision as its receiver.
     *
     * @param decision which
     */
    record AcknowledgeReceipt(UUID decision) implements Appealing {
        @Override
        public String name() {
            return "acknowledge-receipt";
        }
    }

    /**
     * Appeals a decision.
     *
     * @param decision which
     * @param text what the party says
     * @param documents uploaded documents
     * @param recorded how it came, when not through the e-service
     */
    record MakeAppeal(UUID decision, String text, List<DocumentEntry> documents, Optional<Recorded> recorded)
            implements Appealing {
        /** Copies the documents. */
        public MakeAppeal {
            documents = List.copyOf(documents);
        }

        @Override
        public String name() {
            return "appeal";
        }
    }

    /**
     * Dismisses an appeal that came too late, by a decision of its own.
     *
     * @param appeal which
     * @param reasons JSON object {@code {text, provisions}}
     */
    record DismissAppeal(UUID appeal, JsonText reasons) implements Appealing {
        @Override
        public String name() {
            return "dismiss-appeal";
        }
    }

    /**
     * Hands an appeal over.
     *
     * @param appeal which
     * @param to the court or authority that tries it
     */
    record ForwardAppeal(UUID appeal, String to) implements Appealing {
        @Override
        public String name() {
            return "forward-appeal";
        }
    }

    /**
     * Records how an appeal was ruled on.
     *
     * @param appeal which
     * @param ruling how
     */
    record RecordRuling(UUID appeal, Appeal.Ruling ruling) implements Appealing {
        @Override
        public String name() {
            return "record-ruling";
        }
    }
}
