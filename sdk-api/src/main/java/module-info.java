/**
 * Holds the Ryggrad standard and its Java interfaces: what the SDK offers and what you plug in.
 *
 * <p>Start at {@link se.ryggrad.api.catalog} for e-services and at {@link se.ryggrad.api.identity} for
 * who acts. The standard itself lies in {@code se/ryggrad/standard}.
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
