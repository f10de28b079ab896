package se.ryggrad.core.jdbc;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.jdbc.sql.Sql;

/** Turns a query for a list into one statement: what is out of sight is never read. */
final class CaseListing {
    private final CaseQuery query;

    CaseListing(CaseQuery query) {
        this.query = query;
    }

    /** Returns the statement for the page and one case more, which tells whether another page follows. */
    Sql page() {
        Sql sql = where(Sql.of("select body from stored_case c where "));
        String order = query.filter().updatedSince().isPresent() ? "updated_at, id" : "received_at desc, id";
        return sql.add(
                " order by " + order + " limit ? offset ?",
                query.page().limit() + 1,
                query.page().offset());
    }

    /** Returns the statement for the ids of all cases. */
    Sql ids() {
        return where(Sql.of("select id from stored_case c where "));
    }

    /** Returns the statement for the number of all cases. */
    Sql total() {
        return where(Sql.of("select count(*) as total from stored_case c where "));
    }

    private Sql where(Sql sql) {
        sql.add("principal = ? and (", query.principal().value());
        if (query.sight().entries().isEmpty()) {
            sql.add("false");
        }
        String separator = "";
        for (Sight.Entry entry : query.sight().entries()) {
            see(sql.add(separator), entry);
            separator = " or ";
        }
        sql.add(")");
        query.sight()
                .level()
                .ifPresent(level -> sql.add(" and (assurance_rank is null or assurance_rank <= ?)", level.rank()));
        keep(sql);
        query.search().ifPresent(search -> find(sql, search));
        return filter(sql);
    }

    private void see(Sql sql, Sight.Entry entry) {
        if (entry instanceof Sight.Entry.OwnCases own) {
            seeOwn(sql, own.identity());
        } else if (entry instanceof Sight.Entry.RepresentedCases represented) {
            RepresentedBy.reach(sql.add("("), represented);
            seeOwn(sql.add(" and "), represented.identity());
            sql.add(")");
        } else if (entry instanceof Sight.Entry.AuthorityCases all) {
            sql.add("(authority = ?", all.authority().value());
            bound(sql, all.protectedToo());
        } else if (entry instanceof Sight.Entry.OpenCases open) {
            sql.add("(authority = ? and secret = false", open.authority().value());
            bound(sql, open.protectedToo());
        } else if (entry instanceof Sight.Entry.UnitCases some) {
            List<String> units = some.units().stream().map(UnitId::value).toList();
            if (units.isEmpty()) {
                sql.add("false");
            } else {
                sql.add("(authority = ? and unit in ", some.authority().value()).addAll(units);
                bound(sql, some.protectedToo());
            }
        }
    }

    private void bound(Sql sql, boolean protectedToo) {
        if (!protectedToo) {
            PartyProtection.nobody(sql.add(" and "), query.sight().answeredOnly());
        }
        sql.add(")");
    }

    private void seeOwn(Sql sql, Identity identity) {
        sql.add(
                "id in (select case_id from case_party p where p.principal = ? and p.identity_scheme = ?"
                        + " and p.identity_value = ? and p.may_see and p.valid_until is null)",
                query.principal().value(),
                identity.scheme().name(),
                identity.value());
    }

    private void keep(Sql sql) {
        Map<IdentityScheme, List<Identity>> parties =
                query.sight().keptFrom().stream().collect(Collectors.groupingBy(Identity::scheme));
        parties.forEach((scheme, some) -> sql.add(
                        " and not exists (select 1 from case_party p where p.case_id = c.id and p.principal = ?"
                                + " and p.valid_until is null and p.identity_scheme = ? and p.identity_value in ",
                        query.principal().value(),
                        scheme.name())
                .addAll(some.stream().map(Identity::value).sorted().toList())
                .add(")"));
    }

    private void find(Sql sql, CaseQuery.Search search) {
        search.registryNumber().ifPresent(number -> sql.add(" and registry_number = ?", number));
        search.party()
                .ifPresent(party -> sql.add(
                        " and id in (select case_id from case_party p where p.principal = ? and p.identity_scheme = ?"
                                + " and p.identity_value = ? and p.valid_until is null)",
                        query.principal().value(),
                        party.scheme().name(),
                        party.value()));
    }

    private Sql filter(Sql sql) {
        CaseQuery.Filter filter = query.filter();
        if (!filter.statuses().isEmpty()) {
            sql.add(" and status in ")
                    .addAll(filter.statuses().stream()
                            .map(CaseStatus::name)
                            .sorted()
                            .toList());
        }
        filter.service().ifPresent(service -> sql.add(" and service = ?", service.value()));
        filter.updatedSince().ifPresent(moment -> sql.add(" and updated_at >= ?", moment));
        filter.officer().ifPresent(officer -> sql.add(" and officer = ?", officer.value()));
        filter.unit().ifPresent(unit -> sql.add(" and unit = ?", unit.value()));
        return filter.unassigned() ? sql.add(" and officer is null") : sql;
    }
}
