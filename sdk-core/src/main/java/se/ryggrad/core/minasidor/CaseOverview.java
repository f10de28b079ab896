package se.ryggrad.core.minasidor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.minasidor.OverviewItem;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.core.text.Wording;

/**
 * Shows the cases of a person, or of whoever they represent, in Mina sidor: those that {@code GET /cases} lists, and nothing
 * that it does not tell (MINA-001, MINA-003 to MINA-005). Thread-safe.
 */
public final class CaseOverview implements OverviewSource {

    private final CaseManagement cases;
    private final CasePages pages;

    /**
     * Creates the overview of what {@code cases} lists.
     *
     * @param pages where people go on
     */
    public CaseOverview(CaseManagement cases, CasePages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @Override
    public Page<OverviewItem> items(Caller caller, PageRequest page) {
        if (!(caller.actor() instanceof Actor.Person)) {
            throw RyggradException.of(ProblemType.FORBIDDEN, Wording.text("problem.forbidden"));
        }
        return cases.list(caller, CaseQuery.Filter.NONE, page).map(view -> item(caller, view));
    }

    private OverviewItem item(Caller caller, CaseView view) {
        CaseId id = view.shown().id();
        CaseHead head = view.shown().head();
        return new OverviewItem(
                id.value().toString(),
                OverviewKind.CASE,
                head.service().title(),
                view.localStatus(),
                head.updatedAt(),
                ask(caller.actor(), view),
                pages.of(caller.principal(), id));
    }

    /** Returns what the open requests ask of whoever reads. */
    private static Optional<OverviewItem.Ask> ask(Actor reader, CaseView view) {
        List<Request> asked = view.shown().openRequests().stream()
                .filter(request -> asks(request, reader, view))
                .toList();
        Optional<LocalDate> earliest =
                asked.stream().flatMap(request -> request.runsUntil().stream()).min(Comparator.naturalOrder());
        return asked.isEmpty() ? Optional.empty() : Optional.of(new OverviewItem.Ask(earliest));
    }

    /**
     * Tells whether a request is addressed to a party that the reader is or acts for, an ended one not among them, and to no
     * other representative of the party.
     */
    private static boolean asks(Request request, Actor reader, CaseView view) {
        return request.addressee() instanceof Request.Addressee.OfParty to
                && view.self().contains(to.party())
                && request.representative().stream()
                        .allMatch(asked -> asked.id().equals(reader.id()));
    }
}
