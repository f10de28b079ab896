package se.ryggrad.core.rest;

import java.time.Clock;
import java.util.Optional;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.catalog.ServiceCatalog;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.minasidor.MinaSidor;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.api.minasidor.index.OverviewIntake;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.identity.TokenVerifier;
import se.ryggrad.core.messaging.MessageService;
import se.ryggrad.core.registry.Representations;
import se.ryggrad.core.webhooks.WebhookService;

/**
 * Is everything that the HTTP side delegates to; the wiring puts it together.
 *
 * @param settings what the system says of itself
 * @param principals whom it serves
 * @param tokens who verifies tokens
 * @param cases who manages cases
 * @param audit who seals and shows what was read
 * @param overview who tells what there is for Mina sidor
 * @param messages who takes and shows messages; absent where the system is no message service
 * @param webhooks who sends events to receivers; absent where that is not offered
 * @param portal who gathers what many sources have
 * @param intake who takes what sources push
 * @param services who offers service definitions
 * @param documents who keeps documents
 * @param feed who reads the feed
 * @param officers who knows officers
 * @param representations who tells whom a person may represent
 * @param clock the time
 */
public record Ports(
        ApiSettings settings,
        Principals principals,
        TokenVerifier tokens,
        CaseManagement cases,
        AccessAudit audit,
        OverviewSource overview,
        Optional<MessageService> messages,
        Optional<WebhookService> webhooks,
        MinaSidor portal,
        OverviewIntake intake,
        ServiceCatalog services,
        DocumentStore documents,
        EventLog feed,
        OfficerDirectory officers,
        Representations representations,
        Clock clock) {}
