package se.ryggrad.core.contract.broken;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.catalog.ServiceStoreContract;
import se.ryggrad.core.contract.identity.OfficerDirectoryContract;
import se.ryggrad.core.contract.identity.SystemClientsContract;
import se.ryggrad.core.contract.organisation.PrincipalsContract;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.core.memory.InMemoryOfficerDirectory;
import se.ryggrad.core.memory.InMemoryServiceStore;

/** Is what tells of services, officers, principals and systems, and does one thing wrong, under the contracts. */
final class BrokenSurroundings {

    private BrokenSurroundings() {}

    static final class TakesTheLatestForTheHighest extends ServiceStoreContract {
        private final Map<ServiceId, ServiceDefinition> latest = new HashMap<>();
        private final ServiceStore noting =
                Faulty.at("publish", ServiceStore.class, new InMemoryServiceStore(), call -> {
                    ServiceDefinition given = call.at(1, ServiceDefinition.class);
                    latest.put(given.id(), given);
                    return call.right();
                });
        private final ServiceStore store = Faulty.at(
                "current",
                ServiceStore.class,
                noting,
                call -> call.with().size() == 1
                        ? call.right()
                        : Optional.ofNullable(latest.get(call.at(1, ServiceId.class))));

        @Override
        protected ServiceStore store() {
            return store;
        }
    }

    static final class TakesAnyContentForTheSame extends ServiceStoreContract {
        private final ServiceStore store = Faulty.at(
                "publish",
                ServiceStore.class,
                new InMemoryServiceStore(),
                call -> call.right() == ServiceStore.Publication.CONFLICT
                        ? ServiceStore.Publication.UNCHANGED
                        : call.right());

        @Override
        protected ServiceStore store() {
            return store;
        }
    }

    static final class KeepsTheGroupsOfTheFirstToken extends OfficerDirectoryContract {
        private final Set<ActorId> known = new HashSet<>();
        private final OfficerDirectory directory = Faulty.at(
                "seen",
                OfficerDirectory.class,
                new InMemoryOfficerDirectory(),
                call -> known.add(call.at(1, Actor.Officer.class).id()) ? call.right() : null);

        @Override
        protected OfficerDirectory directory() {
            return directory;
        }
    }

    static final class FindsAnyPrincipal extends PrincipalsContract {
        @Override
        protected Principals principals() {
            return Faulty.at("find", Principals.class, World.principals(), call -> {
                List<Principal> all = ((Principals) call.part()).all();
                return Optional.of(all.get(0));
            });
        }
    }

    static final class LetsAnyClientReachEverything extends SystemClientsContract {
        @Override
        protected SystemClients clients(String client, Set<AuthorityId> reached) {
            return (principal, asked) -> reached;
        }
    }
}
