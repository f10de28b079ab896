package se.ryggrad.core.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.catalog.ServiceCatalog;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.CaseEngine;
import se.ryggrad.core.cases.EnginePorts;
import se.ryggrad.core.cases.audit.AuditDesk;
import se.ryggrad.core.cases.letters.Outbox;
import se.ryggrad.core.catalog.ServiceDesk;
import se.ryggrad.core.identity.ActorIds;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.core.identity.TokenVerifier;
import se.ryggrad.core.minasidor.CaseOverview;
import se.ryggrad.core.minasidor.CasePages;
import se.ryggrad.core.minasidor.JoinedOverview;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.core.registry.Representations;
import se.ryggrad.core.rest.ApiSettings;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.webhooks.WebhookService;

/**
 * Offers the HTTP side what it delegates to, once for the application.
 *
 * <p>The embedder's {@link CaseManagement} is taken in place of the engine, which it may be put around, and with it their
 * {@link AccessAudit}; the whole contract comes with either. Their {@link OverviewSource} comes after the cases.
 */
@ApplicationScoped
public class Wiring {

    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    private Stores stores;
    private Offered offered;
    private MessageParts messages;
    private PortalParts portal;
    private WebhookParts webhooks;
    private Instance<CaseManagement> cases;
    private Instance<AccessAudit> audit;
    private Instance<OverviewSource> overview;
    private Instance<ServiceCatalog> services;
    private @Nullable Groundwork groundwork;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public Wiring() {}

    /** Creates the wiring. */
    @Inject
    public Wiring(
            Stores stores,
            Offered offered,
            MessageParts messages,
            PortalParts portal,
            WebhookParts webhooks,
            Instance<CaseManagement> cases,
            Instance<AccessAudit> audit,
            Instance<OverviewSource> overview,
            Instance<ServiceCatalog> services) {
        this.stores = stores;
        this.offered = offered;
        this.messages = messages;
        this.portal = portal;
        this.webhooks = webhooks;
        this.cases = cases;
        this.audit = audit;
        this.overview = overview;
        this.services = services;
    }

    /** Offers the SDK's engine, for whoever puts a {@link CaseManagement} of their own around it, or runs its daily round. */
    @Produces
    @Singleton
    @Typed(CaseEngine.class)
    public CaseEngine engine() {
        Groundwork ground = groundwork();
        return new CaseEngine(ground.engine(), ground.clock(), new SecureRandom());
    }

    /** Puts everything together; a setting that is missing or wrong ends the start here. */
    @Produces
    @Singleton
    public Ports ports(CaseEngine engine) {
        Groundwork ground = groundwork();
        Settings settings = ground.settings();
        ApiSettings api = ground.api();
        Principals principals = ground.principals();
        Stores.Picked picked = ground.picked();
        Clock clock = ground.clock();
        CaseManagement managed = cases.isUnsatisfied() ? engine : cases.get();
        PortalParts.Gatherer gatherer =
                portal.gatherer(settings, principals, ground.engine().protections(), clock);
        return new Ports(
                api,
                principals,
                new TokenVerifier(api.issuers(), ground.ids(), ground.clients(), clock),
                managed,
                audit.isUnsatisfied() ? new AuditDesk(picked.accessLog(), principals, clock) : audit.get(),
                overview(managed, offered.pages(settings, principals)),
                messages.service(settings, managed, principals, api.minimumAssurance(), clock),
                ground.sending(),
                gatherer.portal(),
                gatherer.intake(),
                services.isUnsatisfied() ? desk(ground.engine(), api) : services.get(),
                picked.documents(),
                picked.feed(),
                picked.officers(),
                ground.representations(),
                clock);
    }

    /** Returns what both the engine and the HTTP side stand on, made once. */
    private synchronized Groundwork groundwork() {
        if (groundwork == null) {
            groundwork = lay();
        }
        return groundwork;
    }

    private Groundwork lay() {
        Settings settings = new Settings(ConfigProvider.getConfig());
        Clock clock = offered.clock();
        ApiSettings api = offered.api(settings);
        Principals principals = offered.principals(settings);
        Stores.Picked kept = stores.pick(clock);
        SystemClients clients = offered.clients(settings);
        Optional<WebhookService> sending = webhooks.service(settings, kept.feed(), principals, clients, clock);
        Stores.Picked picked = sending.map(kept::telling).orElse(kept);
        settings.installed().publish(principals.all(), picked.services());
        Registries registries = warned(api, offered.registries(settings));
        ActorIds ids = offered.ids(settings);
        Representations representations = new Representations(registries, ids, clock);
        Outbox outbox = picked.letters() ? messages.outbox(settings, clock) : Outbox.NONE;
        EnginePorts engine = engine(picked, principals, registries, representations, outbox);
        return new Groundwork(settings, clock, api, principals, clients, picked, sending, ids, representations, engine);
    }

    private OverviewSource overview(CaseManagement managed, CasePages pages) {
        OverviewSource listed = new CaseOverview(managed, pages);
        return overview.isUnsatisfied() ? listed : new JoinedOverview(listed, overview.get());
    }

    /** Warns where real people are served and nobody can tell who of them is protected. */
    private static Registries warned(ApiSettings api, Registries registries) {
        if (api.production() && registries.persons().isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "no registry of persons is set (ryggrad.registry.*): nobody can tell whose personal data is"
                            + " protected, and every case is shown as if nobody's were");
        }
        return registries;
    }

    private EnginePorts engine(
            Stores.Picked picked,
            Principals principals,
            Registries registries,
            Representations representations,
            Outbox outbox) {
        return new EnginePorts(
                picked.cases(),
                picked.documents(),
                picked.services(),
                principals,
                picked.officers(),
                picked.accessLog(),
                new Protections(registries),
                representations,
                outbox,
                offered.wording());
    }

    private static ServiceCatalog desk(EnginePorts engine, ApiSettings api) {
        return new ServiceDesk(engine.services(), engine.principals(), api.minimumAssurance());
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, Ports ports) {
        LOG.log(
                System.Logger.Level.INFO,
                "serving {0} principals",
                ports.principals().all().size());
    }
}
