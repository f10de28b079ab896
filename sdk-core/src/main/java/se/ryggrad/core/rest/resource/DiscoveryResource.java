package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import se.ryggrad.core.identity.TrustedIssuer;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;

/** Tells what the system is, without a token (CORE-047 to CORE-052). */
@Path("/{principal}/v1")
@RequestScoped
public class DiscoveryResource {

    static final List<String> SCOPES = List.of(
            "cases:open",
            "cases:register",
            "cases:read",
            "events:read",
            "overview:read",
            "messages:send",
            "receipts:write",
            "overview:write");

    private static final String RELEASED = "2026-11-23";
    private static final String STANDARD =
            StandardFiles.json("requirements.json").text("standard").orElseThrow();

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public DiscoveryResource() {}

    /** Creates the resource. */
    @Inject
    public DiscoveryResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers name, version and status of the API (DIGG VER.06). */
    @GET
    @Path("api-info")
    public Response apiInfo() {
        Exchange exchange = current.get();
        JsonTree info = JsonTree.object()
                .put("apiName", "Ryggrad")
                .put("apiVersion", STANDARD)
                .put("apiReleased", RELEASED)
                .put("apiDocumentation", exchange.address("/openapi"))
                .put("apiStatus", "active")
                .build();
        return Answers.json(exchange, info);
    }

    /** Answers what the system claims and its limits. */
    @GET
    @Path("capabilities")
    public Response capabilities() {
        Exchange exchange = current.get();
        Capabilities claimed = new Capabilities(
                ports.settings(),
                ports.messages().map(offered -> offered.messaging().terms()),
                ports.webhooks().map(offered -> offered.subscriptions().terms()),
                ports.portal().terms(exchange.principal().id()),
                ports.intake().terms(exchange.principal().id()));
        return Answers.json(exchange, claimed.json(STANDARD, exchange.principal()));
    }

    /** Answers the contract itself, in its own octets. */
    @GET
    @Path("openapi")
    public Response openapi() {
        return Response.ok(StandardFiles.octets("openapi.yaml"), "application/yaml")
                .header("Content-Language", "en")
                .build();
    }

    /** Answers the protected resource metadata (RFC 9728). */
    @GET
    @Path(".well-known/oauth-protected-resource")
    public Response protectedResource() {
        Exchange exchange = current.get();
        List<String> issuers = ports.settings().issuers().stream()
                .filter(issuer -> issuer.serves(exchange.principal().id()))
                .map(TrustedIssuer::url)
                .toList();
        JsonTree metadata = JsonTree.object()
                .put("resource", exchange.principal().baseUrl().toString())
                .putTexts("authorization_servers", issuers)
                .putTexts("bearer_methods_supported", List.of("header"))
                .putTexts("scopes_supported", SCOPES)
                .put("resource_name", exchange.principal().name())
                .build();
        return Answers.json(exchange, metadata);
    }
}
