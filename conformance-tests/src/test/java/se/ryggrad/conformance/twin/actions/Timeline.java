package se.ryggrad.conformance.twin.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Trace;
import se.ryggrad.conformance.twin.mandates.Mandate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes events into a case and into the feed. */
public final class Timeline {

    private static final String NOBODY = "Ryggrad";

    private final Standing standing;
    private final Call call;

    /** Writes as the caller, or as the system itself. */
    public Timeline(Standing standing, Call call) {
        this.standing = standing;
        this.call = call;
    }

    /**
     * What happened, before it is written.
     *
     * @param party the party for whom an officer acted, or empty
     */
    public record Fact(String type, LocalDate on, ObjectNode data, Circle circle, String party) {

        /** Returns a fact for everybody in the case. */
        public static Fact of(String type, LocalDate on, ObjectNode data) {
            return new Fact(type, on, data, Circle.everybody(), "");
        }
    }

    /** Who may see a part, and on what ground others may not. */
    public record Circle(ObjectNode audience, JsonNode secrecy) {

        /** Returns the circle of everybody in the case. */
        public static Circle everybody() {
            return new Circle(Json.object().put("to", "all-parties"), Json.array());
        }

        /** Puts the circle into a part of the case. */
        public ObjectNode into(ObjectNode part) {
            part.set("audience", audience);
            part.set("secrecy", secrecy);
            return part;
        }
    }

    /** Writes what the caller did. */
    public void write(Fact fact) {
        writeBy(fact, by());
    }

    /** Writes what the caller did, who is told of in other words than by name. */
    void writeBy(Fact fact, String by) {
        var actor = actor();
        if (!fact.party().isEmpty() && standing.caller().isOfficer() && !breaks(Fault.HAND_041_A)) {
            actor.put("for", fact.party());
        }
        standing.caller().mandate().ifPresent(m -> represent(actor, m));
        append(fact, actor, by);
    }

    private void represent(ObjectNode actor, Mandate mandate) {
        if (!breaks(Fault.ID_050_C)) {
            actor.put("right", mandate.kind());
        }
        if (breaks(Fault.ID_050_E)) {
            actor.put("id", standing.world().claims().personId(mandate.scheme(), mandate.value()));
        }
        if (!breaks(Fault.ID_050_B)) {
            standing.self().stream().findFirst().ifPresent(party -> actor.put("for", party.id()));
        }
    }

    /** Writes what happened by itself. */
    public void writeAutomatic(Fact fact) {
        append(fact, nobody(), NOBODY);
    }

    /** Writes what happened by itself while nobody called. */
    static void happen(World world, CaseFile file, Fact fact) {
        append(world, file, fact, nobody(), new Draft(NOBODY, Trace.of("").header()));
    }

    private static ObjectNode nobody() {
        return Json.object().put("kind", "automatic").put("right", "rule");
    }

    private ObjectNode actor() {
        var caller = standing.caller();
        var actor = Json.object().put("kind", caller.kind().name().toLowerCase(Locale.ROOT));
        switch (caller.kind()) {
            case ANONYMOUS -> actor.put("right", "own");
            case PERSON ->
                actor.put("id", breaks(Fault.CASE_027_B) ? caller.number() : caller.id())
                        .put("right", "own")
                        .put("acr", caller.acr());
            case OFFICER ->
                actor.put("id", caller.id())
                        .put("unit", standing.file().unit())
                        .put("right", "office")
                        .put("acr", caller.acr());
            case SYSTEM -> actor.put("id", caller.id()).put("right", "scope");
        }
        if (breaks(Fault.CASE_027_A)) {
            actor.remove("acr");
        }
        return actor;
    }

    private boolean breaks(Fault fault) {
        return standing.world().settings().breaks(fault);
    }

    private String by() {
        return switch (standing.caller().kind()) {
            case OFFICER ->
                standing.caller().name().isEmpty()
                        ? standing.file().unit()
                        : standing.caller().name();
            case PERSON ->
                standing.caller().name().isEmpty() ? "Part" : standing.caller().name();
            case SYSTEM -> standing.caller().client();
            case ANONYMOUS -> "Anonym";
        };
    }

    private ObjectNode told(Fact fact) {
        var data = fact.data();
        if (fact.type().equals("requested") && breaks(Fault.CASE_082_A)) {
            data.remove("addressee");
        }
        if (fact.type().equals("decision-notified") && breaks(Fault.CASE_082_B)) {
            data.remove("sentOn");
        }
        if (fact.type().equals("assigned") && breaks(Fault.CASE_082_C)) {
            data.put("unit", standing.file().unit());
        }
        return data;
    }

    private void append(Fact fact, ObjectNode actor, String by) {
        var world = standing.world();
        var told = new Fact(fact.type(), fact.on(), told(fact), fact.circle(), fact.party());
        append(world, standing.file(), told, actor, new Draft(by, trace()));
    }

    /** Who an event names for people, and in what trace it was made. */
    private record Draft(String by, String trace) {}

    private static void append(World world, CaseFile file, Fact fact, ObjectNode actor, Draft draft) {
        var content = Json.object()
                .put("type", fact.type())
                .put("occurredOn", fact.on().toString())
                .put("recordedAt", world.now());
        content.set("actor", actor);
        content.set("audience", fact.circle().audience());
        content.set("data", fact.data());
        var provisions = fact.circle()
                .secrecy()
                .valueStream()
                .map(s -> s.path("provision").asString(""))
                .toList();
        byte[] previous = file.version() == 0
                ? new byte[32]
                : file.events().get(file.version() - 1).hash();
        var sealing = new Event.Draft(content, draft.by(), provisions);
        var event = Event.seal(file.version() + 1, sealing, previous, world.settings());
        file.advance(event);
        feed(world, file, event, draft.trace());
    }

    private static void feed(World world, CaseFile file, Event event, String trace) {
        var item = Json.object()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", world.base())
                .put("type", "se.ryggrad.case." + event.type() + ".v1")
                .put("subject", file.id())
                .put("time", event.recordedAt())
                .put("datacontenttype", "application/json")
                .put("traceparent", trace);
        item.putObject("data")
                .put("sequence", event.sequence())
                .put("head", Event.hex(event.hash()))
                .put("authority", file.authority())
                .put("service", file.service().id())
                .put("status", file.status());
        if (world.settings().breaks(Fault.EVT_004_B)) {
            ((ObjectNode) item.path("data")).put("head", Event.hex(event.previous()));
        }
        world.feed().add(item);
        if (world.settings().breaks(Fault.EVT_004_A)) {
            world.feed().add(item);
        }
    }

    private String trace() {
        return breaks(Fault.EVT_002_C) ? Trace.of("").header() : call.trace().header();
    }

    /** Returns a list of ids as JSON. */
    static JsonNode ids(List<String> ids) {
        return Json.array(ids);
    }
}
