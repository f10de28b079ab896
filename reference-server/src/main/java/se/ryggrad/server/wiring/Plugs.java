package se.ryggrad.server.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.core.jdbc.JdbcAccessLog;
import se.ryggrad.core.jdbc.JdbcCaseStore;
import se.ryggrad.core.jdbc.JdbcDocumentStore;
import se.ryggrad.core.jdbc.JdbcEventLog;
import se.ryggrad.core.jdbc.JdbcOfficerDirectory;
import se.ryggrad.core.jdbc.JdbcServiceStore;
import se.ryggrad.core.jdbc.messaging.JdbcMessageStore;
import se.ryggrad.core.jdbc.minasidor.JdbcOverviewIndex;
import se.ryggrad.core.jdbc.webhooks.JdbcSubscriptionStore;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.minasidor.CasePages;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.core.rest.ApiSettings;
import se.ryggrad.core.webhooks.WebhookPolicy;
import se.ryggrad.server.security.ConfiguredClients;
import se.ryggrad.server.security.ConfiguredPortals;
import se.ryggrad.server.security.ConfiguredRegistries;
import se.ryggrad.server.security.Trust;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/** Offers what the engine is plugged into, each once. */
@Dependent
public class Plugs {
    private final DataSource database;
    private final ServerSettings settings;

    /** Creates the plugs on {@code database}. */
    @Inject
    public Plugs(DataSource database, ServerSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Keeps cases. */
    @Produces
    @Singleton
    public CaseStore cases() {
        return new JdbcCaseStore(database);
    }

    /** Keeps documents. */
    @Produces
    @Singleton
    public DocumentStore documents() {
        return new JdbcDocumentStore(database);
    }

    /** Keeps service definitions. */
    @Produces
    @Singleton
    public ServiceStore services() {
        return new JdbcServiceStore(database);
    }

    /** Reads the feed. */
    @Produces
    @Singleton
    public EventLog feed() {
        return new JdbcEventLog(database);
    }

    /** Knows officers. */
    @Produces
    @Singleton
    public OfficerDirectory officers() {
        return new JdbcOfficerDirectory(database);
    }

    /** Keeps who has read which case. */
    @Produces
    @Singleton
    public AccessLog accessLog() {
        return new JdbcAccessLog(database);
    }

    /** Keeps messages, the work on them, inboxes and contact data. */
    @Produces
    @Singleton
    public MessageStore messages() {
        return new JdbcMessageStore(database);
    }

    /** Keeps what sources push to the portals. */
    @Produces
    @Singleton
    public OverviewIndex overviewIndex() {
        return new JdbcOverviewIndex(database);
    }

    /** Keeps subscriptions to events, and how far each has come. */
    @Produces
    @Singleton
    public SubscriptionStore subscriptions() {
        return new JdbcSubscriptionStore(database);
    }

    /** Says whether events are sent, and how. */
    @Produces
    @Singleton
    public WebhookPolicy webhooks() {
        return new ConfiguredWebhooks(settings).policy();
    }

    /** Knows the channels that messages are sent by. */
    @Produces
    @Singleton
    public Channels channels() {
        return new Channels(new ConfiguredChannels(settings).all());
    }

    /** Bounds how messages are sent. */
    @Produces
    @Singleton
    public MessageTerms.Limits limits() {
        return new ConfiguredChannels(settings).limits();
    }

    /** Knows the principals. */
    @Produces
    @Singleton
    public Principals principals() {
        return new ConfiguredPrincipals(settings);
    }

    /** Knows where people find their cases. */
    @Produces
    @Singleton
    public CasePages casePages(Principals principals) {
        return ConfiguredCasePages.read(settings, principals);
    }

    /** Knows which sources the portals ask. */
    @Produces
    @Singleton
    public PortalRegister portals(Principals principals) {
        return new ConfiguredPortals(settings, principals).all();
    }

    /** Knows which authorities systems reach. */
    @Produces
    @Singleton
    public SystemClients clients(Principals principals) {
        return new ConfiguredClients(settings, principals);
    }

    /** Knows whom the server trusts. */
    @Produces
    @Singleton
    public Trust trust() {
        return new Trust(settings);
    }

    /** Knows which registries to ask whom somebody may represent, and who is protected. */
    @Produces
    @Singleton
    public Registries registries(Trust trust) {
        return new ConfiguredRegistries(settings, trust).all();
    }

    /** Tells the time to the millisecond, as it is stored. */
    @Produces
    @Singleton
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    /** Says what the server is and keeps. */
    @Produces
    @Singleton
    public ApiSettings api(Trust trust) {
        return new ApiSettings(
                new ApiSettings.Product("Ryggrad reference server", ServerVersion.read()),
                settings.production(),
                minimumAssurance(),
                trust.issuers(),
                JsonLimits.DEFAULT,
                ApiSettings.DocumentLimits.DEFAULT,
                ApiSettings.Lifetimes.DEFAULT,
                true);
    }

    private AssuranceLevel minimumAssurance() {
        AssuranceLevel level = AssuranceLevel.parse(settings.required("ryggrad.minimum-assurance"))
                .orElseThrow(() -> new RefusedStartException(
                        "ryggrad.minimum-assurance must be the URI of a registered level of assurance."));
        if (settings.production() && level.uncertified()) {
            throw new RefusedStartException("In production ryggrad.minimum-assurance must be a certified level.");
        }
        return level;
    }
}
