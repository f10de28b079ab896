package se.ryggrad.core.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import se.ryggrad.api.minasidor.MinaSidor;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.minasidor.index.OverviewIntake;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.memory.minasidor.InMemoryOverviewIndex;
import se.ryggrad.core.minasidor.index.Guard;
import se.ryggrad.core.minasidor.index.IndexDesk;
import se.ryggrad.core.minasidor.index.PushedSources;
import se.ryggrad.core.minasidor.portal.Portal;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.registry.Protections;

/** Puts a portal together of the embedder's register and index, or of settings and memory. */
@Dependent
class PortalParts {

    private final Instance<PortalRegister> register;
    private final Instance<OverviewIndex> index;

    @Inject
    PortalParts(Instance<PortalRegister> register, Instance<OverviewIndex> index) {
        this.register = register;
        this.index = index;
    }

    /**
     * Is a portal, whole.
     *
     * @param portal gathers what many sources have
     * @param intake takes what sources push
     */
    record Gatherer(MinaSidor portal, OverviewIntake intake) {}

    /**
     * Returns the portal.
     *
     * @throws IllegalStateException for a setting that is wrong
     */
    Gatherer gatherer(Settings settings, Principals served, Protections protections, Clock clock) {
        PortalRegister portals = register.isUnsatisfied() ? settings.portals(served.all()) : register.get();
        OverviewIndex kept = index.isUnsatisfied() ? new InMemoryOverviewIndex() : index.get();
        Guard guard = new Guard(protections);
        return new Gatherer(
                new Portal(portals, new PushedSources(portals, kept, guard, clock), clock),
                new IndexDesk(portals, kept, guard, clock));
    }
}
