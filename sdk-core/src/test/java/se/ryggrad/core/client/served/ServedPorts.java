package se.ryggrad.core.client.served;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.catalog.ServiceDesk;
import se.ryggrad.core.identity.ActorIds;
import se.ryggrad.core.identity.TokenVerifier;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.memory.minasidor.InMemoryOverviewIndex;
import se.ryggrad.core.minasidor.CaseOverview;
import se.ryggrad.core.minasidor.index.Guard;
import se.ryggrad.core.minasidor.index.IndexDesk;
import se.ryggrad.core.minasidor.index.PushedSources;
import se.ryggrad.core.minasidor.portal.Portal;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.core.registry.Representations;
import se.ryggrad.core.rest.ApiSettings;
import se.ryggrad.core.rest.Ports;

/** Puts a world of the tests behind the resources. */
final class ServedPorts {

    private ServedPorts() {}

    static Ports of(World world) {
        ActorIds ids = new ActorIds(new byte[32]);
        OverviewIndex index = new InMemoryOverviewIndex();
        Guard guard = new Guard(new Protections(Registries.NONE));
        return new Ports(
                settings(),
                World.principals(),
                new TokenVerifier(List.of(), ids, (principal, client) -> Set.of(), world.clock),
                world.engine,
                world.audit,
                new CaseOverview(world.engine, (principal, id) -> Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                new Portal(
                        PortalRegister.NONE,
                        new PushedSources(PortalRegister.NONE, index, guard, world.clock),
                        world.clock),
                new IndexDesk(PortalRegister.NONE, index, guard, world.clock),
                new ServiceDesk(world.services, World.principals(), AssuranceLevel.LOA3),
                world.documents,
                world.log,
                world.officers,
                new Representations(Registries.NONE, ids, world.clock),
                world.clock);
    }

    private static ApiSettings settings() {
        return new ApiSettings(
                new ApiSettings.Product("tests", "1"),
                false,
                AssuranceLevel.LOA3,
                List.of(),
                JsonLimits.DEFAULT,
                ApiSettings.DocumentLimits.DEFAULT,
                ApiSettings.Lifetimes.DEFAULT,
                false);
    }
}
