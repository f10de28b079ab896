package se.ryggrad.api.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;

/** Takes documents in before a case uses them, and gives their content out again. */
public interface Documents {

    /**
     * Keeps a document that its uploader can use once in a case.
     *
     * @param mediaType the declared media type
     * @param sha256 the declared digest (RFC 9530), lower-case hex
     * @throws se.ryggrad.api.RyggradException {@code not-authenticated} without a token unless a service
     *     takes cases without one; as {@link DocumentStore#keep} does
     * @throws IOException when {@code content} cannot be read to its end
     */
    Written<StoredDocument> upload(
            Caller caller, String mediaType, String sha256, InputStream content, Once<StoredDocument> once)
            throws IOException;

    /**
     * Writes part of the content of a document that the caller was found to see.
     *
     * @param from the first octet, from 0
     * @param length how many octets
     * @throws IOException when {@code target} does not take them
     */
    void copy(DocumentId id, long from, long length, OutputStream target) throws IOException;
}
