package se.ryggrad.core.cases.inquiry;

import java.util.Set;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.core.registry.Representatives;

/** Begins what each request asks registries about persons, and asks again for lists (ID-056, ID-062). Thread-safe. */
public final class Inquiries {

    private final CaseStore cases;
    private final Protections protections;
    private final Representatives representatives;

    /** Creates it over the store that keeps the answers, and those who are asked. */
    public Inquiries(CaseStore cases, Protections protections, Representatives representatives) {
        this.cases = cases;
        this.protections = protections;
        this.representatives = representatives;
    }

    /** Returns the inquiry of one request of {@code caller}; nobody is asked yet. */
    public Inquiry of(Caller caller) {
        return new Inquiry(caller, cases, protections, representatives);
    }

    /**
     * Asks about some of those persons whom an officer's list concerns and about whom there is no answer yet; returns the
     * list in which the others count as protected, where there is anybody to ask.
     */
    public CaseQuery askAgain(Caller caller, CaseQuery list) {
        if (!protections.know(caller)) {
            return list;
        }
        Set<Identity> persons = cases.unanswered(new CaseQuery(
                list.principal(),
                list.sight().withProtected(),
                CaseQuery.Filter.NONE,
                list.search(),
                new PageRequest(1, PersonInquiry.MOST_PERSONS, false)));
        if (!persons.isEmpty()) {
            cases.learn(list.principal(), protections.of(caller, persons));
        }
        return list.within(list.sight().onlyAnswered());
    }
}
