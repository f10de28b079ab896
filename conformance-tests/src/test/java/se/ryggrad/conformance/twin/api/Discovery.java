package se.ryggrad.conformance.twin.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Principal;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.http.Texts;
import se.ryggrad.conformance.twin.identity.Levels;
import se.ryggrad.conformance.twin.index.IndexOffer;
import se.ryggrad.conformance.twin.messaging.delivery.Offer;
import se.ryggrad.conformance.twin.portal.Gathering;
import se.ryggrad.conformance.twin.webhooks.sending.WebhookOffer;
import tools.jackson.databind.node.ObjectNode;

/** Says what the system is: api-info, capabilities, openapi, protected resource. */
public final class Discovery {

    private static final String OPENAPI = Texts.resource("/se/ryggrad/standard/openapi.yaml");

    private final TwinSettings settings;
    private final Principal principal;
    private final String base;

    /** Describes one principal. */
    public Discovery(TwinSettings settings, Principal principal, String base) {
        this.settings = settings;
        this.principal = principal;
        this.base = base;
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var open = Access.everybody();
        return List.of(
                Route.get("/api-info", open, this::apiInfo),
                Route.get("/capabilities", open, this::capabilities),
                Route.get("/openapi", open, this::openapi).producing("application/yaml"),
                Route.get("/.well-known/oauth-protected-resource", open, this::resource));
    }

    private Answer apiInfo(Call call) {
        return Answer.json(
                200,
                Json.object()
                        .put("apiName", "ryggrad-twin")
                        .put("apiVersion", "1.0-draft")
                        .put("apiReleased", "2026-11-23")
                        .put("apiDocumentation", base + "/openapi")
                        .put("apiStatus", "active"));
    }

    private Answer openapi(Call call) {
        String text = settings.breaks(Fault.CORE_052_A) ? OPENAPI.replaceFirst("/follow-up:", "/followup:") : OPENAPI;
        return Answer.raw(200, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer resource(Call call) {
        var body = Json.object().put("resource", settings.breaks(Fault.CORE_051_A) ? base + "/" : base);
        var servers = body.putArray("authorization_servers");
        settings.issuers().forEach(i -> servers.add(i.url()));
        if (settings.breaks(Fault.CORE_051_B)) {
            servers.remove(0);
        }
        body.putArray("bearer_methods_supported").add("header");
        return Answer.json(200, body);
    }

    private Answer capabilities(Call call) {
        var body = Json.object().put("standard", "1.0-draft");
        body.putObject("product").put("name", "Ryggrad twin").put("version", "1.0");
        body.put("environment", "test").put("baseUrl", base);
        body.putObject("principal")
                .put("id", principal.id())
                .put("kommunkod", principal.id())
                .put("name", principal.name());
        body.put("organisationNumber", principal.organisation());
        authorities(body);
        var roles =
                body.putArray("roles").add("case-provider").add("case-handling").add("message-service");
        if (!settings.portal().sources().isEmpty()) {
            roles.add("mina-sidor");
            overview(body);
        }
        if (settings.portal().hasIndex()) {
            IndexOffer.tell(body, settings);
        }
        options(body);
        body.put("minimumAssurance", Levels.LOA3);
        issuers(body);
        body.putArray("languages").add("sv").add("en");
        body.putObject("limits")
                .put("jsonBytes", Gate.JSON_LIMIT)
                .put("jsonDepth", Json.DEPTH)
                .put("documentBytes", Gate.DOCUMENT_LIMIT)
                .put("documentsPerCase", 20)
                .put("listLimit", 100)
                .put("feedLimit", Feed.LIMIT);
        body.set("messages", new Offer(settings).view());
        WebhookOffer.tell(body, settings);
        body.putObject("lifetimes").put("idempotencyKey", "PT24H").put("unusedDocument", "PT24H");
        return Answer.json(200, settings.breaks(Fault.CORE_048_A) ? body.without("lifetimes") : body);
    }

    private void overview(ObjectNode body) {
        if (settings.breaks(Fault.MINA_012_C)) {
            return;
        }
        body.putObject("overview")
                .put("deadline", settings.breaks(Fault.MINA_012_A) ? "PT10S" : Gathering.DEADLINE.toString())
                .put("staleFor", settings.breaks(Fault.MINA_012_B) ? "P3D" : Gathering.STALE_FOR.toString())
                .put("itemsPerSource", settings.breaks(Fault.MINA_012_D) ? 10 : Gathering.ITEMS)
                .put("answerBytes", settings.breaks(Fault.MINA_012_E) ? 65_536 : Gathering.OCTETS);
    }

    private static void authorities(ObjectNode body) {
        var list = body.putArray("authorities");
        var units = Map.of("a", List.of("unit-a", "unit-a2"), "b", List.of("unit-b"));
        for (String letter : List.of("a", "b")) {
            var authority = Json.object()
                    .put("id", "conformance-" + letter)
                    .put("name", "Provmyndighet " + letter.toUpperCase(java.util.Locale.ROOT));
            var own = authority.putArray("units");
            units.getOrDefault(letter, List.of())
                    .forEach(u -> own.add(Json.object().put("id", u).put("name", u)));
            list.add(authority);
        }
    }

    private void options(ObjectNode body) {
        var list = body.putArray("options");
        list.add(option("catalogue-import", true));
        list.add(option("webhooks", true));
        if (!settings.breaks(Fault.CORE_049_A)) {
            list.add(option("mina-arenden", false));
        }
        list.add(option("overview-index", settings.portal().hasIndex()));
    }

    private static ObjectNode option(String id, boolean offered) {
        return Json.object().put("id", id).put("offered", offered);
    }

    private void issuers(ObjectNode body) {
        var list = body.putArray("issuers");
        for (var issuer : settings.issuers()) {
            var entry = Json.object().put("issuer", issuer.url());
            entry.putArray("actors").add(issuer.actor().word());
            list.add(entry);
        }
    }
}
