package se.ryggrad.core.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.documents.Documents;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.core.cases.Replays;
import se.ryggrad.core.text.Wording;

/** Takes uploads from those who can use them in a case (CASE-030, CASE-036). */
public final class DocumentDesk implements Documents {

    private static final String OPEN_SCOPE = "cases:open";
    private static final Set<String> OFFICER_GROUPS = Set.of(OfficerGroup.CASE_OFFICER, OfficerGroup.REGISTRAR);

    private final DocumentStore store;
    private final ServiceStore services;
    private final long maximumBytes;

    /**
     * Creates the desk.
     *
     * @param services tell whether anybody may upload without a token
     * @param maximumBytes the limit in {@code /capabilities}
     */
    public DocumentDesk(DocumentStore store, ServiceStore services, long maximumBytes) {
        this.store = store;
        this.services = services;
        this.maximumBytes = maximumBytes;
    }

    @Override
    public Written<StoredDocument> upload(
            Caller caller, String mediaType, String sha256, InputStream content, Once<StoredDocument> once)
            throws IOException {
        entitled(caller);
        Optional<Written<StoredDocument>> before =
                store.answer(once.claim()).map(kept -> new Written.Again<>(Replays.again(once.claim(), kept)));
        if (before.isPresent()) {
            return before.get();
        }
        Upload upload = new Upload(caller.principal(), caller.actor().id(), mediaType, sha256, maximumBytes);
        return store.keep(upload, content, once);
    }

    @Override
    public void copy(DocumentId id, long from, long length, OutputStream target) throws IOException {
        store.copy(id, from, length, target);
    }

    private void entitled(Caller caller) {
        Actor actor = caller.actor();
        if (actor instanceof Actor.Anonymous
                && services.current(caller.principal()).stream().noneMatch(ServiceDefinition::anonymous)) {
            throw RyggradException.of(ProblemType.NOT_AUTHENTICATED, Wording.text("problem.not-authenticated"));
        }
        boolean idle = actor instanceof Actor.Officer of
                && of.groups().stream().noneMatch(group -> OFFICER_GROUPS.contains(group.name()));
        boolean narrow = actor instanceof Actor.SystemActor of && !of.scopes().contains(OPEN_SCOPE);
        if (idle || narrow) {
            throw RyggradException.of(ProblemType.FORBIDDEN, Wording.text("problem.forbidden"));
        }
    }
}
