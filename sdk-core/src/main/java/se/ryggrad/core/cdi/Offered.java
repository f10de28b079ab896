package se.ryggrad.core.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import se.ryggrad.api.cases.StatusWording;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.identity.ActorIds;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.core.memory.InMemoryPrincipals;
import se.ryggrad.core.minasidor.CasePages;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.core.rest.ApiSettings;

/** Picks what surrounds the engine: the embedder's beans, and settings for what they leave out. */
@Dependent
class Offered {

    private final Instance<ApiSettings> api;
    private final Instance<Principals> principals;
    private final Instance<SystemClients> clients;
    private final Instance<ActorIds> ids;
    private final Instance<Registries> registries;
    private final Instance<RepresentationRegistry> registry;
    private final Instance<PersonRegistry> persons;
    private final Instance<CasePages> pages;
    private final Instance<StatusWording> wording;
    private final Instance<Clock> clock;

    @Inject
    Offered(
            Instance<ApiSettings> api,
            Instance<Principals> principals,
            Instance<SystemClients> clients,
            Instance<ActorIds> ids,
            Instance<Registries> registries,
            Instance<RepresentationRegistry> registry,
            Instance<PersonRegistry> persons,
            Instance<CasePages> pages,
            Instance<StatusWording> wording,
            Instance<Clock> clock) {
        this.api = api;
        this.principals = principals;
        this.clients = clients;
        this.ids = ids;
        this.registries = registries;
        this.registry = registry;
        this.persons = persons;
        this.pages = pages;
        this.wording = wording;
        this.clock = clock;
    }

    ApiSettings api(Settings settings) {
        return api.isUnsatisfied() ? settings.api() : api.get();
    }

    Principals principals(Settings settings) {
        return principals.isUnsatisfied() ? new InMemoryPrincipals(settings.principals()) : principals.get();
    }

    SystemClients clients(Settings settings) {
        return clients.isUnsatisfied() ? settings.clients() : clients.get();
    }

    ActorIds ids(Settings settings) {
        return ids.isUnsatisfied() ? settings.actorIds() : ids.get();
    }

    /** Returns the registries to ask: all together as one bean, each as a bean of its own, or those of the settings. */
    Registries registries(Settings settings) {
        if (!registries.isUnsatisfied()) {
            return registries.get();
        }
        return registry.isUnsatisfied() && persons.isUnsatisfied()
                ? settings.registries()
                : new Registries(registry.stream().toList(), persons.stream().toList());
    }

    CasePages pages(Settings settings, Principals served) {
        return pages.isUnsatisfied() ? settings.casePages(served.all()) : pages.get();
    }

    /** Returns what words where a case stands: the embedder's bean, or the standard's own words. */
    StatusWording wording() {
        return wording.isUnsatisfied() ? Views::localStatus : wording.get();
    }

    /** Returns the clock; the system's tells the time to the millisecond, as it is stored. */
    Clock clock() {
        return clock.isUnsatisfied() ? Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)) : clock.get();
    }
}
