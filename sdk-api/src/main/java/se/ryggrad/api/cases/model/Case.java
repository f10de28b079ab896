package se.ryggrad.api.cases.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.Fault;
import se.ryggrad.api.JsonText;

/**
 * Is a case (ärende): everything that a page about it needs, but its events.
 *
 * @param id its id
 * @param head what identifies and places it
 * @param parties whom it concerns
 * @param form what was filled in
 * @param deficiencies what a case with gaps lacks
 * @param documents its documents, by number
 * @param requests what was asked, oldest first
 * @param decisions its decisions, oldest first
 * @param relations other cases
 * @param result what a case without decision ended with
 * @param followUpDigest SHA-256 of the code by which an anonymous submitter follows it, lower-case hex
 */
public record Case(
        CaseId id,
        CaseHead head,
        List<Party> parties,
        JsonText form,
        List<Fault> deficiencies,
        List<CaseDocument> documents,
        List<Request> requests,
        List<Decision> decisions,
        List<Relation> relations,
        Optional<JsonText> result,
        Optional<String> followUpDigest) {

    /** Copies the lists. */
    public Case {
        parties = List.copyOf(parties);
        deficiencies = List.copyOf(deficiencies);
        documents = List.copyOf(documents);
        requests = List.copyOf(requests);
        decisions = List.copyOf(decisions);
        relations = List.copyOf(relations);
    }

    /** Returns the requests that await an answer: what the case is waiting for. */
    public List<Request> openRequests() {
        return requests.stream().filter(Request::open).toList();
    }

    /** Returns the party with {@code wanted}, or nothing. */
    public Optional<Party> party(PartyId wanted) {
        return parties.stream().filter(party -> party.id().equals(wanted)).findFirst();
    }

    /** Returns the request with {@code wanted}, or nothing. */
    public Optional<Request> request(UUID wanted) {
        return requests.stream().filter(request -> request.id().equals(wanted)).findFirst();
    }

    /** Returns the decision with {@code wanted}, or nothing. */
    public Optional<Decision> decision(UUID wanted) {
        return decisions.stream()
                .filter(decision -> decision.id().equals(wanted))
                .findFirst();
    }

    /** Returns a builder that starts with this case. */
    public CaseBuilder toBuilder() {
        return new CaseBuilder(this);
    }
}
