package se.ryggrad.server.wiring;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.minasidor.CasePages;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.core.rest.ApiSettings;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.webhooks.WebhookPolicy;
import se.ryggrad.server.security.Trust;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/**
 * Prepares the server before its first request: settings, schema, services, test issuer.
 *
 * <p>A setting that cannot be is one sentence in the log, and the process ends with exit code 1.
 */
@Dependent
public class Startup {
    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    private static final String NO_DATABASE =
            "The database at ryggrad.db.url cannot be used ({0}); does another server use the data folder?";

    private final ServerSettings settings;
    private final DataSource database;
    private final Instance<Trust> trust;
    private final Instance<Principals> principals;
    private final Instance<Registries> registries;
    private final Instance<CasePages> pages;
    private final Instance<PortalRegister> portals;
    private final Instance<Ports> ports;

    /** Creates the start; everything else is made within it, so that what cannot be made is told as one sentence. */
    @Inject
    public Startup(
            ServerSettings settings,
            DataSource database,
            Instance<Trust> trust,
            Instance<Principals> principals,
            Instance<Registries> registries,
            Instance<CasePages> pages,
            Instance<PortalRegister> portals,
            Instance<Ports> ports) {
        this.settings = settings;
        this.database = database;
        this.trust = trust;
        this.principals = principals;
        this.ports = ports;
        this.registries = registries;
        this.pages = pages;
        this.portals = portals;
    }

    /** Runs when the application starts. */
    void start(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event, Instance<ApiSettings> api) {
        try {
            prepare(principals.get().all());
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} {1} serves {2} principals below {3}, environment {4}.",
                    api.get().product().name(),
                    api.get().product().version(),
                    principals.get().all().size(),
                    settings.baseUrl(),
                    settings.production() ? "production" : "test");
        } catch (RyggradException unreachable) {
            throw refuse(MessageFormat.format(NO_DATABASE, reason(unreachable)), unreachable);
        } catch (RuntimeException failed) {
            throw refuse(sentence(failed), failed);
        }
    }

    private void prepare(List<Principal> all) {
        if (settings.production()) {
            requireProduction();
        }
        pages.get();
        LOG.log(
                System.Logger.Level.INFO,
                "{0} principals are portals of Mina sidor",
                portals.get().sources().size());
        LOG.log(
                System.Logger.Level.INFO,
                "{0} registries tell who may represent whom",
                registries.get().all().size());
        ConfiguredChannels channels = new ConfiguredChannels(settings);
        LOG.log(
                System.Logger.Level.INFO,
                "{0} channels beside the inbox take messages, {1} tries each",
                channels.all().size(),
                channels.limits().tries());
        WebhookPolicy webhooks = new ConfiguredWebhooks(settings).policy();
        LOG.log(
                System.Logger.Level.INFO,
                "webhooks are {0}, {1} origins are excepted",
                webhooks.offered() ? "offered" : "not offered",
                webhooks.origins().size());
        SchemaMigration.migrate(database, all.stream().map(Principal::id).toList());
        // Puts the SDK together, which publishes the e-services and needs the schema for it.
        ports.get();
        trust.get().writeTestKey(settings);
    }

    private void requireProduction() {
        if (!"https".equals(settings.baseUrl().getScheme())) {
            throw new RefusedStartException("In production ryggrad.base-url must begin with https://.");
        }
        settings.required("ryggrad.actor-key");
        if (settings.conformanceServices()) {
            throw new RefusedStartException("In production ryggrad.conformance-services must be false.");
        }
    }

    private static String sentence(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedStartException refused) {
                return refused.sentence();
            }
        }
        return "The server could not prepare itself: " + failed;
    }

    /** Returns the SQL state, which the store gives as the cause, or else the problem. */
    private static String reason(RyggradException unreachable) {
        return Optional.ofNullable(unreachable.getCause())
                .map(Throwable::getMessage)
                .orElseGet(() -> unreachable.problem().type().name());
    }

    private static IllegalStateException refuse(String sentence, RuntimeException cause) {
        LOG.log(System.Logger.Level.ERROR, sentence);
        Thread end = new Thread(() -> Runtime.getRuntime().exit(1), "ryggrad-refused");
        end.setDaemon(true);
        end.start();
        return new IllegalStateException(sentence, cause);
    }
}
