/**
 * Holds the Ryggrad standard and its Java interfaces.
 *
 * <p>Three ways in, by what is there already:
 *
 * <ul>
 *   <li>A new service: let the archetype make it. Nothing of this module has to be implemented.
 *   <li>A database or another part of your own beneath the engine of {@code ryggrad-sdk-core}: offer a bean of what is
 *       <em>plugged in</em>, first of all {@link se.ryggrad.api.cases.store.CaseStore},
 *       {@link se.ryggrad.api.documents.DocumentStore} and {@link se.ryggrad.api.events.EventLog}.
 *   <li>A case system of your own: offer a {@link se.ryggrad.api.cases.CaseManagement}; the contract over HTTP comes with
 *       the engine.
 * </ul>
 *
 * <p>Each package says what the SDK offers and what you plug in. Start at {@link se.ryggrad.api.cases} for cases, at
 * {@link se.ryggrad.api.catalog} for e-services and at {@link se.ryggrad.api.identity} for who acts. The standard itself, its
 * chapters, OpenAPI document and requirements, lies in {@code se/ryggrad/standard}.
 */
module se.ryggrad.api {
    requires static org.jspecify;

    exports se.ryggrad.api;
    exports se.ryggrad.api.cases;
    exports se.ryggrad.api.cases.action;
    exports se.ryggrad.api.cases.event;
    exports se.ryggrad.api.cases.law;
    exports se.ryggrad.api.cases.model;
    exports se.ryggrad.api.cases.party;
    exports se.ryggrad.api.cases.store;
    exports se.ryggrad.api.catalog;
    exports se.ryggrad.api.documents;
    exports se.ryggrad.api.events;
    exports se.ryggrad.api.idempotency;
    exports se.ryggrad.api.identity;
    exports se.ryggrad.api.messaging;
    exports se.ryggrad.api.messaging.channel;
    exports se.ryggrad.api.messaging.model;
    exports se.ryggrad.api.messaging.store;
    exports se.ryggrad.api.minasidor;
    exports se.ryggrad.api.minasidor.index;
    exports se.ryggrad.api.organisation;
    exports se.ryggrad.api.registry;

    opens se.ryggrad.standard;
}
