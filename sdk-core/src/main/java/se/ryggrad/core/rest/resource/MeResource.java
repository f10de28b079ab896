package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Page;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.identity.VerifiedToken;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.RepresentationSearch;
import se.ryggrad.core.json.registry.RepresentationWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;

/** Tells who the caller is and whom they may represent (ID-025, ID-028, ID-053, MINA-009). */
@Path("/{principal}/v1/me")
@RequestScoped
public class MeResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public MeResource() {}

    /** Creates the resource. */
    @Inject
    public MeResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the actor that the token stands for. */
    @GET
    public Response me() {
        Exchange exchange = current.get();
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        VerifiedToken token = exchange.token().orElseThrow();
        JsonBuilder me = JsonTree.object()
                .put("id", token.actor().id().value())
                .put("kind", token.kind().code());
        describe(me, token.actor());
        me.putText("acr", token.acr()).put("expiresAt", Formats.text(token.expiresAt()));
        exchange.representation().ifPresent(by -> me.put("onBehalfOf", RepresentationWriter.brief(by)));
        return Answers.json(exchange, me.build());
    }

    /** Answers whom the person may represent today, whomever the request is made for. */
    @GET
    @Path("representations")
    public Response representations() {
        Exchange exchange = current.get();
        return Answers.list(exchange, Page.of(held(exchange), exchange.page()), RepresentationWriter::item);
    }

    /** Answers those that are for whoever stands in the body; who that is stands nowhere else (MINA-009). */
    @POST
    @Path("representations/searches")
    public Response search() {
        Exchange exchange = current.get();
        Identity represented = RepresentationSearch.read(exchange.json());
        List<Representation> found = held(exchange).stream()
                .filter(by -> by.represented().equals(represented))
                .toList();
        return Answers.list(exchange, Page.of(found, exchange.page()), RepresentationWriter::item);
    }

    private List<Representation> held(Exchange exchange) {
        return exchange.token()
                .flatMap(token -> token.inquiry(
                        exchange.principal().id(), exchange.trace().parent()))
                .map(ports.representations()::all)
                .orElse(List.of());
    }

    private static void describe(JsonBuilder me, Actor actor) {
        if (actor instanceof Actor.Person person) {
            JsonTree scheme = JsonTree.object()
                    .put("scheme", person.identity().scheme().code())
                    .build();
            me.putText("name", named(person.name())).put("identity", scheme);
        } else if (actor instanceof Actor.Officer officer) {
            me.putText("name", named(officer.name()))
                    .put("organisationNumber", officer.organisation().value())
                    .put("groups", groups(officer));
        } else if (actor instanceof Actor.SystemActor system) {
            me.putTexts("scopes", system.scopes().stream().sorted().toList())
                    .putTexts(
                            "authorities",
                            system.authorities().stream()
                                    .map(AuthorityId::value)
                                    .sorted()
                                    .toList());
        }
    }

    private static Optional<String> named(String name) {
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    private static List<JsonTree> groups(Actor.Officer officer) {
        return officer.groups().stream()
                .sorted(Comparator.comparing(
                                (OfficerGroup group) -> group.authority().value())
                        .thenComparing(OfficerGroup::name))
                .<JsonTree>map(group -> JsonTree.object()
                        .put("authority", group.authority().value())
                        .put("group", group.name())
                        .build())
                .toList();
    }
}
