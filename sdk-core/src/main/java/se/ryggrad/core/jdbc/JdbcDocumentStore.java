package se.ryggrad.core.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
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
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.answers.AnswerRows;
import se.ryggrad.core.jdbc.answers.AnswerRows.Resource;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;

/** Keeps documents in the database beside their cases, so that one backup holds both. Thread-safe. */
public final class JdbcDocumentStore implements DocumentStore {
    private static final String COLUMNS = "id, principal, owner, media_type, size, sha256, uploaded_at, case_id";
    private static final LocalizedText OTHER_DIGEST = new LocalizedText(
            "Innehållet har en annan kontrollsumma än den angivna.", "The content has another digest than declared.");
    private static final LocalizedText OTHER_UPLOAD = new LocalizedText(
            "Nyckeln har redan använts för ett annat dokument.", "The key was used for another document before.");

    private final Jdbc jdbc;

    /** Creates the store on a database that {@link SchemaMigration} has prepared. */
    public JdbcDocumentStore(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public Written<StoredDocument> keep(Upload upload, InputStream content, Once<StoredDocument> once)
            throws IOException {
        try {
            Optional<Written<StoredDocument>> first =
                    jdbc.stream(connection -> write(connection, upload, content, once));
            return first.isPresent() ? first.get() : new Written.Again<>(replay(once.claim()));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    @Override
    public Optional<KeptAnswer> answer(Claim claim) {
        return jdbc.run(connection -> AnswerRows.find(connection, claim));
    }

    @Override
    public List<StoredDocument> find(PrincipalId principal, Set<DocumentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Sql sql = Sql.of(
                        "select " + COLUMNS + " from stored_document where principal = ? and id in ", principal.value())
                .addAll(ids.stream().map(DocumentId::value).sorted().toList());
        return jdbc.run(connection -> sql.list(connection, JdbcDocumentStore::document));
    }

    @Override
    public void copy(DocumentId id, long from, long length, OutputStream target) throws IOException {
        DocumentContent.copy(jdbc, id.value(), from, length, target);
    }

    @Override
    public int sweep(Instant before) {
        return jdbc.transaction(connection -> {
            List<UUID> unused = Sql.of(
                            "select id from stored_document where case_id is null and uploaded_at < ? for update",
                            before)
                    .list(connection, row -> row.getObject("id", UUID.class));
            DocumentContent.remove(connection, unused);
            return unused.size();
        });
    }

    private static Jdbc.Outcome<Written<StoredDocument>> write(
            Connection connection, Upload upload, InputStream content, Once<StoredDocument> once) throws SQLException {
        UUID id = UUID.randomUUID();
        Instant at = once.claim().at().truncatedTo(ChronoUnit.MILLIS);
        insert(connection, id, upload, at);
        DocumentContent.Written written;
        try {
            written = DocumentContent.write(connection, id, content, upload.maximumBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!written.sha256().equals(upload.sha256())) {
            throw RyggradException.validation(
                    List.of(Fault.of("Content-Digest", FaultCode.DIGEST_MISMATCH, OTHER_DIGEST)));
        }
        Sql.of("update stored_document set size = ? where id = ?", written.size(), id)
                .update(connection);
        StoredDocument document = described(id, upload, written.size(), at);
        Answer answer = once.render().apply(document);
        return AnswerRows.claim(connection, once.claim(), answer, new Resource(id.toString(), Optional.empty()))
                ? Jdbc.Outcome.commit(new Written.First<>(document, answer))
                : Jdbc.Outcome.rollback(Optional.empty());
    }

    private static void insert(Connection connection, UUID id, Upload upload, Instant at) throws SQLException {
        Sql.of(
                        "insert into stored_document (" + COLUMNS + ") values (?, ?, ?, ?, 0, ?, ?, null)",
                        id,
                        upload.principal().value(),
                        upload.owner().value(),
                        upload.mediaType(),
                        upload.sha256(),
                        at)
                .update(connection);
    }

    private Answer replay(Claim claim) {
        KeptAnswer first = answer(claim).orElseThrow(() -> new IllegalStateException("the key is claimed"));
        if (!first.requestDigest().equals(claim.requestDigest())) {
            throw RyggradException.of(new Problem(
                    ProblemType.IDEMPOTENCY_CONFLICT,
                    OTHER_UPLOAD,
                    List.of(),
                    Optional.of(first.resource()),
                    Optional.empty()));
        }
        return first.answer().orElseThrow();
    }

    private static StoredDocument described(UUID id, Upload upload, long size, Instant at) {
        return new StoredDocument(
                new DocumentId(id),
                upload.principal(),
                upload.owner(),
                upload.mediaType(),
                size,
                upload.sha256(),
                at,
                false);
    }

    private static StoredDocument document(ResultSet row) throws SQLException {
        return new StoredDocument(
                new DocumentId(row.getObject("id", UUID.class)),
                new PrincipalId(row.getString("principal")),
                new ActorId(row.getString("owner")),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                Sql.instant(row, "uploaded_at"),
                row.getObject("case_id", UUID.class) != null);
    }
}
