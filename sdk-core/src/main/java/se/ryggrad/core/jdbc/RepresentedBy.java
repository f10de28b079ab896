package se.ryggrad.core.jdbc;

import java.util.stream.Collectors;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.catalog.GuardianSight;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Keeps with each case who may see it for its parties, so that a list is one statement: the kinds of representation in
 * one column, each between two spaces, and the age below which a guardian sees in another.
 */
final class RepresentedBy {
    private RepresentedBy() {}

    /** Returns the column with the kinds that {@code rule} allows. */
    static String kinds(RepresentationRule rule) {
        return rule.kinds().stream().map(RepresentationKind::code).sorted().collect(Collectors.joining(" ", " ", " "));
    }

    /** Adds the condition that a representation reaches the case; a case without the columns is reached by none. */
    static void reach(Sql sql, Sight.Entry.RepresentedCases entry) {
        sql.add("represented_by like ?", "% " + entry.kind().code() + " %");
        if (entry.kind() == RepresentationKind.GUARDIAN) {
            sql.add(" and guardian_below_age > ?", entry.age().orElse(GuardianSight.UNKNOWN_AGE));
        }
        entry.services().ifPresent(services -> {
            if (services.isEmpty()) {
                sql.add(" and false");
            } else {
                sql.add(" and service in ")
                        .addAll(services.stream().map(ServiceId::value).sorted().toList());
            }
        });
    }
}
