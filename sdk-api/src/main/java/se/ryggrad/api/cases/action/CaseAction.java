package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.organisation.UnitId;

/** Is something to do with a case that exists; the table of actions says who may and when. */
public sealed interface CaseAction
        permits Appealing,
                CaseAction.Adding,
                CaseAction.Agreeing,
                CaseAction.Asking,
                CaseAction.Delaying,
                CaseAction.Erasing,
                CaseAction.Extension,
                CaseAction.Involving,
                CaseAction.Placing,
                Ending,
                Reviewing {

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
        /**
         * Asks somebody for something (FL sections 20, 25, 26).
         *
         * @param letter the letter that asks a party; absent where none is sent
         */
        record Ask(
                Request.Kind kind,
                Request.Addressee addressee,
                String text,
                Optional<JsonText> form,
                List<DocumentId> material,
                Optional<LocalDate> dueOn,
                Optional<String> consequence,
                Circle circle,
                Optional<CaseLetter> letter)
                implements Asking {
            /** Copies the material. */
            public Ask {
                material = List.copyOf(material);
            }

            /** Asks without a letter. */
            public Ask(
                    Request.Kind kind,
                    Request.Addressee addressee,
                    String text,
                    Optional<JsonText> form,
                    List<DocumentId> material,
                    Optional<LocalDate> dueOn,
                    Optional<String> consequence,
                    Circle circle) {
                this(kind, addressee, text, form, material, dueOn, consequence, circle, Optional.empty());
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

    /** Says whom the case concerns, as parties come and go (FL section 10). */
    sealed interface Involving extends CaseAction {
        /**
         * Adds a party.
         *
         * @param party who
         */
        record AddParty(PartyEntry party) implements Involving {
            @Override
            public String name() {
                return "add-party";
            }
        }

        /**
         * Changes what is known of a party, or what they may do.
         *
         * @param party which
         * @param ground why
         * @param change what becomes of them
         */
        record ChangeParty(PartyId party, String ground, PartyChange change) implements Involving {
            @Override
            public String name() {
                return "change-party";
            }
        }

        /**
         * Ends a party's place in the case.
         *
         * @param party which
         * @param ground why
         * @param endedOn the day of the fact; today when absent
         * @param text what else there is to say
         */
        record EndParty(PartyId party, EndGround ground, Optional<LocalDate> endedOn, Optional<String> text)
                implements Involving {
            @Override
            public String name() {
                return "end-party";
            }
        }
    }

    /** Agrees where several must (FB chapter 6 section 13). */
    sealed interface Agreeing extends CaseAction {
        /**
         * Gives an approval.
         *
         * @param request which is asked for
         * @param recorded how it came, when not through the e-service
         */
        record Approve(UUID request, Optional<Recorded> recorded) implements Agreeing {
            @Override
            public String name() {
                return "approve";
            }
        }

        /**
         * Says no.
         *
         * @param request the approval that is asked for
         * @param recorded how it came, when not through the e-service
         */
        record RefuseApproval(UUID request, Optional<Recorded> recorded) implements Agreeing {
            @Override
            public String name() {
                return "refuse-approval";
            }
        }

        /**
         * Does without approvals.
         *
         * @param request which is asked for; all that are outstanding when absent
         * @param ground on what provision
         */
        record DispenseApproval(Optional<UUID> request, String ground) implements Agreeing {
            @Override
            public String name() {
                return "dispense-approval";
            }
        }
    }

    /** Deals with a case that takes time (FL sections 11, 12). */
    sealed interface Delaying extends CaseAction {
        /**
         * Tells the parties of a substantial delay.
         *
         * @param text why
         * @param letter the letter that tells them; absent where none is sent
         */
        record NotifyDelay(String text, Optional<CaseLetter> letter) implements Delaying {
            /** Tells of it without a letter. */
            public NotifyDelay(String text) {
                this(text, Optional.empty());
            }

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

    /** Takes away what is kept, on a decision of the authority (GDPR article 17, Arkivlagen section 10). */
    sealed interface Erasing extends CaseAction {
        /**
         * Erases documents and events.
         *
         * @param decision the decision, as the authority names it
         * @param ground why
         * @param parts the ids of documents and events of the case
         */
        record Redact(String decision, String ground, List<UUID> parts) implements Erasing {
            /** Copies the ids. */
            public Redact {
                parts = List.copyOf(parts);
            }

            @Override
            public String name() {
                return "redact";
            }
        }

        /**
         * Disposes of the whole case.
         *
         * @param decision the decision, as the authority names it
         * @param ground why
         */
        record Dispose(String decision, String ground) implements Erasing {
            @Override
            public String name() {
                return "dispose";
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
