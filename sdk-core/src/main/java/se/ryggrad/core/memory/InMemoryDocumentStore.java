package se.ryggrad.core.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.turn.Replays;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.text.Wording;

/** Keeps documents in memory, whole. Thread-safe. */
public final class InMemoryDocumentStore implements DocumentStore {

    private final Map<DocumentId, Held> documents = new LinkedHashMap<>();
    private final KeptAnswers answers = new KeptAnswers();
    private final Clock clock;

    /** Creates a store that takes the time of uploads from {@code clock}. */
    public InMemoryDocumentStore(Clock clock) {
        this.clock = clock;
    }

    private record Held(StoredDocument document, ByteBuffer content) {}

    @Override
    public Written<StoredDocument> keep(Upload upload, InputStream content, Once<StoredDocument> once)
            throws IOException {
        byte[] octets = read(upload, content);
        synchronized (this) {
            Optional<KeptAnswer> before = answers.find(once.claim());
            if (before.isPresent()) {
                return new Written.Again<>(
                        Replays.again(once.claim(), before.get()).orElseThrow());
            }
            StoredDocument document = document(upload, octets);
            Answer answer = once.render().apply(document);
            documents.put(
                    document.id(), new Held(document, ByteBuffer.wrap(octets).asReadOnlyBuffer()));
            answers.keep(once.claim(), document.id().value().toString(), answer);
            return new Written.First<>(document, answer);
        }
    }

    @Override
    public synchronized Optional<KeptAnswer> answer(Claim claim) {
        return answers.find(claim);
    }

    @Override
    public synchronized List<StoredDocument> find(PrincipalId principal, Set<DocumentId> ids) {
        return documents.values().stream()
                .map(Held::document)
                .filter(document -> document.principal().equals(principal) && ids.contains(document.id()))
                .toList();
    }

    @Override
    public void copy(DocumentId id, long from, long length, OutputStream target) throws IOException {
        byte[] part = new byte[Math.toIntExact(length)];
        content(id).get(Math.toIntExact(from), part);
        target.write(part);
    }

    @Override
    public synchronized int sweep(Instant before) {
        Set<DocumentId> unused = documents.values().stream()
                .map(Held::document)
                .filter(document -> !document.used() && document.uploadedAt().isBefore(before))
                .map(StoredDocument::id)
                .collect(Collectors.toSet());
        remove(unused);
        return unused.size();
    }

    /** Removes documents, their content and the answers to their uploads. */
    synchronized void remove(Set<DocumentId> ids) {
        documents.keySet().removeAll(ids);
        answers.forget(ids.stream().map(id -> id.value().toString()).collect(Collectors.toSet()));
    }

    /** Marks documents as used; returns whether all of them could be. */
    synchronized boolean use(Set<DocumentId> ids) {
        boolean free = ids.stream().allMatch(id -> {
            Held held = documents.get(id);
            return held != null && !held.document().used();
        });
        if (free) {
            ids.forEach(id -> documents.computeIfPresent(id, (key, held) -> used(held)));
        }
        return free;
    }

    private synchronized ByteBuffer content(DocumentId id) {
        Held held = documents.get(id);
        if (held == null) {
            throw new IllegalArgumentException("no such document");
        }
        return held.content();
    }

    private static Held used(Held held) {
        StoredDocument plain = held.document();
        return new Held(
                new StoredDocument(
                        plain.id(),
                        plain.principal(),
                        plain.owner(),
                        plain.mediaType(),
                        plain.size(),
                        plain.sha256(),
                        plain.uploadedAt(),
                        true),
                held.content());
    }

    private static byte[] read(Upload upload, InputStream content) throws IOException {
        int limit = Math.toIntExact(Math.min(upload.maximumBytes(), Integer.MAX_VALUE - 16L));
        byte[] octets = content.readNBytes(limit + 1);
        if (octets.length > limit) {
            throw RyggradException.of(ProblemType.PAYLOAD_TOO_LARGE, Wording.text("problem.too-large"));
        }
        if (!Sha256.hex(octets).equals(upload.sha256())) {
            throw RyggradException.validation(List.of(
                    Fault.of("Content-Digest", FaultCode.DIGEST_MISMATCH, Wording.text("fault.digest-mismatch"))));
        }
        return octets;
    }

    private StoredDocument document(Upload upload, byte[] octets) {
        return new StoredDocument(
                DocumentId.random(),
                upload.principal(),
                upload.owner(),
                upload.mediaType(),
                octets.length,
                upload.sha256(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                false);
    }
}
