package se.ryggrad.core.json.cases.client;

import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.core.json.JsonTree;

/** Writes the body of {@code POST /cases/searches}. */
public final class SearchWriter {

    private SearchWriter() {}

    /** Writes {@code search}. */
    public static JsonTree.ObjectNode search(CaseQuery.Search search) {
        return JsonTree.object()
                .putIf("identity", search.party().map(PartyWriter::identity))
                .putText("registryNumber", search.registryNumber())
                .build();
    }
}
