package se.ryggrad.core.rest.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.events.WebhookTerms;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.identity.TrustedIssuer;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.events.SubscriptionWriter;
import se.ryggrad.core.json.messaging.MessageWriter;
import se.ryggrad.core.json.minasidor.IndexWriter;
import se.ryggrad.core.rest.ApiSettings;

/**
 * Writes what a system claims (schema {@code capabilities}).
 *
 * @param settings what it says of itself
 * @param messages what it offers as a message service; absent when it is none
 * @param webhooks what holds where it sends events; absent when it does not
 * @param portal what it promises as a portal; absent when it is none
 * @param index what it promises of the index of a portal; absent when no source pushes
 */
record Capabilities(
        ApiSettings settings,
        Optional<MessageTerms> messages,
        Optional<WebhookTerms> webhooks,
        Optional<OverviewTerms> portal,
        Optional<IndexTerms> index) {

    private static final String CASES = "case-provider";
    private static final String HANDLING = "case-handling";

    JsonTree.ObjectNode json(String standard, Principal principal) {
        return JsonTree.object()
                .put("standard", standard)
                .put("product", product())
                .put("environment", settings.production() ? "production" : "test")
                .put("baseUrl", principal.baseUrl().toString())
                .put("principal", principal(principal))
                .put("organisationNumber", principal.organisation().value())
                .put(
                        "authorities",
                        principal.authorities().stream()
                                .map(Capabilities::authority)
                                .toList())
                .putTexts("roles", roles())
                .put("options", options())
                .put("minimumAssurance", settings.minimumAssurance().uri())
                .put("issuers", issuers(principal))
                .putTexts("languages", List.of("sv", "en"))
                .put("limits", limits())
                .put("lifetimes", lifetimes())
                .putIf("webhooks", webhooks.map(SubscriptionWriter::terms))
                .putIf("messages", messages.map(MessageWriter::terms))
                .putIf("overview", portal.map(Capabilities::overview))
                .putIf("overviewIndex", index.map(IndexWriter::terms))
                .build();
    }

    private List<String> roles() {
        return Stream.of(
                        Optional.of(CASES),
                        Optional.of(HANDLING),
                        messages.map(offered -> "message-service"),
                        portal.map(promised -> "mina-sidor"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static JsonTree overview(OverviewTerms terms) {
        return JsonTree.object()
                .put("deadline", terms.deadline().toString())
                .put("staleFor", terms.staleFor().toString())
                .put("itemsPerSource", terms.itemsPerSource())
                .put("answerBytes", terms.answerBytes())
                .build();
    }

    private JsonTree product() {
        return JsonTree.object()
                .put("name", settings.product().name())
                .put("version", settings.product().version())
                .build();
    }

    private static JsonTree principal(Principal principal) {
        return JsonTree.object()
                .put("id", principal.id().value())
                .putText("kommunkod", principal.kommunkod())
                .put("name", principal.name())
                .build();
    }

    private static JsonTree authority(Authority authority) {
        List<JsonTree> units = authority.units().stream()
                .<JsonTree>map(unit -> JsonTree.object().put("id", unit.value()).build())
                .toList();
        return JsonTree.object()
                .put("id", authority.id().value())
                .put("name", authority.name())
                .put("units", units)
                .build();
    }

    private List<JsonTree> options() {
        List<JsonTree> options = new java.util.ArrayList<>();
        options.add(option("catalogue-import", settings.catalogueImport()));
        options.add(option("webhooks", webhooks.isPresent()));
        options.add(option("overview-index", index.isPresent()));
        options.add(option("mina-arenden", false));
        return options;
    }

    private static JsonTree option(String id, boolean offered) {
        return JsonTree.object().put("id", id).put("offered", offered).build();
    }

    private List<JsonTree> issuers(Principal principal) {
        return settings.issuers().stream()
                .filter(issuer -> issuer.serves(principal.id()))
                .map(Capabilities::issuer)
                .toList();
    }

    private static JsonTree issuer(TrustedIssuer issuer) {
        List<String> kinds =
                issuer.actors().stream().sorted().map(ActorKind::code).toList();
        return JsonTree.object()
                .put("issuer", issuer.url())
                .putTexts("actors", kinds)
                .build();
    }

    private JsonTree limits() {
        return JsonTree.object()
                .put("jsonBytes", settings.json().bytes())
                .put("jsonDepth", settings.json().depth())
                .put("documentBytes", settings.documents().bytes())
                .put("documentsPerCase", settings.documents().perCase())
                .put("listLimit", PageRequest.MAXIMUM_LIMIT)
                .put("feedLimit", settings.documents().feed())
                .build();
    }

    private JsonTree lifetimes() {
        return JsonTree.object()
                .put("idempotencyKey", settings.lifetimes().idempotencyKey().toString())
                .put("unusedDocument", settings.lifetimes().unusedDocument().toString())
                .build();
    }
}
