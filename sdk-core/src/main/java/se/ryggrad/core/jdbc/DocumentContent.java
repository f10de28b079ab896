package se.ryggrad.core.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.Sql;

/** Moves the content of documents in pieces, so that no more than one piece is in memory, and removes it. */
final class DocumentContent {
    static final int CHUNK = 256 * 1024;

    private DocumentContent() {}

    /**
     * Writes {@code content} as the pieces of {@code document}.
     *
     * @throws RyggradException {@code payload-too-large} past {@code maximum}
     */
    static Written write(Connection connection, UUID document, InputStream content, long maximum)
            throws SQLException, IOException {
        DigestInputStream digested = new DigestInputStream(content, sha256());
        long size = 0;
        for (byte[] chunk = digested.readNBytes(CHUNK); chunk.length > 0; chunk = digested.readNBytes(CHUNK)) {
            if (size + chunk.length > maximum) {
                throw RyggradException.of(
                        ProblemType.PAYLOAD_TOO_LARGE,
                        new LocalizedText("Handlingen är för stor.", "The document is too large."));
            }
            Sql.of(
                            "insert into document_chunk (document, first_octet, content) values (?, ?, ?)",
                            document,
                            size,
                            chunk)
                    .update(connection);
            size += chunk.length;
        }
        return new Written(
                size, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    }

    /** Copies {@code length} octets from {@code from} on to {@code target}, one statement a piece. */
    static void copy(Jdbc jdbc, UUID document, long from, long length, OutputStream target) throws IOException {
        long position = from;
        long end = from + length;
        while (position < end) {
            long first = position - position % CHUNK;
            byte[] chunk = jdbc.run(connection -> chunk(connection, document, first))
                    .orElseThrow(() -> new IOException("the document ends too early"));
            int offset = (int) (position - first);
            int count = (int) Math.min(chunk.length - offset, end - position);
            if (count <= 0) {
                throw new IOException("the document ends too early");
            }
            target.write(chunk, offset, count);
            position += count;
        }
    }

    /** Removes documents with all that is known of them, and the answers to their uploads. */
    static void remove(Connection connection, List<UUID> documents) throws SQLException {
        if (documents.isEmpty()) {
            return;
        }
        Sql.of("delete from document_chunk where document in ")
                .addAll(documents)
                .update(connection);
        Sql.of("delete from stored_document where id in ").addAll(documents).update(connection);
        Sql.of("delete from kept_answer where case_id is null and resource in ")
                .addAll(documents.stream().map(UUID::toString).toList())
                .update(connection);
    }

    private static Optional<byte[]> chunk(Connection connection, UUID document, long first) throws SQLException {
        return Sql.of("select content from document_chunk where document = ? and first_octet = ?", document, first)
                .first(connection, row -> row.getBytes("content"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /**
     * Tells what was written.
     *
     * @param size octets
     * @param sha256 lower-case hex
     */
    record Written(long size, String sha256) {}
}
