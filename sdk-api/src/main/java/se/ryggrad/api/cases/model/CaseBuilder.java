package se.ryggrad.api.cases.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.JsonText;

/** Builds a changed {@link Case}; not thread-safe. */
public final class CaseBuilder {

    private final Case origin;
    private CaseHead head;
    private List<Party> parties;
    private JsonText form;
    private List<Fault> deficiencies;
    private List<CaseDocument> documents;
    private List<Request> requests;
    private List<Decision> decisions;
    private Optional<JsonText> result;

    CaseBuilder(Case origin) {
        this.origin = origin;
        this.head = origin.head();
        this.parties = origin.parties();
        this.form = origin.form();
        this.deficiencies = origin.deficiencies();
        this.documents = origin.documents();
        this.requests = origin.requests();
        this.decisions = origin.decisions();
        this.result = origin.result();
    }

    /** Sets the head. */
    public CaseBuilder head(CaseHead changed) {
        head = changed;
        return this;
    }

    /** Sets the parties. */
    public CaseBuilder parties(List<Party> changed) {
        parties = changed;
        return this;
    }

    /** Sets what is filled in and what it still lacks. */
    public CaseBuilder form(JsonText changed, List<Fault> lacking) {
        form = changed;
        deficiencies = lacking;
        return this;
    }

    /** Adds documents after those there are. */
    public CaseBuilder addDocuments(List<CaseDocument> added) {
        documents = with(documents, added);
        return this;
    }

    /** Sets the requests. */
    public CaseBuilder requests(List<Request> changed) {
        requests = changed;
        return this;
    }

    /** Adds a request. */
    public CaseBuilder addRequest(Request added) {
        requests = with(requests, List.of(added));
        return this;
    }

    /** Sets the decisions. */
    public CaseBuilder decisions(List<Decision> changed) {
        decisions = changed;
        return this;
    }

    /** Adds a decision. */
    public CaseBuilder addDecision(Decision added) {
        decisions = with(decisions, List.of(added));
        return this;
    }

    /** Sets the result. */
    public CaseBuilder result(JsonText reached) {
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
                documents,
                requests,
                decisions,
                origin.relations(),
                result,
                origin.followUpDigest());
    }

    private static <T> List<T> with(List<T> there, List<T> added) {
        List<T> all = new ArrayList<>(there);
        all.addAll(added);
        return all;
    }
}
