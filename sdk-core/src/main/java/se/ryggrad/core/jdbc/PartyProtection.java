package se.ryggrad.core.jdbc;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Keeps beside each party what registries last answered of their protection, so that an answer reaches all cases of a
 * person without a change of any of them.
 */
final class PartyProtection {
    /** Selects a case with what {@link #read} needs. */
    static final String SELECT =
            "select body, (select string_agg(cast(p.party as varchar(36)) || '=' || p.protection, ' ')"
                    + " from case_party p where p.case_id = c.id and p.protection is not null) as protections"
                    + " from stored_case c";

    private static final List<String> PERSONS = Arrays.stream(IdentityScheme.values())
            .filter(IdentityScheme::person)
            .map(IdentityScheme::name)
            .toList();

    private PartyProtection() {}

    /** Returns the case of a row of {@link #SELECT}. */
    static Case read(ResultSet row) throws SQLException {
        Case read = RecordCodec.read(row.getString("body"), Case.class);
        Map<UUID, Protection> kept = kept(row.getString("protections"));
        return kept.isEmpty()
                ? read
                : read.toBuilder()
                        .parties(read.parties().stream()
                                .map(party -> party.protectedBy(
                                        Optional.ofNullable(kept.get(party.id().value()))))
                                .toList())
                        .build();
    }

    /** Returns the text of a case, in which no protection stands. */
    static String body(Case written) {
        return RecordCodec.write(written.toBuilder()
                .parties(written.parties().stream()
                        .map(party -> party.protectedBy(Optional.empty()))
                        .toList())
                .build());
    }

    /** Adds what holds for a case without a protected party. */
    static void nobody(Sql sql, boolean answeredOnly) {
        sql.add("not exists (select 1 from case_party p where p.case_id = c.id and (p.protection <> ''");
        if (answeredOnly) {
            sql.add(" or (p.protection is null and p.identity_scheme in ")
                    .addAll(PERSONS)
                    .add(")");
        }
        sql.add("))");
    }

    /** Returns what the column holds; a text of the registry's own has no character that means something here. */
    static String column(Protection protection) {
        return URLEncoder.encode(protection.code(), StandardCharsets.UTF_8);
    }

    /** Returns the statement that finds persons without an answer in the cases of {@code query}. */
    static Sql unanswered(CaseQuery query) {
        return Sql.of(
                        "select distinct identity_scheme, identity_value from case_party where principal = ?"
                                + " and (protection is null or protection = ?) and identity_scheme in ",
                        query.principal().value(),
                        column(Protection.UNKNOWN))
                .addAll(PERSONS)
                .add(" and case_id in (")
                .add(new CaseListing(query).ids())
                .add(") limit ?", query.page().limit());
    }

    /** Returns the person of a row of {@link #unanswered}. */
    static Identity person(ResultSet row) throws SQLException {
        return new Identity(IdentityScheme.valueOf(row.getString("identity_scheme")), row.getString("identity_value"));
    }

    /** Keeps answers in every case of each person: one statement for those of one scheme who have the same. */
    static int learn(Connection connection, PrincipalId principal, Map<Identity, Protection> answers)
            throws SQLException {
        int rows = 0;
        for (Protection answer : new HashSet<>(answers.values())) {
            Map<IdentityScheme, Set<String>> numbers = answers.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(answer))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.groupingBy(
                            Identity::scheme, Collectors.mapping(Identity::value, Collectors.toSet())));
            for (Map.Entry<IdentityScheme, Set<String>> some : numbers.entrySet()) {
                rows += learning(principal, some.getKey(), answer)
                        .addAll(some.getValue())
                        .update(connection);
            }
        }
        return rows;
    }

    private static Sql learning(PrincipalId principal, IdentityScheme scheme, Protection answer) {
        Sql sql = Sql.of("update case_party set protection = ? where (protection is null", column(answer));
        if (answer.answered()) {
            sql.add(" or protection <> ?", column(answer));
        }
        return sql.add(
                ") and principal = ? and identity_scheme = ? and identity_value in ", principal.value(), scheme.name());
    }

    private static Map<UUID, Protection> kept(@Nullable String protections) {
        Map<UUID, Protection> kept = new HashMap<>();
        if (protections != null) {
            for (String entry : protections.split(" ", -1)) {
                int sign = entry.indexOf('=');
                String code = URLDecoder.decode(entry.substring(sign + 1), StandardCharsets.UTF_8);
                kept.put(UUID.fromString(entry.substring(0, sign)), new Protection(code));
            }
        }
        return kept;
    }
}
