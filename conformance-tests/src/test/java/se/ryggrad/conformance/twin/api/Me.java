package se.ryggrad.conformance.twin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.mandates.Mandate;
import se.ryggrad.conformance.twin.mandates.Mandates;
import tools.jackson.databind.node.ObjectNode;

/** Says who calls, and for whom they may act. */
public final class Me {

    private final World world;
    private final String organisation;
    private final Mandates mandates;

    /** Answers for one principal. */
    public Me(World world, String organisation, Mandates mandates) {
        this.world = world;
        this.organisation = organisation;
        this.mandates = mandates;
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var all = Access.only(Kind.PERSON, Kind.OFFICER, Kind.SYSTEM);
        var person = Access.only(Kind.PERSON).orPortal(Overview.SCOPE);
        return List.of(
                Route.get("/me", all, this::me),
                Route.get("/me/representations", person, this::representations, "limit", "page", "count"),
                Route.post("/me/representations/searches", person, this::search, "limit", "page", "count"));
    }

    private Answer me(Call call) {
        Gate.officerLevel(call, world.settings());
        var caller = call.caller();
        var body = Json.object()
                .put("id", id(call))
                .put("kind", caller.kind().word())
                .put("expiresAt", World.text(caller.expiresAt()));
        if (!caller.name().isEmpty()) {
            body.put("name", caller.name());
        }
        if (!caller.acr().isEmpty()) {
            body.put("acr", caller.acr());
        }
        switch (caller.kind()) {
            case PERSON -> body.putObject("identity").put("scheme", caller.scheme());
            case OFFICER -> officer(call, body);
            default -> system(caller, body);
        }
        if (!world.settings().breaks(Fault.ID_053_A)) {
            caller.mandate().ifPresent(m -> body.set("onBehalfOf", m.view()));
        }
        return Answer.json(200, body);
    }

    /** A broken twin knows a person by the login. */
    private String id(Call call) {
        String id = call.caller().id();
        if (!call.caller().isPerson() || !world.settings().breaks(Fault.ID_026_C)) {
            return id;
        }
        String payload = call.header("Authorization").orElse("").split("\\.", 3)[1];
        boolean other = new String(Base64.getUrlDecoder().decode(payload), UTF_8).contains("/person-2\"");
        return other ? UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString() : id;
    }

    private void system(Caller caller, ObjectNode body) {
        body.set("scopes", Json.array(caller.scopes()));
        var reached = List.of("conformance-a", "conformance-b").stream()
                .filter(a -> world.reaches(caller, a))
                .toList();
        body.set("authorities", Json.array(reached));
    }

    private void officer(Call call, ObjectNode body) {
        if (!world.settings().breaks(Fault.ID_025_B)) {
            body.put("organisationNumber", organisation);
        }
        var groups = body.putArray("groups");
        call.caller()
                .groups()
                .forEach(g ->
                        groups.add(Json.object().put("authority", g.authority()).put("group", g.group())));
    }

    private Answer search(Call call) {
        var wanted = RepresentationSearch.of(call.object(), world.settings());
        var found = wanted.among(mandates.of(call.caller(), call.trace())).stream()
                .map(Mandate::item)
                .toList();
        return Pages.answer(call, world.base(), world.settings(), found);
    }

    private Answer representations(Call call) {
        var invented = Json.object()
                .put("id", java.util.UUID.randomUUID().toString())
                .put("kind", "guardian")
                .put("jointly", false);
        invented.putArray("rights").add("read");
        var held = mandates.of(call.caller(), call.trace()).stream()
                .map(Mandate::item)
                .toList();
        var list = held.isEmpty() && world.settings().breaks(Fault.ID_028_A) ? List.of(invented) : held;
        if (call.caller().grant().isExchanged() && world.settings().breaks(Fault.MINA_006_L)) {
            list = List.of();
        }
        return Pages.answer(call, world.base(), world.settings(), list);
    }
}
