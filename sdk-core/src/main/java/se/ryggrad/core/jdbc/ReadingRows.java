package se.ryggrad.core.jdbc;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.LoggedReading;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.chain.ReadingContent;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Seals and erases readings. Whoever does either holds the head of the authority's log meanwhile, so that the two never
 * wait crosswise for each other's rows; whoever records holds nothing.
 */
final class ReadingRows {
    /** So many get their place in one transaction, which is short then and needs little memory. */
    static final int BATCH = 1000;

    private static final Dice DICE = new Dice(new SecureRandom());
    private static final String KEY = " where case_id = ? and id = ?";

    private ReadingRows() {}

    /**
     * Gives the next {@link #BATCH} readings of an authority their places, the earliest of them first.
     *
     * @return whether there may be more
     */
    static boolean seal(Connection connection, PrincipalId principal, AuthorityId authority, AccessLog.Chain chain)
            throws SQLException {
        AuditHead head = hold(connection, principal, authority);
        List<Row> rows = digested(connection, waiting(principal, authority).list(connection, Row::of));
        List<Object[]> places = new ArrayList<>();
        for (Row row : rows.stream().sorted(Row.EARLIEST_FIRST).toList()) {
            head = chain.after(head, row.contentDigest().orElseThrow());
            places.add(new Object[] {head.sequence(), head.hash(), row.caseId(), row.id()});
        }
        if (!places.isEmpty()) {
            Sql.updateEach(connection, "update case_reading set sequence = ?, hash = ?" + KEY, places);
            Sql.of(
                            "update access_log_head set sequence = ?, hash = ? where principal = ? and authority = ?",
                            head.sequence(),
                            head.hash(),
                            principal.value(),
                            authority.value())
                    .update(connection);
        }
        return rows.size() == BATCH;
    }

    /** Takes away what readings of a case told, only those up to a moment where one is named; digest and place stay. */
    static int erase(Connection connection, PrincipalId principal, CaseId id, Optional<Instant> until)
            throws SQLException {
        String ofCase = " where case_id = ? and principal = ? and body is not null";
        List<String> authorities = Sql.of(
                        "select distinct authority from case_reading" + ofCase + " order by authority",
                        id.value(),
                        principal.value())
                .list(connection, row -> row.getString("authority"));
        for (String authority : authorities) {
            hold(connection, principal, new AuthorityId(authority));
        }
        Sql undigested = Sql.of(Row.SELECT + ofCase + " and content_digest is null", id.value(), principal.value());
        digested(connection, undigested.list(connection, Row::of));
        Sql erasing = Sql.of(
                "update case_reading set body = null, salt = null, read_at = null" + ofCase,
                id.value(),
                principal.value());
        until.ifPresent(moment -> erasing.add(" and read_at <= ?", moment));
        return erasing.update(connection);
    }

    /** Returns the query for the head of a log. */
    static Sql head(PrincipalId principal, AuthorityId authority) {
        return Sql.of(
                "select sequence, hash from access_log_head where principal = ? and authority = ?",
                principal.value(),
                authority.value());
    }

    /** Reads the head of a log. */
    static AuditHead head(ResultSet row) throws SQLException {
        return new AuditHead(row.getLong("sequence"), row.getString("hash"));
    }

    /** Waits until nobody else seals or erases in the log, holds it to the end of the transaction and returns its head. */
    private static AuditHead hold(Connection connection, PrincipalId principal, AuthorityId authority)
            throws SQLException {
        Sql held = head(principal, authority).add(" for update");
        Optional<AuditHead> found = held.first(connection, ReadingRows::head);
        if (found.isPresent()) {
            return found.get();
        }
        Sql.of(
                        "insert into access_log_head (principal, authority, sequence, hash) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        principal.value(),
                        authority.value(),
                        AuditHead.START.sequence(),
                        AuditHead.START.hash())
                .update(connection);
        return held.first(connection, ReadingRows::head).orElseThrow();
    }

    /** Finds readings without a place in the order of the index, so that a backlog is never sorted whole. */
    private static Sql waiting(PrincipalId principal, AuthorityId authority) {
        return Sql.of(
                Row.SELECT + " where principal = ? and authority = ? and sequence is null"
                        + " order by principal, authority, sequence limit ?",
                principal.value(),
                authority.value(),
                BATCH);
    }

    /** Gives salt and digest to those that are from before there were any, and returns all. */
    private static List<Row> digested(Connection connection, List<Row> rows) throws SQLException {
        List<Row> all = new ArrayList<>();
        List<Object[]> added = new ArrayList<>();
        for (Row row : rows) {
            Row with = row;
            if (row.contentDigest().isEmpty()) {
                LoggedReading salted = row.salted(DICE.salt());
                added.add(new Object[] {salted.salt(), salted.contentDigest(), row.caseId(), row.id()});
                with = row.with(salted.contentDigest());
            }
            all.add(with);
        }
        if (!added.isEmpty()) {
            Sql.updateEach(connection, "update case_reading set salt = ?, content_digest = ?" + KEY, added);
        }
        return all;
    }

    /**
     * Is what sealing needs of a row: the digest, or else the reading that it is reckoned from.
     *
     * @param caseId the case
     * @param id the reading's id
     * @param authority whose log it belongs to
     * @param at when it was; absent for one that was erased
     * @param contentDigest absent for one that is from before there were digests
     * @param reading only where there is no digest
     */
    private record Row(
            UUID caseId,
            UUID id,
            AuthorityId authority,
            Optional<Instant> at,
            Optional<String> contentDigest,
            Optional<Reading> reading) {

        static final String SELECT = "select case_id, id, authority, read_at, content_digest,"
                + " case when content_digest is null then body end as undigested from case_reading";
        static final Comparator<Row> EARLIEST_FIRST =
                Comparator.comparing((Row row) -> row.at().orElse(Instant.MIN)).thenComparing(Row::id);

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("case_id", UUID.class),
                    row.getObject("id", UUID.class),
                    new AuthorityId(row.getString("authority")),
                    Sql.maybeInstant(row, "read_at"),
                    Optional.ofNullable(row.getString("content_digest")),
                    Optional.ofNullable(row.getString("undigested"))
                            .map(body -> RecordCodec.read(body, Reading.class)));
        }

        LoggedReading salted(byte[] salt) {
            return ReadingContent.salted(authority, new CaseId(caseId), reading.orElseThrow(), salt);
        }

        Row with(String digest) {
            return new Row(caseId, id, authority, at, Optional.of(digest), Optional.empty());
        }
    }
}
