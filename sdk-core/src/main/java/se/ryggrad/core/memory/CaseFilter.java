package se.ryggrad.core.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.Protection;

/** Applies the bounds and filters of a list to one case, as a database does in its query. */
final class CaseFilter {

    private static final Comparator<Case> BY_ID =
            Comparator.comparing(each -> each.id().value().toString());

    private CaseFilter() {}

    static boolean matches(CaseQuery query, InMemoryCaseStore.Kept kept) {
        CaseHead head = kept.current().head();
        return head.principal().equals(query.principal())
                && reached(query.sight(), kept)
                && query.sight().entries().stream()
                        .anyMatch(entry -> in(entry, kept, query.sight().answeredOnly()))
                && query.sight().keptFrom().stream().noneMatch(identity -> isParty(kept.current(), identity))
                && named(query.filter(), head)
                && query.search().map(search -> found(search, kept.current())).orElse(true);
    }

    /** Returns the order of the list: newest received first, or as they changed (contract: lists). */
    static Comparator<Case> order(CaseQuery.Filter filter) {
        if (filter.updatedSince().isPresent()) {
            return comparing(CaseHead::updatedAt).thenComparing(BY_ID);
        }
        return comparing(CaseHead::receivedAt).reversed().thenComparing(BY_ID);
    }

    private static Comparator<Case> comparing(Function<CaseHead, Instant> time) {
        return Comparator.comparing(each -> time.apply(each.head()));
    }

    private static boolean reached(Sight sight, InMemoryCaseStore.Kept kept) {
        return sight.level().isEmpty()
                || kept.assurance().isEmpty()
                || sight.level().get().satisfies(kept.assurance().get());
    }

    private static boolean isParty(Case subject, Identity identity) {
        return subject.activeParties().stream()
                .anyMatch(party -> party.identity().equals(identity));
    }

    private static boolean found(CaseQuery.Search search, Case subject) {
        return search.party().map(identity -> isParty(subject, identity)).orElse(true)
                && search.registryNumber()
                        .map(number -> subject.head().registryNumber().equals(Optional.of(number)))
                        .orElse(true);
    }

    private static boolean in(Sight.Entry entry, InMemoryCaseStore.Kept kept, boolean answeredOnly) {
        CaseHead head = kept.current().head();
        if (entry instanceof Sight.Entry.OwnCases own) {
            return sees(kept.current(), own.identity());
        }
        if (entry instanceof Sight.Entry.RepresentedCases represented) {
            return represents(represented, kept) && sees(kept.current(), represented.identity());
        }
        if (entry instanceof Sight.Entry.UnitCases units) {
            return head.authority().equals(units.authority())
                    && units.units().contains(head.unit())
                    && (units.protectedToo() || !hasProtected(kept.current(), answeredOnly));
        }
        if (entry instanceof Sight.Entry.OpenCases open) {
            return head.authority().equals(open.authority())
                    && !kept.secret()
                    && (open.protectedToo() || !hasProtected(kept.current(), answeredOnly));
        }
        return entry instanceof Sight.Entry.AuthorityCases all
                && head.authority().equals(all.authority())
                && (all.protectedToo() || !hasProtected(kept.current(), answeredOnly));
    }

    private static boolean hasProtected(Case subject, boolean answeredOnly) {
        return subject.parties().stream()
                .anyMatch(party -> party.protection().map(Protection::protects).orElse(answeredOnly && party.person()));
    }

    private static boolean sees(Case subject, Identity identity) {
        return subject.activeParties().stream()
                .anyMatch(party -> party.identity().equals(identity) && party.may(Party.Right.SEE));
    }

    private static boolean represents(Sight.Entry.RepresentedCases entry, InMemoryCaseStore.Kept kept) {
        ServiceId service = kept.current().head().service().id();
        return kept.representedBy().reaches(entry.kind(), entry.age())
                && entry.services().map(named -> named.contains(service)).orElse(true);
    }

    private static boolean named(CaseQuery.Filter filter, CaseHead head) {
        return (filter.statuses().isEmpty() || filter.statuses().contains(head.status()))
                && filter.service().map(head.service().id()::equals).orElse(true)
                && filter.updatedSince()
                        .map(since -> !head.updatedAt().isBefore(since))
                        .orElse(true)
                && filter.officer()
                        .map(wanted -> head.officer()
                                .filter(officer -> officer.officer().equals(wanted))
                                .isPresent())
                        .orElse(true)
                && (!filter.unassigned() || head.officer().isEmpty())
                && filter.unit().map(head.unit()::equals).orElse(true);
    }
}
