package se.ryggrad.core.minasidor.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.core.cases.MovingClock;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.memory.minasidor.InMemoryOverviewIndex;
import se.ryggrad.core.minasidor.index.Guard;
import se.ryggrad.core.minasidor.index.PushedSources;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.registry.Protections;

/** Asks the portal of the sources that are played. */
final class AskedPortal {

    static final Duration DEADLINE = Duration.ofSeconds(1);
    static final Instant NOW = Instant.parse("2026-11-27T13:00:00Z");
    static final String OWN = "own.token.of-the-person";

    private static final PageRequest ALL = new PageRequest(1, 100, true);

    static {
        loadClasses();
    }

    private final MovingClock clock = new MovingClock(NOW);
    private final OverviewIndex index;
    private final Portal portal;

    AskedPortal(PlayedSources played) {
        OverviewTerms terms = new OverviewTerms(DEADLINE, Duration.ofHours(1), 100, 1 << 20);
        PortalRegister register =
                new PortalRegister(terms, List.of(played.client()), Map.of(People.PRINCIPAL, played.registered()));
        this.index = new InMemoryOverviewIndex();
        this.portal =
                new Portal(register, new PushedSources(register, index, new Guard(Protections.NOBODY), clock), clock);
    }

    /** Asks once before any test does: what the first call loads is not to count against its deadline. */
    private static void loadClasses() {
        try (PlayedSources any = new PlayedSources()) {
            new AskedPortal(any.with("steady", PlayedSources.holding(PlayedSources.item("1", 1)))).overview();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    MovingClock clock() {
        return clock;
    }

    OverviewIndex index() {
        return index;
    }

    Portal portal() {
        return portal;
    }

    /** Returns the whole overview of Anna. */
    Overview overview() {
        return overview(People.person(People.ANNA));
    }

    Overview overview(Caller caller) {
        return overview(caller, PlayedSources.ACR, ALL);
    }

    Overview overview(Caller caller, String acr, PageRequest page) {
        return portal.overview(
                new OverviewInquiry(caller, new PresentedToken(OWN, PlayedSources.ISSUER, Optional.of(acr)), page));
    }

    /** Returns Anna, who acts for Bertil. */
    static Caller forBertil() {
        Caller anna = People.person(People.ANNA);
        Representation by = new Representation(
                UUID.fromString("3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10"),
                RepresentationKind.POWER_OF_ATTORNEY,
                People.identity(People.BERTIL),
                "Bertil",
                Set.of(RepresentationRight.READ),
                false,
                Optional.empty(),
                Optional.empty());
        return new Caller(anna.principal(), anna.actor(), Optional.of(by), anna.traceparent());
    }

    static AskedSource source(Overview overview, String id) {
        return overview.sources().stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<String> ids(Overview overview) {
        return overview.page().items().stream().map(GatheredItem::id).toList();
    }
}
