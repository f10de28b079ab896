package se.ryggrad.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.core.jdbc.sql.Dialect;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/** Writes the rows of a case: the case itself, its parties, working papers and claimed documents. */
final class CaseRows {
    private static final String PARTY =
            "party, identity_scheme, identity_value, may_see, valid_from, valid_until, protection";
    private static final List<String> PARTY_TYPES =
            List.of("uuid", "varchar", "varchar", "boolean", "date", "date", "varchar");
    private static final String ANSWERED_ELSEWHERE =
            "(select max(k.protection) from case_party k where k.principal = %s"
                    + " and k.identity_scheme = %s and k.identity_value = %s)";

    private static final String KEPT = "party, identity_scheme, identity_value, may_see, valid_from, valid_until,"
            + " case when protection is null and identity_scheme in ('PERSONNUMMER', 'SAMORDNINGSNUMMER', 'PRID') then "
            + ANSWERED_ELSEWHERE.formatted("changed.principal", "party_row.identity_scheme", "party_row.identity_value")
            + " else protection end";

    private CaseRows() {}

    /** Adds a new case with its parties, in one statement. */
    static void insert(Connection connection, Dialect dialect, ChangeSet change) throws SQLException {
        Case added = change.after();
        Sql insert = insertion(change);
        if (!added.parties().isEmpty()) {
            insert = dialect.changing(
                            insert,
                            "case_party (case_id, principal, " + PARTY + ")",
                            "changed.id, changed.principal, " + KEPT)
                    .joinRows("party_row", PARTY, PARTY_TYPES, parties(added));
        }
        insert.update(connection);
    }

    private static Sql insertion(ChangeSet change) {
        Case added = change.after();
        CaseHead head = added.head();
        return Sql.of(
                "insert into stored_case (id, principal, authority, unit, officer, service, status,"
                        + " registry_number, received_at, updated_at, version, assurance_rank,"
                        + " represented_by, guardian_below_age, secret, follow_up_digest, earliest_due_on, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as date), ?)",
                added.id().value(),
                head.principal().value(),
                head.authority().value(),
                head.unit().value(),
                officer(head),
                head.service().id().value(),
                head.status().name(),
                head.registryNumber(),
                head.receivedAt(),
                head.updatedAt(),
                head.version().number(),
                change.assurance().map(AssuranceLevel::rank),
                RepresentedBy.kinds(change.representedBy()),
                change.representedBy().guardianSight().belowAge(),
                change.secret(),
                added.followUpDigest(),
                earliestDueOn(added),
                PartyProtection.body(added));
    }

    /** Replaces a case that still has the expected version; returns false when it has another. */
    static boolean update(Connection connection, ChangeSet change) throws SQLException {
        return change.events().isEmpty() ? stands(connection, change) : replace(connection, change);
    }

    /** Holds a case that nothing but working papers changes, so that nobody closes it meanwhile. */
    private static boolean stands(Connection connection, ChangeSet change) throws SQLException {
        return Sql.of(
                        "select version from stored_case where id = ? and principal = ? and version = ? for update",
                        change.after().id().value(),
                        change.after().head().principal().value(),
                        change.expected().number())
                .first(connection, row -> row.getLong("version"))
                .isPresent();
    }

    private static boolean replace(Connection connection, ChangeSet change) throws SQLException {
        Case after = change.after();
        CaseHead head = after.head();
        int rows = Sql.of(
                        "update stored_case set authority = ?, unit = ?, officer = ?, status = ?, registry_number = ?,"
                                + " updated_at = ?, version = ?, secret = ?, follow_up_digest = ?,"
                                + " earliest_due_on = cast(? as date), body = ?"
                                + " where id = ? and principal = ? and version = ?",
                        head.authority().value(),
                        head.unit().value(),
                        officer(head),
                        head.status().name(),
                        head.registryNumber(),
                        head.updatedAt(),
                        head.version().number(),
                        change.secret(),
                        after.followUpDigest(),
                        earliestDueOn(after),
                        PartyProtection.body(after),
                        after.id().value(),
                        head.principal().value(),
                        change.expected().number())
                .update(connection);
        if (rows == 1) {
            Sql.of("delete from case_party where case_id = ?", after.id().value())
                    .update(connection);
            insertParties(connection, after);
        }
        return rows == 1;
    }

    /** Marks documents as used; returns false when one is unknown or used already. */
    static boolean use(Connection connection, ChangeSet change) throws SQLException {
        List<UUID> ids = change.used().stream().map(DocumentId::value).sorted().toList();
        if (ids.isEmpty()) {
            return true;
        }
        int rows = Sql.of(
                        "update stored_document set case_id = ? where principal = ? and case_id is null and id in ",
                        change.after().id().value(),
                        change.after().head().principal().value())
                .addAll(ids)
                .update(connection);
        return rows == ids.size();
    }

    /** Adds and removes working papers. */
    static void keepMemos(Connection connection, ChangeSet change) throws SQLException {
        UUID caseId = change.after().id().value();
        for (Memo memo : change.memos().added()) {
            Sql.of(
                            "insert into case_memo (case_id, id, written_at, body) values (?, ?, ?, ?)",
                            caseId,
                            memo.id(),
                            memo.writtenAt(),
                            RecordCodec.write(memo))
                    .update(connection);
        }
        if (!change.memos().removed().isEmpty()) {
            Sql.of("delete from case_memo where case_id = ? and id in ", caseId)
                    .addAll(change.memos().removed())
                    .update(connection);
        }
    }

    /** Removes what lies beside a case: its documents and working papers. */
    static void empty(Connection connection, UUID caseId) throws SQLException {
        DocumentContent.remove(
                connection,
                Sql.of("select id from stored_document where case_id = ?", caseId)
                        .list(connection, row -> row.getObject("id", UUID.class)));
        Sql.of("delete from case_memo where case_id = ?", caseId).update(connection);
    }

    private static void insertParties(Connection connection, Case added) throws SQLException {
        if (added.parties().isEmpty()) {
            return;
        }
        Sql insert = Sql.of("insert into case_party (case_id, principal, " + PARTY + ") values ");
        String separator = "";
        String principal = added.head().principal().value();
        for (Party party : added.parties()) {
            insert.add(separator + "(?, ?, ", added.id().value(), principal)
                    .add("?, ?, ?, ?, ?, cast(? as date), coalesce(cast(? as varchar), ", row(party));
            if (party.person()) {
                insert.add(
                        ANSWERED_ELSEWHERE.formatted("?", "?", "?"),
                        principal,
                        party.identity().scheme().name(),
                        party.identity().value());
            } else {
                insert.add("cast(null as varchar)");
            }
            insert.add("))");
            separator = ", ";
        }
        insert.update(connection);
    }

    private static List<Object[]> parties(Case added) {
        return added.parties().stream().map(CaseRows::row).toList();
    }

    private static Object[] row(Party party) {
        return new Object[] {
            party.id().value(),
            party.identity().scheme().name(),
            party.identity().value(),
            party.may(Party.Right.SEE),
            party.from(),
            party.until(),
            party.protection().map(PartyProtection::column)
        };
    }

    private static Optional<LocalDate> earliestDueOn(Case written) {
        return written.head().status() == CaseStatus.CLOSED
                ? Optional.empty()
                : written.openRequests().stream()
                        .flatMap(request -> request.runsUntil().stream())
                        .min(Comparator.naturalOrder());
    }

    private static Optional<String> officer(CaseHead head) {
        return head.officer().map(OfficerRef::officer).map(id -> id.value());
    }
}
