package se.ryggrad.core.cases;

import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.access.Sights;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.cases.inquiry.Inquiries;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;

/** Lists the cases that a caller may see; what lies out of sight is neither listed nor counted. */
final class Listing {

    private final EnginePorts ports;
    private final Inquiries inquiries;

    Listing(EnginePorts ports, Inquiries inquiries) {
        this.ports = ports;
        this.inquiries = inquiries;
    }

    Page<CaseView> list(Caller caller, CaseQuery.Filter filter, PageRequest page, Moment moment) {
        Actor actor = caller.actor();
        if (actor instanceof Actor.SystemActor system && !system.scopes().contains(Standing.READ_SCOPE)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.scope");
        }
        CaseQuery query = new CaseQuery(
                caller.principal(),
                ports.principals()
                        .find(caller.principal())
                        .map(principal -> Sights.of(caller, principal, moment.today()))
                        .orElseThrow(Refusals::notFound),
                filter,
                page);
        CaseQuery answered = actor instanceof Actor.Officer ? inquiries.askAgain(caller, query) : query;
        return ports.cases().list(answered).map(subject -> Views.listed(subject, Standing.of(caller, subject)));
    }
}
