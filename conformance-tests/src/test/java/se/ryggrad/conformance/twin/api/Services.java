package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.catalog.DefinitionCheck;
import se.ryggrad.conformance.twin.catalog.Service;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the catalogue, and takes definitions into it. */
public final class Services {

    private static final List<String> ITEM =
            List.of("id", "version", "title", "description", "authority", "audience", "assurance");
    private static final Set<String> AUDIENCES = Set.of("person", "organisation", "employee");

    private final World world;
    private final Set<String> shipped;

    /** Shows the catalogue of one principal. */
    public Services(World world) {
        this.world = world;
        this.shipped = world.catalog().all().map(Service::id).collect(java.util.stream.Collectors.toSet());
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var open = Access.everybody();
        return List.of(
                Route.get("/services", open, this::list, "q", "audience", "limit", "page", "count"),
                Route.get("/services/{id}", open, this::one, "version"),
                Route.get("/services/{id}/form", open, this::form, "version"),
                Route.post("/services/{id}", Access.only(Kind.OFFICER), this::put)
                        .with("PUT"));
    }

    private Answer list(Call call) {
        String audience = call.query().first("audience").orElse("");
        if (call.query().has("audience") && !AUDIENCES.contains(audience)) {
            throw Fail.parameter("audience", "unknown-value");
        }
        int length = call.query().first("q").orElse("q").codePoints().toArray().length;
        if (length < 1 || length > 100) {
            throw Fail.parameter("q", length < 1 ? "min-length" : "max-length");
        }
        var items = world.catalog()
                .all()
                .filter(s -> fits(s, call) && !isLost(s))
                .map(this::item)
                .toList();
        if (world.settings().breaks(Fault.CAT_001_A)) {
            items = new java.util.ArrayList<>(items);
            java.util.Collections.reverse(items);
        }
        return Pages.answer(call, world.base(), world.settings(), items);
    }

    private boolean isLost(Service service) {
        return !shipped.contains(service.id()) && world.settings().breaks(Fault.CAT_005_B);
    }

    private boolean fits(Service service, Call call) {
        String q = call.query().first("q").orElse("");
        String audience = call.query().first("audience").orElse("");
        boolean aimed = audience.isEmpty()
                || world.settings().breaks(Fault.CAT_002_B)
                || service.json()
                        .path("audience")
                        .valueStream()
                        .anyMatch(a -> a.asString("").equals(audience));
        return aimed && (q.isEmpty() || text(service).contains(folded(q)));
    }

    private String folded(String text) {
        return world.settings().breaks(Fault.CAT_002_A) ? text : text.toLowerCase(Locale.ROOT);
    }

    private String text(Service service) {
        var json = service.json();
        var text = new StringBuilder();
        for (String name : List.of("title", "description")) {
            json.path(name).values().forEach(t -> text.append(t.asString("")).append('\n'));
        }
        return folded(text.toString());
    }

    private ObjectNode item(Service service) {
        var item = Json.object();
        ITEM.forEach(name -> item.set(name, service.json().path(name)));
        return world.settings().breaks(Fault.CAT_001_B) ? item.without("description") : item;
    }

    private Service find(Call call) {
        String id = call.pathValue("id");
        var version = call.query().first("version");
        if (version.isPresent() && !world.settings().breaks(Fault.CAT_003_B)) {
            return world.catalog().find(id, version.get()).orElseThrow(Fail::notFound);
        }
        return (world.settings().breaks(Fault.CAT_003_A)
                        ? world.catalog().oldest(id)
                        : world.catalog().current(id))
                .orElseThrow(Fail::notFound);
    }

    private Answer one(Call call) {
        return tagged(call, find(call).json());
    }

    private Answer form(Call call) {
        var form = (world.settings().breaks(Fault.CAT_004_B)
                        ? world.catalog().current(find(call).id()).orElseThrow(Fail::notFound)
                        : find(call))
                .form();
        if (world.settings().breaks(Fault.CAT_004_A) && form instanceof ObjectNode object) {
            return tagged(call, object.deepCopy().without("required"));
        }
        return tagged(call, form);
    }

    private Answer tagged(Call call, JsonNode body) {
        String tag = "\"" + Event.hex(Event.sha256(Json.bytes(body))).substring(0, 32) + "\"";
        String asked = String.join(",", call.headers("If-None-Match"));
        boolean known = (asked.strip().equals("*") || asked.contains(tag))
                && !world.settings().breaks(Fault.CORE_039_C);
        return (known ? Answer.empty(304) : Answer.json(200, body)).header("ETag", tag);
    }

    private Answer put(Call call) {
        var definition = call.object();
        authorize(call, definition);
        Gate.officerLevel(call, world.settings());
        synchronized (world) {
            var faults = new ArrayList<>(new DefinitionCheck(world.settings()).check(call.pathValue("id"), definition));
            String unit = definition.path("unit").asString("");
            boolean known = world.hasUnit(definition.path("authority").asString(""), unit);
            if (!unit.isEmpty() && !known && !world.settings().breaks(Fault.CAT_025_A)) {
                faults.add(FieldFault.at("/unit", "unknown-value"));
            }
            var old = world.catalog()
                    .find(
                            definition.path("id").asString(""),
                            definition.path("version").asString(""));
            if (old.isPresent() && faults.isEmpty()) {
                return again(call, old.get(), definition);
            }
            if (!faults.isEmpty()) {
                throw Fail.invalid(faults);
            }
            if (!world.settings().breaks(Fault.CAT_005_A)) {
                world.catalog().publish(new Service(definition));
            }
            String address = world.base() + "/services/" + call.pathValue("id");
            return tagged(call, definition).header("Location", address).withStatus(201);
        }
    }

    private void authorize(Call call, ObjectNode definition) {
        var caller = call.caller();
        String authority = definition.path("authority").asString("");
        boolean moved = world.catalog()
                .current(call.pathValue("id"))
                .filter(s -> !s.authority().equals(authority))
                .isPresent();
        boolean admin = (!moved && caller.has("service-admin", authority))
                || (authority.isEmpty() && caller.hasAnywhere("service-admin"))
                || world.settings().breaks(Fault.CAT_006_A)
                || (world.settings().breaks(Fault.CAT_006_B) && caller.hasAnywhere("service-admin"));
        if (!admin) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
    }

    private String content(ObjectNode definition) {
        String content = Event.canonical(definition);
        return world.settings().breaks(Fault.CAT_007_C) ? content.replaceAll("[0-9]+", "0") : content;
    }

    private Answer again(Call call, Service old, ObjectNode definition) {
        boolean same = content(old.json()).equals(content(definition));
        if (!same && !world.settings().breaks(Fault.CAT_007_A)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        if (!same) {
            world.catalog().publish(new Service(definition));
        }
        if (same && world.settings().breaks(Fault.CAT_007_B)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        return tagged(call, definition);
    }
}
