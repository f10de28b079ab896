package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.Page;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Shows the catalogue of e-services and takes new versions (CAT-001 to CAT-009). */
@Path("/{principal}/v1/services")
@RequestScoped
public class ServicesResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public ServicesResource() {}

    /** Creates the resource. */
    @Inject
    public ServicesResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the current version of each service that matches. */
    @GET
    public Response list() {
        Exchange exchange = current.get();
        List<ServiceDefinition> found = ports.services()
                .search(exchange.principal().id(), exchange.parameter("q"), exchange.parameter("audience"));
        return Answers.list(exchange, Page.of(found, exchange.page()), ServicesResource::item);
    }

    /** Answers a definition as it was published. */
    @GET
    @Path("{serviceId}")
    public Response definition(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Exchange exchange = current.get();
        JsonTree document = JsonTree.parse(find(exchange).document());
        String tag = EntityTags.of(document.json().text());
        return Answers.tagged(exchange, document, tag, Optional.ofNullable(ifNoneMatch));
    }

    /** Answers the form of a service as JSON Schema. */
    @GET
    @Path("{serviceId}/form")
    public Response form(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Exchange exchange = current.get();
        JsonTree form = JsonTree.parse(find(exchange).form());
        return Answers.tagged(exchange, form, EntityTags.of(form.json().text()), Optional.ofNullable(ifNoneMatch));
    }

    /** Publishes a version of a service: 201 when it is new, 200 when it stands there already. */
    @PUT
    @Path("{serviceId}")
    public Response publish() {
        Exchange exchange = current.get();
        boolean admin = exchange.actor() instanceof Actor.Officer officer
                && officer.groups().stream().anyMatch(group -> group.name().equals(OfficerGroup.SERVICE_ADMIN));
        if (!admin) {
            throw ProblemTexts.refusal(ProblemType.FORBIDDEN, "no-group");
        }
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        if (!exchange.json().faults().isEmpty()) {
            throw RyggradException.validation(exchange.json().faults());
        }
        String id = exchange.variables().get(0);
        JsonTree document = exchange.json().root();
        ServiceStore.Publication publication = ports.services().publish(exchange.caller(), id, document.json());
        Response.ResponseBuilder answer = Answers.builder(exchange, document)
                .header("ETag", EntityTags.of(document.json().text()));
        return publication == ServiceStore.Publication.PUBLISHED
                ? answer.status(201)
                        .header("Location", exchange.address(exchange.path()))
                        .build()
                : answer.build();
    }

    private ServiceDefinition find(Exchange exchange) {
        return ports.services()
                .find(exchange.principal().id(), exchange.variables().get(0), exchange.parameter("version"));
    }

    private static JsonTree item(ServiceDefinition service) {
        List<String> audience = JsonTree.parse(service.document())
                .asObject()
                .map(document -> document.texts("audience"))
                .orElse(List.of());
        return JsonTree.object()
                .put("id", service.id().value())
                .put("version", service.version())
                .put("title", service.title())
                .put("description", service.description())
                .put("authority", service.authority().value())
                .putTexts("audience", audience)
                .put("assurance", service.assurance().map(AssuranceLevel::uri).orElse("none"))
                .build();
    }
}
