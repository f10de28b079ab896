package se.ryggrad.core.jdbc.answers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/** Keeps which idempotency key is bound to which answer. */
public final class AnswerRows {
    private AnswerRows() {}

    /**
     * Claims the key and keeps its answer, one row for both.
     *
     * <p>Of two at once the later waits here for the first to end.
     *
     * @return false when the key was claimed before; nothing is written then
     */
    public static boolean claim(Connection connection, Claim claim, Answer answer, Resource resource)
            throws SQLException {
        return Sql.of(
                                "insert into kept_answer (claim, case_id, claimed_at, request_digest, resource, body)"
                                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                                id(claim),
                                resource.caseId(),
                                claim.at(),
                                claim.requestDigest(),
                                resource.id(),
                                RecordCodec.write(answer))
                        .update(connection)
                == 1;
    }

    /** Returns what the key is bound to, or nothing; an answer that was erased left an empty body. */
    public static Optional<KeptAnswer> find(Connection connection, Claim claim) throws SQLException {
        return Sql.of("select request_digest, resource, body from kept_answer where claim = ?", id(claim))
                .first(
                        connection,
                        row -> new KeptAnswer(
                                row.getString("request_digest"),
                                row.getString("resource"),
                                Optional.of(row.getString("body"))
                                        .filter(body -> !body.isEmpty())
                                        .map(body -> RecordCodec.read(body, Answer.class))));
    }

    /** Takes away what was answered of a case, but the answer of {@code own}; the keys stay bound. */
    public static void erase(Connection connection, UUID caseId, Optional<Claim> own) throws SQLException {
        Sql.of(
                        "update kept_answer set body = '' where case_id = ? and claim <> ?",
                        caseId,
                        own.map(AnswerRows::id).orElse(""))
                .update(connection);
    }

    private static String id(Claim claim) {
        Claim.Scope scope = claim.scope();
        String name = String.join(
                "\n",
                scope.principal().value(),
                scope.actor().value(),
                scope.represented(),
                scope.method(),
                scope.path(),
                claim.key().value().toString());
        return Sha256.hex(name);
    }

    /**
     * Names what a request made or acted on.
     *
     * @param id its id
     * @param caseId the case that the answer goes with
     */
    public record Resource(String id, Optional<UUID> caseId) {}
}
