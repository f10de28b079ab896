package se.ryggrad.core.minasidor.index;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.MovingClock;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.minasidor.Pushes;
import se.ryggrad.core.memory.minasidor.InMemoryOverviewIndex;
import se.ryggrad.core.minasidor.register.ExchangeClient;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.RegisteredSource;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.core.registry.Registries;

/** Is a portal with two sources that push, and a registry of persons for their people. */
final class IndexFixture {

    static final String ISSUER = "https://login.example.se";
    static final String CLIENT = "boden-client";
    static final String OTHER = "lomma-fakturor";
    static final OverviewTerms TERMS = new OverviewTerms(Duration.ofSeconds(1), Duration.ofHours(2), 20, 1 << 20);

    final InMemoryOverviewIndex index = new InMemoryOverviewIndex();
    final MovingClock clock = new MovingClock(Pushes.NOW);
    final PortalRegister register = new PortalRegister(
            TERMS,
            IndexTerms.DEFAULT,
            List.of(new ExchangeClient(ISSUER, URI.create("https://login.example.se/token"), "portal", "secret")),
            Map.of(
                    People.PRINCIPAL,
                    List.of(
                            source(Pushes.SOURCE, Optional.of(CLIENT)),
                            source(OTHER, Optional.of("lomma-client")),
                            source("asked", Optional.empty()))));

    private final Guard guard = new Guard(new Protections(new Registries(List.of(), List.of(new Persons()))));
    final IndexDesk desk = new IndexDesk(register, index, guard, clock);
    final PushedSources pushed = new PushedSources(register, index, guard, clock);

    /** Whom the registry names, and {@link Protection#UNKNOWN} of whom it does not answer. */
    Map<Identity, Protection> named = Map.of();

    private static RegisteredSource source(String id, Optional<String> client) {
        return new RegisteredSource(
                id,
                new LocalizedText("Källan " + id, "The source " + id),
                URI.create("https://" + id + ".example.se/v1"),
                Set.of("https://minasidor.example.se"),
                Set.of(ISSUER),
                client);
    }

    /** Returns the system of the first source. */
    static Caller system() {
        return system(CLIENT, "overview:write");
    }

    static Caller system(String client, String scope) {
        return new Caller(
                People.PRINCIPAL,
                new Actor.SystemActor(new ActorId("client of " + client), client, Set.of(scope), Set.of()),
                Optional.empty(),
                Optional.of("https://systems.example.se"),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    /** Returns Anna, vouched for by the issuer of the sources. */
    static Caller anna() {
        return vouched(People.person(People.ANNA));
    }

    static Caller vouched(Caller caller) {
        return new Caller(
                caller.principal(), caller.actor(), caller.representation(), Optional.of(ISSUER), caller.traceparent());
    }

    List<RegisteredSource> sources() {
        return register.sources(People.PRINCIPAL, ISSUER);
    }

    PushedShare share(Caller caller) {
        return pushed.shares(caller, sources()).stream()
                .filter(each -> each.source().id().equals(Pushes.SOURCE))
                .findFirst()
                .orElseThrow();
    }

    /** Pushes version 1 of an item of Anna's from the first source, and returns its id. */
    UUID pushed() {
        UUID id = UUID.randomUUID();
        desk.push(system(), Pushes.SOURCE, id, () -> Pushes.push(1));
        return id;
    }

    private final class Persons implements PersonRegistry {

        @Override
        public String name() {
            return "persons";
        }

        @Override
        public boolean knows(String issuer) {
            return issuer.equals(ISSUER);
        }

        @Override
        public Map<Identity, Protection> search(PersonInquiry inquiry) {
            if (named.containsValue(Protection.UNKNOWN)) {
                throw RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent"));
            }
            return named;
        }
    }
}
