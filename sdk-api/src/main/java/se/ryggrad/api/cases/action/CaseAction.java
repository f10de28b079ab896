package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.UnitId;

/** Is something to do with a case that exists; the table of actions says who may and when. */
public sealed interface CaseAction {

    /** Returns the name in the table of actions. */
    String name();

    /** Concerns where a case lies. */
    sealed interface Placing extends CaseAction {
        /** Gives the registry number (OSL 5:1). */
        record Register() implements Placing {
            @Override
            public String name() {
                return "register";
            }
        }

        /**
         * Gives the case to an officer.
         *
         * @param officer the officer; the caller when absent
         */
        record Assign(Optional<ActorId> officer) implements Placing {
            @Override
            public String name() {
                return "assign";
            }
        }

        /**
         * Sends the case to another unit of the authority.
         *
         * @param unit the other unit
         * @param text why
         */
        record Reroute(UnitId unit, Optional<String> text) implements Placing {
            @Override
            public String name() {
                return "reroute";
            }
        }
    }

    /** Asks and answers. */
    sealed interface Asking extends CaseAction {
        /** Asks somebody for something (FL sections 20, 25, 26). */
        record Ask(
                Request.Kind kind,
                Request.Addressee addressee,
                String text,
                Optional<JsonText> form,
                List<DocumentId> material,
                Optional<LocalDate> dueOn,
                Optional<String> consequence,
                Circle circle)
                implements Asking {
            /** Copies the material. */
            public Ask {
                material = List.copyOf(material);
            }

            @Override
            public String name() {
                return "request";
            }
        }

        /** Answers an open request. */
        record AnswerRequest(
                UUID request,
                Optional<String> text,
                Optional<JsonText> form,
                List<DocumentEntry> documents,
                Optional<Recorded> recorded)
                implements Asking {
            /** Copies the documents. */
            public AnswerRequest {
                documents = List.copyOf(documents);
            }

            @Override
            public String name() {
                return "answer-request";
            }
        }

        /** Takes an open request back. */
        record CloseRequest(UUID request, Optional<String> text) implements Asking {
            @Override
            public String name() {
                return "close-request";
            }
        }
    }

    /** Adds to the file. */
    sealed interface Adding extends CaseAction {
        /**
         * Adds material of a party's own accord.
         *
         * @param text what the party says
         * @param form members that replace those of the case's form
         * @param documents uploaded documents
         * @param recorded how it came, when not through the e-service
         */
        record Supplement(
                Optional<String> text,
                Optional<JsonText> form,
                List<DocumentEntry> documents,
                Optional<Recorded> recorded)
                implements Adding {
            /** Copies the documents. */
            public Supplement {
                documents = List.copyOf(documents);
            }

            @Override
            public String name() {
                return "supplement";
            }
        }

        /** Writes to the other side. */
        record WriteMessage(String text, List<DocumentEntry> documents, Optional<Recorded> recorded, Circle circle)
                implements Adding {
            /** Copies the documents. */
            public WriteMessage {
                documents = List.copyOf(documents);
            }

            @Override
            public String name() {
                return "message";
            }
        }

        /** Takes a note that belongs to the file (FL section 27). */
        record RecordNote(String text, Optional<LocalDate> occurredOn, Circle circle) implements Adding {
            @Override
            public String name() {
                return "record-note";
            }
        }

        /** Keeps a working paper outside the file (TF 2:12). */
        record WriteMemo(String text) implements Adding {
            @Override
            public String name() {
                return "memo";
            }
        }
    }

    /** Deals with a case that takes time (FL sections 11, 12). */
    sealed interface Delaying extends CaseAction {
        /**
         * Tells the parties of a substantial delay.
         *
         * @param text why
         */
        record NotifyDelay(String text) implements Delaying {
            @Override
            public String name() {
                return "notify-delay";
            }
        }

        /**
         * Demands that the case be decided.
         *
         * @param text what the party says
         * @param recorded how it came, when not through the e-service
         */
        record DemandDecision(Optional<String> text, Optional<Recorded> recorded) implements Delaying {
            @Override
            public String name() {
                return "demand-decision";
            }
        }

        /**
         * Refuses the demand, by a decision of its own.
         *
         * @param reasons JSON object {@code {text, provisions}}
         * @param appealInstruction how to appeal, JSON as given
         */
        record RefuseDemand(JsonText reasons, Optional<JsonText> appealInstruction) implements Delaying {
            @Override
            public String name() {
                return "refuse-demand";
            }
        }
    }

    /** Receives decisions and appeals them (FL sections 33, 42 to 46). */
    sealed interface Appealing extends CaseAction {
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

    /** Ends a case, or begins it anew. */
    sealed interface Ending extends CaseAction {
        /**
         * Decides (FL sections 28, 31, 32).
         *
         * @param decidedOn the day; today when absent
         * @param makers who decided and took part; the officer alone when nobody is named
         * @param basis by what authority; delegation when absent
         */
        record Decide(
                Decision.Kind kind,
                String outcome,
                Optional<LocalDate> decidedOn,
                Decision.Makers makers,
                Optional<JsonText> basis,
                String text,
                Decision.Reasons reasons,
                Optional<JsonText> appealInstruction,
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
         */
        record NotifyDecision(UUID decision, List<PartyId> parties, String mode, Optional<LocalDate> sentOn)
                implements Ending {
            /** Copies the parties. */
            public NotifyDecision {
                parties = List.copyOf(parties);
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

    /**
     * Is an action of the table that this version of the standard does not offer, or an extension.
     *
     * @param name the name in the table
     */
    record Extension(String name) implements CaseAction {}
}
