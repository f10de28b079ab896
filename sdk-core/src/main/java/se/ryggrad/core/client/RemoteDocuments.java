package se.ryggrad.core.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.client.http.Ask;
import se.ryggrad.core.client.http.Calls;
import se.ryggrad.core.client.http.Content;
import se.ryggrad.core.client.http.Reply;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.http.ContentDigest;
import se.ryggrad.core.json.Formats;

/**
 * Sends documents to another system before the case or the action that holds them, and fetches those of a case. They are never
 * whole in memory. Thread-safe.
 */
public final class RemoteDocuments {

    private static final long MOST_BYTES = 1L << 30;

    private final Calls calls;

    RemoteDocuments(Calls calls) {
        this.calls = calls;
    }

    /**
     * Uploads a document, which its caller can use once.
     *
     * @param file its content, which must not change meanwhile
     * @param key names the upload; the same document once more under it is the first
     * @throws IOException when {@code file} cannot be read
     * @throws se.ryggrad.api.RyggradException {@code payload-too-large}, {@code forbidden} and what else {@code POST /documents} answers
     */
    public DocumentId upload(Caller caller, String mediaType, Path file, IdempotencyKey key) throws IOException {
        Ask ask = Ask.write(caller, "/documents", Content.of(mediaType, file), key);
        return calls.send(ask)
                .read(json ->
                        new DocumentId(json.text("id").flatMap(Formats::uuid).orElseThrow()));
    }

    /**
     * Fetches a document of a case; that is a reading of it.
     *
     * @param file takes its content in place of what it held; not to be gone by when this throws
     * @throws IOException when {@code file} cannot be read afterwards
     * @throws java.io.UncheckedIOException when it cannot be written
     * @throws se.ryggrad.api.RyggradException {@code not-found} for what the caller may not see, {@code internal} for another content
     *     than the system says that it is
     */
    public void download(Caller caller, CaseId id, DocumentId document, Path file) throws IOException {
        String path = "/cases/" + id.value() + "/documents/" + document.value();
        Reply reply = calls.receive(Ask.read(caller, path), file, MOST_BYTES);
        try (InputStream octets = Files.newInputStream(file)) {
            String received = Sha256.hex(octets);
            boolean same = reply.header("Repr-Digest")
                    .flatMap(ContentDigest::parse)
                    .filter(received::equals)
                    .isPresent();
            if (!same) {
                throw Reply.otherwise();
            }
        }
    }
}
