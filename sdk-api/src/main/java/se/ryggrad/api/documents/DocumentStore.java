package se.ryggrad.api.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.organisation.PrincipalId;

/** Keeps the content of documents, in a stream and never whole in memory. You plug it in. */
public interface DocumentStore {

    /**
     * Keeps {@code content} once, together with its answer.
     *
     * @throws se.ryggrad.api.RyggradException {@code payload-too-large} past the limit, {@code validation}
     *     with {@code digest-mismatch} at the parameter {@code Content-Digest} when the content has another digest than declared;
     *     nothing is kept then. {@code idempotency-conflict} when the key was used for another upload.
     * @throws IOException when {@code content} cannot be read to its end
     */
    Written<StoredDocument> keep(Upload upload, InputStream content, Once<StoredDocument> once) throws IOException;

    /** Returns what {@code claim}'s key is bound to, or nothing. */
    Optional<KeptAnswer> answer(Claim claim);

    /** Returns what is known of those of {@code ids} that exist at {@code principal}; one look-up. */
    List<StoredDocument> find(PrincipalId principal, Set<DocumentId> ids);

    /**
     * Writes part of the content.
     *
     * @param from the first octet, from 0
     * @param length how many octets
     * @throws IOException when {@code target} does not take them
     */
    void copy(DocumentId id, long from, long length, OutputStream target) throws IOException;

    /** Removes what was uploaded before {@code before} and that no case holds. */
    int sweep(Instant before);
}
