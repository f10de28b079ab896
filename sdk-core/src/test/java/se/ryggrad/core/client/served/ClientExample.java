package se.ryggrad.core.client.served;

import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Page;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Cases;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction.Placing;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.client.RyggradClient;

/** Is the example of the guide: lets an officer take a case that nobody has. */
final class ClientExample {

    private final Cases cases;

    ClientExample(Cases cases) {
        this.cases = cases;
    }

    Optional<CaseView> take(Caller officer, IdempotencyKey key) {
        CaseQuery.Filter unassigned = new CaseQuery.Filter(
                Set.of(CaseStatus.REGISTERED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
        return Page.all(20, page -> cases.list(officer, unassigned, page))
                .findFirst()
                .map(seen -> take(officer, seen, key));
    }

    private CaseView take(Caller officer, CaseView seen, IdempotencyKey key) {
        Written<CaseView> taken = cases.act(
                officer,
                seen.shown().id(),
                ActionCall.of(new Placing.Assign(Optional.empty())),
                Optional.of(Precondition.version(seen.shown().head().version())),
                RyggradClient.once(officer, key));
        return taken instanceof Written.First<CaseView> first ? first.result() : seen;
    }
}
