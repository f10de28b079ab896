package example.plankan.ryggrad;

import example.plankan.Grind;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.cases.CaseEngine;
import se.ryggrad.core.cases.around.ForwardingCases;
import se.ryggrad.core.client.RyggradClient;
import se.ryggrad.core.http.ProblemStatus;
import se.ryggrad.core.rest.Ports;

/**
 * Manages cases for both sides: for the contract, where numbers may be written as officers write them, and for Plankan, whose
 * officers act here under their own name. What may be done the engine says.
 */
@Singleton
public class PlankanCases extends ForwardingCases implements Grind {

    private static final AuthorityId NAMND = new AuthorityId("byggnadsnamnden");
    private static final Set<OfficerGroup> GROUPS =
            Set.of(new OfficerGroup("case-officer", NAMND), new OfficerGroup("unit:bygglov", NAMND));

    private final PlankanRegister register;
    private final Instance<Ports> ports;

    /** Puts Plankan around the engine. */
    @Inject
    PlankanCases(CaseEngine engine, PlankanRegister register, Instance<Ports> ports) {
        super(engine);
        this.register = register;
        this.ports = ports;
    }

    /** Finds {@code BN 2026-123} too, as officers write {@code BN 2026-000123}. */
    @Override
    public Page<CaseView> search(Caller caller, CaseQuery.Search search, PageRequest page) {
        Optional<String> number = search.registryNumber()
                .map(written -> written.replaceFirst("-(\\d+)$", "-00000$1").replaceFirst("-0*(\\d{6,})$", "-$1"));
        return super.search(caller, new CaseQuery.Search(search.party(), number), page);
    }

    @Override
    public List<UUID> synliga(String signatur, int sida) {
        PageRequest page = new PageRequest(Math.max(1, sida), PageRequest.MAXIMUM_LIMIT, false);
        return told(() -> list(officer(signatur), CaseQuery.Filter.NONE, page)).items().stream()
                .map(view -> view.shown().id().value())
                .toList();
    }

    @Override
    public void visa(String signatur, UUID id) {
        told(() -> find(officer(signatur), new CaseId(id)));
    }

    @Override
    public void anteckna(String signatur, UUID id, String text, Eget eget) {
        Caller officer = officer(signatur);
        CaseView seen = told(() -> find(officer, new CaseId(id)));
        ActionCall note = ActionCall.of(new CaseAction.Adding.RecordNote(text, Optional.empty(), Circle.EVERYBODY));
        Optional<Precondition> asSeen =
                Optional.of(Precondition.version(seen.shown().head().version()));
        Once<CaseView> once = RyggradClient.once(officer, new IdempotencyKey(UUID.randomUUID()));
        register.with(eget, () -> told(() -> act(officer, seen.shown().id(), note, asSeen, once)));
    }

    private Caller officer(String signatur) {
        Principal kommun = ports.get().principals().all().get(0);
        Actor.Officer officer = new Actor.Officer(
                ActorId.of("plankan", signatur),
                signatur,
                kommun.organisation(),
                GROUPS,
                Optional.empty(),
                Optional.of(AssuranceLevel.LOA3));
        String trace = UUID.randomUUID().toString().replace("-", "");
        return new Caller(kommun.id(), officer, "00-" + trace + "-" + trace.substring(16) + "-01");
    }

    private static <T> T told(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RyggradException refused) {
            Response.ResponseBuilder why =
                    Response.status(ProblemStatus.of(refused.problem().type()));
            why.type("text/plain;charset=UTF-8")
                    .entity(refused.problem().detail().sv());
            throw new WebApplicationException(refused, why.build());
        }
    }
}
