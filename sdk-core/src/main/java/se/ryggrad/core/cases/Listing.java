package se.ryggrad.core.cases;

import java.util.Optional;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.cases.access.Interests;
import se.ryggrad.core.cases.access.Sights;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.cases.inquiry.Inquiries;
import se.ryggrad.core.cases.reading.Readings;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;

/** Lists the cases that a caller may see, and finds some; what lies out of sight is neither shown nor counted. */
final class Listing {

    private final EnginePorts ports;
    private final Inquiries inquiries;
    private final Readings readings;

    Listing(EnginePorts ports, Inquiries inquiries, Readings readings) {
        this.ports = ports;
        this.inquiries = inquiries;
        this.readings = readings;
    }

    Page<CaseView> list(Caller caller, CaseQuery.Filter filter, PageRequest page, Moment moment) {
        Actor actor = caller.actor();
        if (actor instanceof Actor.SystemActor system && !system.scopes().contains(Standing.READ_SCOPE)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.scope");
        }
        Interests interests = inquiries.of(caller)::represented;
        Sight sight = Sights.of(caller, principal(caller), moment.today(), interests);
        CaseQuery query = new CaseQuery(caller.principal(), sight, filter, page);
        CaseQuery answered = actor instanceof Actor.Officer ? inquiries.askAgain(caller, query) : query;
        return ports.cases()
                .list(answered)
                .map(subject -> Views.listed(subject, Standing.of(caller, subject, interests), ports.wording()));
    }

    /** Finds cases; each that is shown gets the search into its access log first. */
    Page<CaseView> search(Caller caller, CaseQuery.Search search, PageRequest page, Moment moment) {
        if (!(caller.actor() instanceof Actor.Officer officer)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
        Interests interests = inquiries.of(caller)::represented;
        Sight sight = Sights.ofSearches(officer, principal(caller), interests);
        CaseQuery query = new CaseQuery(caller.principal(), sight, CaseQuery.Filter.NONE, Optional.of(search), page);
        Page<Readings.Met> found = ports.cases()
                .list(inquiries.askAgain(caller, query))
                .map(subject -> new Readings.Met(subject, Standing.of(caller, subject, interests)));
        readings.recordFound(caller.principal(), found.items(), moment);
        return found.map(each -> Views.listed(each.subject(), each.standing(), ports.wording()));
    }

    private Principal principal(Caller caller) {
        return ports.principals().find(caller.principal()).orElseThrow(Refusals::notFound);
    }
}
