package se.ryggrad.core.minasidor.index;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.minasidor.index.IndexedVersion;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.minasidor.index.OverviewIntake;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/** Takes what sources push, each for itself, and nothing of protected persons (MINA-035 to MINA-056). Thread-safe. */
public final class IndexDesk implements OverviewIntake {

    private static final String PUSHES = "overview:write";
    private static final String OWNER = "/owner";

    private final PortalRegister register;
    private final OverviewIndex index;
    private final Guard guard;
    private final Clock clock;

    /** Creates the desk of the sources in {@code register}. */
    public IndexDesk(PortalRegister register, OverviewIndex index, Guard guard, Clock clock) {
        this.register = register;
        this.index = index;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Optional<IndexTerms> terms(PrincipalId principal) {
        return register.indexTerms(principal);
    }

    @Override
    public void push(Caller caller, String source, UUID item, Supplier<Push> push) {
        RegisteredSource own = own(caller, source);
        Push change = push.get();
        change.item().ifPresent(given -> admit(caller, own, given.audience().owner()));
        IndexKey key = new IndexKey(caller.principal(), source, item);
        switch (index.push(key, change, register.index().itemsPerOwner(), now())) {
            case DONE, AGAIN -> {}
            case OUTDATED -> throw Refusals.conflict("problem.outdated");
            case FULL -> throw refused(FaultCode.MAX_ITEMS);
        }
    }

    /** Refuses an owner who is protected, and one of whom that is not known (MINA-048). */
    private void admit(Caller caller, RegisteredSource source, Identity owner) {
        Protection protection = guard.ofPeopleOf(source.issuers(), caller, owner);
        if (!protection.answered()) {
            throw Refusals.of(ProblemType.UNAVAILABLE, "problem.persons");
        }
        if (protection.protects()) {
            index.forget(caller.principal(), owner);
            throw refused(FaultCode.UNKNOWN_VALUE);
        }
    }

    private static RyggradException refused(FaultCode code) {
        return RyggradException.validation(List.of(FaultTexts.at(OWNER, code)));
    }

    @Override
    public void vouch(Caller caller, String source, Supplier<Instant> asOf) {
        own(caller, source);
        index.vouch(caller.principal(), source, asOf.get());
    }

    @Override
    public List<IndexedVersion> versions(Caller caller, String source, Optional<UUID> after, int limit) {
        own(caller, source);
        return index.versions(caller.principal(), source, after, limit, now());
    }

    @Override
    public void sweep() {
        Instant now = now();
        index.sweep(now, now.minus(register.index().removedFor()));
    }

    /** Returns the source that the caller pushes for; another one is not there for it (MINA-035). */
    private RegisteredSource own(Caller caller, String source) {
        if (!(caller.actor() instanceof Actor.SystemActor system)
                || !system.scopes().contains(PUSHES)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
        return register.pushedBy(caller.principal(), system.clientId(), source).orElseThrow(Refusals::notFound);
    }

    private Instant now() {
        return Moment.of(clock).now();
    }
}
