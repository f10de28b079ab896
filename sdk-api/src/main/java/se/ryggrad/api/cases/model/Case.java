package se.ryggrad.api.cases.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.Fault;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.law.Deadline;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;

/**
 * Is a case (ärende): everything that a page about it needs, but its events.
 *
 * @param id its id
 * @param head what identifies and places it
 * @param parties whom it concerns
 * @param form what was filled in
 * @param deficiencies what a case with gaps lacks
 * @param approval how far those who must agree have agreed; absent where nobody must
 * @param documents its documents, by number
 * @param requests what was asked, oldest first
 * @param decisions its decisions, oldest first
 * @param appeals the appeals of its decisions, oldest first
 * @param deadlines the times of the law that have begun to run, oldest first
 * @param relations other cases
 * @param result what a case without decision ended with
 * @param followUpDigest SHA-256 of the code by which an anonymous submitter follows it, lower-case hex
 * @param disposed on what it rests that the case was disposed of
 */
public record Case(
        CaseId id,
        CaseHead head,
        List<Party> parties,
        JsonText form,
        List<Fault> deficiencies,
        Optional<Approval> approval,
        List<CaseDocument> documents,
        List<Request> requests,
        List<Decision> decisions,
        List<Appeal> appeals,
        List<Deadline> deadlines,
        List<Relation> relations,
        Optional<JsonText> result,
        Optional<String> followUpDigest,
        Optional<Erasure> disposed) {

    /** Copies the lists. */
    public Case {
        parties = List.copyOf(parties);
        deficiencies = List.copyOf(deficiencies);
        documents = List.copyOf(documents);
        requests = List.copyOf(requests);
        decisions = List.copyOf(decisions);
        appeals = List.copyOf(appeals);
        deadlines = List.copyOf(deadlines);
        relations = List.copyOf(relations);
    }

    /** Returns the requests that await an answer: what the case is waiting for. */
    public List<Request> openRequests() {
        return requests.stream().filter(Request::open).toList();
    }

    /** Returns the open requests that are answered in words: all but those of approval. */
    public List<Request> openQuestions() {
        return openRequests().stream().filter(request -> !request.ofApproval()).toList();
    }

    /** Returns the requests whose approval is still needed, or may be: none once enough have agreed. */
    public List<Request> outstandingApprovals() {
        return awaitsApproval() ? requests.stream().filter(Request::unapproved).toList() : List.of();
    }

    /** Returns whether somebody must still agree, or may have to: nothing is granted before (FB chapter 6 section 13). */
    public boolean awaitsApproval() {
        return approval.filter(Approval::awaited).isPresent();
    }

    /** Returns the party with {@code wanted}, or nothing. */
    public Optional<Party> party(PartyId wanted) {
        return parties.stream().filter(party -> party.id().equals(wanted)).findFirst();
    }

    /** Returns the parties that have not ended. */
    public List<Party> activeParties() {
        return parties.stream().filter(party -> !party.ended()).toList();
    }

    /** Returns the party with {@code wanted}, or nothing where there is none or it has ended. */
    public Optional<Party> activeParty(PartyId wanted) {
        return party(wanted).filter(party -> !party.ended());
    }

    /** Returns the request with {@code wanted}, or nothing. */
    public Optional<Request> request(UUID wanted) {
        return requests.stream().filter(request -> request.id().equals(wanted)).findFirst();
    }

    /** Returns the document with {@code wanted}, or nothing. */
    public Optional<CaseDocument> document(DocumentId wanted) {
        return documents.stream().filter(each -> each.id().equals(wanted)).findFirst();
    }

    /** Returns the decision with {@code wanted}, or nothing. */
    public Optional<Decision> decision(UUID wanted) {
        return decisions.stream()
                .filter(decision -> decision.id().equals(wanted))
                .findFirst();
    }

    /** Returns the appeal with {@code wanted}, or nothing. */
    public Optional<Appeal> appeal(UUID wanted) {
        return appeals.stream().filter(appeal -> appeal.id().equals(wanted)).findFirst();
    }

    /** Returns the final decision that holds, or nothing. */
    public Optional<Decision> standingDecision() {
        return decisions.stream()
                .filter(decision -> decision.kind() == Decision.Kind.FINAL)
                .reduce((earlier, later) -> later);
    }

    /** Returns what stays of the case when it is disposed of: who it was with, and when. */
    public Case disposed(Erasure by) {
        return new Case(
                id,
                head.toBuilder().officer(Optional.empty()).build(),
                List.of(),
                new JsonText("{}"),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(by));
    }

    /** Returns a builder that starts with this case. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Builds a changed {@link Case}; not thread-safe. */
    public static final class Builder {

        private final Case origin;
        private CaseHead head;
        private List<Party> parties;
        private JsonText form;
        private List<Fault> deficiencies;
        private Optional<Approval> approval;
        private List<CaseDocument> documents;
        private List<Request> requests;
        private List<Decision> decisions;
        private List<Appeal> appeals;
        private List<Deadline> deadlines;
        private Optional<JsonText> result;

        Builder(Case origin) {
            this.origin = origin;
            this.head = origin.head();
            this.parties = origin.parties();
            this.form = origin.form();
            this.deficiencies = origin.deficiencies();
            this.approval = origin.approval();
            this.documents = origin.documents();
            this.requests = origin.requests();
            this.decisions = origin.decisions();
            this.appeals = origin.appeals();
            this.deadlines = origin.deadlines();
            this.result = origin.result();
        }

        /** Sets the head. */
        public Builder head(CaseHead changed) {
            head = changed;
            return this;
        }

        /** Sets the parties. */
        public Builder parties(List<Party> changed) {
            parties = changed;
            return this;
        }

        /** Adds a party. */
        public Builder addParty(Party added) {
            parties = with(parties, List.of(added));
            return this;
        }

        /** Puts {@code changed} in the place of the party with its id. */
        public Builder party(Party changed) {
            parties = parties.stream()
                    .map(each -> each.id().equals(changed.id()) ? changed : each)
                    .toList();
            return this;
        }

        /** Sets what is filled in and what it still lacks. */
        public Builder form(JsonText changed, List<Fault> lacking) {
            form = changed;
            deficiencies = lacking;
            return this;
        }

        /** Sets how far those who must agree have agreed. */
        public Builder approval(Approval reached) {
            approval = Optional.of(reached);
            return this;
        }

        /** Adds documents after those there are. */
        public Builder addDocuments(List<CaseDocument> added) {
            documents = with(documents, added);
            return this;
        }

        /** Sets the documents. */
        public Builder documents(List<CaseDocument> changed) {
            documents = changed;
            return this;
        }

        /** Sets the requests. */
        public Builder requests(List<Request> changed) {
            requests = changed;
            return this;
        }

        /** Puts {@code changed} in the place of the request with its id. */
        public Builder request(Request changed) {
            requests = requests.stream()
                    .map(each -> each.id().equals(changed.id()) ? changed : each)
                    .toList();
            return this;
        }

        /** Adds a request. */
        public Builder addRequest(Request added) {
            requests = with(requests, List.of(added));
            return this;
        }

        /** Sets the decisions. */
        public Builder decisions(List<Decision> changed) {
            decisions = changed;
            return this;
        }

        /** Adds a decision. */
        public Builder addDecision(Decision added) {
            decisions = with(decisions, List.of(added));
            return this;
        }

        /** Puts {@code changed} in the place of the decision with its id. */
        public Builder decision(Decision changed) {
            decisions = decisions.stream()
                    .map(each -> each.id().equals(changed.id()) ? changed : each)
                    .toList();
            return this;
        }

        /** Adds an appeal. */
        public Builder addAppeal(Appeal added) {
            appeals = with(appeals, List.of(added));
            return this;
        }

        /** Puts {@code changed} in the place of the appeal with its id. */
        public Builder appeal(Appeal changed) {
            appeals = appeals.stream()
                    .map(each -> each.id().equals(changed.id()) ? changed : each)
                    .toList();
            return this;
        }

        /** Sets the deadlines. */
        public Builder deadlines(List<Deadline> changed) {
            deadlines = changed;
            return this;
        }

        /** Adds a deadline. */
        public Builder addDeadline(Deadline added) {
            deadlines = with(deadlines, List.of(added));
            return this;
        }

        /** Sets the result. */
        public Builder result(JsonText reached) {
            result = Optional.of(reached);
            return this;
        }

        /** Returns the changed case. */
        public Case build() {
            return new Case(
                    origin.id(),
                    head,
                    parties,
                    form,
                    deficiencies,
                    approval,
                    documents,
                    requests,
                    decisions,
                    appeals,
                    deadlines,
                    origin.relations(),
                    result,
                    origin.followUpDigest(),
                    origin.disposed());
        }

        private static <T> List<T> with(List<T> there, List<T> added) {
            List<T> all = new ArrayList<>(there);
            all.addAll(added);
            return all;
        }
    }
}
