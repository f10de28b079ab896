package se.ryggrad.core.cdi;

import java.time.Clock;
import java.util.Optional;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.EnginePorts;
import se.ryggrad.core.identity.ActorIds;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.core.registry.Representations;
import se.ryggrad.core.rest.ApiSettings;
import se.ryggrad.core.webhooks.WebhookService;

/**
 * Is what the engine and the HTTP side both stand on.
 *
 * @param settings the settings
 * @param clock the time
 * @param api what the system says of itself
 * @param principals whom it serves
 * @param clients which authorities systems reach
 * @param picked the stores
 * @param sending who sends events; absent where that is not offered
 * @param ids names actors
 * @param representations tells whom a person may represent
 * @param engine what the engine is plugged into
 */
record Groundwork(
        Settings settings,
        Clock clock,
        ApiSettings api,
        Principals principals,
        SystemClients clients,
        Stores.Picked picked,
        Optional<WebhookService> sending,
        ActorIds ids,
        Representations representations,
        EnginePorts engine) {}
