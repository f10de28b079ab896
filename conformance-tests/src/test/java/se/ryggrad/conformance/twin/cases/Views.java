package se.ryggrad.conformance.twin.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.erasure.Remains;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import se.ryggrad.conformance.twin.protection.Shade;
import se.ryggrad.conformance.twin.sight.Limits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows cases to readers. */
public final class Views {

    private Views() {}

    /** Returns an answer with the whole case and its ETag. */
    public static Answer answer(int status, Standing standing, String language) {
        var view = whole(standing, language);
        return Answer.json(status, view).header("ETag", tag(standing, view));
    }

    /** Returns the strong ETag of a view, and remembers that the reader was given it. */
    public static String tag(Standing standing, ObjectNode view) {
        String hash = Event.hex(Event.sha256(Json.bytes(view))).substring(0, 32);
        var settings = standing.world().settings();
        String tag =
                "\"" + (settings.breaks(Fault.CORE_035_B) ? 1 : standing.file().version()) + "-" + hash + "\"";
        if (settings.breaks(Fault.CORE_035_B)) {
            tag = "\"" + standing.file().id().substring(0, 8) + "\"";
        }
        if (settings.breaks(Fault.CORE_035_C)) {
            tag = "\"v" + standing.file().version() + "\"";
        }
        standing.file().issued(standing.caller().id(), tag);
        return tag;
    }

    /** Returns the whole case as a reader sees it. */
    public static ObjectNode whole(Standing standing, String language) {
        var file = standing.file();
        var view = head(standing, language);
        view.put("track", file.service().track())
                .put("initiatedBy", file.initiatedBy)
                .put("channel", file.channel)
                .put("principal", standing.world().principal());
        var chain = view.putObject("chain").put("sequence", file.version());
        boolean first = standing.world().settings().breaks(Fault.CASE_025_A);
        chain.put(
                "hash",
                Event.hex(file.events().get(first ? 0 : file.version() - 1).hash()));
        officer(file, view);
        var parties = view.putArray("parties");
        for (var party : file.parties()) {
            boolean official = standing.isOfficial() && !standing.isClosed();
            boolean value = official || standing.world().settings().breaks(Fault.CASE_012_A);
            var shown = Shade.party(
                    standing, party, party.view(value, standing.self().contains(party)));
            if (party.role().equals("applicant") && standing.world().settings().breaks(Fault.CASE_010_B)) {
                shown.put("from", party.from().minusDays(1).toString());
            }
            parties.add(shown);
        }
        view.set("form", Shade.form(standing));
        view.putArray("provenance");
        view.set("deficiencies", deficiencies(file, language));
        view.set("documents", Shade.documents(standing, heard(standing, file.documents())));
        file.agreement().ifPresent(a -> view.set("approval", a.view()));
        view.set("requests", requests(standing));
        boolean open = standing.world().settings().breaks(Fault.CASE_028_C);
        view.set("decisions", open ? file.decisions() : heard(standing, file.decisions()));
        view.set("appeals", appeals(standing));
        file.demandFrom(standing.world().settings()).ifPresent(day -> view.put("demandFrom", day.toString()));
        view.set("deadlines", file.deadlines());
        view.set("relations", file.relations());
        if (file.result != null) {
            view.set("result", file.result);
        }
        view.set("allowedActions", Json.array(actions(standing)));
        return Limits.of(standing, Remains.disposed(standing, view));
    }

    private static List<String> actions(Standing standing) {
        var actions = new ArrayList<>(standing.isClosed() ? List.<String>of() : standing.allowed());
        var settings = standing.world().settings();
        if (settings.breaks(Fault.HAND_001_A)) {
            Collections.reverse(actions);
        }
        if (settings.breaks(Fault.HAND_001_B)) {
            actions.add("submit");
        }
        if (settings.breaks(Fault.HAND_002_A) && !actions.contains("reopen")) {
            actions.add("reopen");
        }
        if (settings.breaks(Fault.HAND_002_B)) {
            actions.remove("message");
        }
        mislead(standing, settings, actions);
        return actions;
    }

    /** Tells what is not true, only to some in some cases. */
    private static void mislead(Standing standing, TwinSettings settings, List<String> actions) {
        if (settings.breaks(Fault.HAND_002_C) && standing.file().reopened()) {
            actions.remove("decide");
        }
        boolean co = standing.self().stream().anyMatch(p -> p.role().equals("co-applicant"));
        if (settings.breaks(Fault.HAND_002_D) && co && standing.file().isIn("registered", "in-progress")) {
            actions.add("withdraw");
        }
        boolean legality = standing.file().service().track().equals("legality");
        boolean party =
                !standing.self().isEmpty() && !standing.file().decisions().isEmpty();
        if (settings.breaks(Fault.HAND_002_E) && legality && party) {
            actions.add("appeal");
        }
        boolean asked =
                !standing.self().isEmpty() && !standing.file().openRequests().isEmpty();
        if (settings.breaks(Fault.HAND_002_F) && asked && !actions.contains("answer-request")) {
            actions.add("answer-request");
        }
    }

    private static ArrayNode deficiencies(CaseFile file, String language) {
        var list = Json.array();
        for (var gap : file.deficiencies().values()) {
            String code = gap.path("code").asString();
            list.add(((ObjectNode) gap.deepCopy()).put("detail", Texts.of("error", code, language)));
        }
        return list;
    }

    private static void officer(CaseFile file, ObjectNode view) {
        file.officer().ifPresent(o -> {
            var officer = view.putObject("officer").put("officer", o.id());
            if (!o.name().isEmpty()) {
                officer.put("name", o.name());
            }
        });
    }

    private static ArrayNode heard(Standing standing, ArrayNode parts) {
        var list = Json.array();
        parts.valueStream().map(ObjectNode.class::cast).filter(standing::hears).forEach(list::add);
        return list;
    }

    private static ArrayNode requests(Standing standing) {
        var list = heard(standing, standing.file().requests());
        boolean represented = list.valueStream().anyMatch(r -> r.has("representative"));
        if (!represented || !standing.world().settings().breaks(Fault.ID_070_E)) {
            return list;
        }
        var other = list.deepCopy();
        other.valueStream()
                .map(r -> r.path("representative"))
                .filter(JsonNode::isObject)
                .forEach(who -> ((ObjectNode) who).put("id", standing.file().id()));
        return other;
    }

    private static ArrayNode appeals(Standing standing) {
        var list = Json.array();
        boolean all = standing.world().settings().breaks(Fault.CASE_028_H);
        standing.file()
                .appeals()
                .valueStream()
                .filter(a -> all
                        || CaseFile.find(
                                        standing.file().decisions(),
                                        a.path("decision").asString(""))
                                .filter(standing::hears)
                                .isPresent())
                .forEach(list::add);
        return list;
    }

    private static ObjectNode head(Standing standing, String language) {
        var file = standing.file();
        var view = Json.object().put("id", file.id());
        if (!file.registryNumber().isEmpty()) {
            view.put("registryNumber", file.registryNumber());
        }
        view.put("authority", file.authority()).put("unit", file.unit());
        view.putObject("service")
                .put("id", file.service().id())
                .put("version", version(standing))
                .put("title", file.service().title(language));
        view.put("status", file.status()).put("localStatus", Texts.of("status", file.status(), language));
        view.set("waitingFor", waiting(standing));
        return view.put("receivedOn", file.receivedOn().toString())
                .put("receivedAt", file.receivedAt)
                .put("updatedAt", file.updatedAt)
                .put("version", file.version());
    }

    private static String version(Standing standing) {
        var service = standing.file().service();
        return standing.world().settings().breaks(Fault.CAT_008_A)
                ? standing.world()
                        .catalog()
                        .current(service.id())
                        .orElse(service)
                        .version()
                : service.version();
    }

    private static ArrayNode waiting(Standing standing) {
        var list = Json.array();
        standing.file().openRequests().stream()
                .filter(request -> standing.hears(request) && Limits.tells(standing, request))
                .forEach(request -> list.add(waitingEntry(standing, request)));
        return list;
    }

    private static JsonNode waitingEntry(Standing standing, ObjectNode request) {
        var entry = Json.object()
                .put("request", request.path("id").asString())
                .put("kind", request.path("kind").asString());
        entry.set("addressee", request.path("addressee"));
        boolean runs =
                !request.has("undeliveredOn") || standing.world().settings().breaks(Fault.MSG_044_A);
        if (request.has("dueOn") && runs) {
            entry.set("dueOn", request.path("dueOn"));
        }
        return entry;
    }

    /** Returns the case as one row of a list. */
    public static ObjectNode item(Standing standing, String language) {
        boolean swedish = standing.world().settings().breaks(Fault.CORE_041_B);
        var view = head(standing, swedish ? "sv" : language);
        ((ObjectNode) view.path("service")).remove("version");
        if (standing.isOfficial() || standing.world().settings().breaks(Fault.CASE_020_C)) {
            officer(standing.file(), view);
        }
        return view;
    }

    /** Returns what somebody sees who comes with a follow-up code. */
    public static ObjectNode reduced(Standing standing, String language) {
        var view = head(standing, language);
        var messages = view.putArray("messages");
        boolean all = standing.world().settings().breaks(Fault.CASE_028_D);
        standing.file().events().stream()
                .filter(e -> e.type().equals("message-added") && (all || standing.hears(e.content())))
                .forEach(e -> messages.add(message(standing, e)));
        boolean told = standing.world().settings().breaks(Fault.CASE_028_F);
        var requests = standing.file().requests();
        view.set("requests", told ? requests : heard(standing, requests));
        view.set("decisions", heard(standing, standing.file().decisions()));
        if (standing.file().result != null) {
            view.set("result", standing.file().result);
        }
        view.set("allowedActions", Json.array(standing.allowed()));
        if (standing.world().settings().breaks(Fault.CASE_037_A)) {
            view.put("followUpCode", standing.file().followUpCode());
        }
        return view.without(List.of("id", "authority", "unit", "receivedAt"));
    }

    private static ObjectNode message(Standing standing, Event event) {
        return Json.object()
                .put("id", event.id())
                .put("sequence", event.sequence())
                .put("recordedAt", event.recordedAt())
                .put("by", Shade.by(standing, event))
                .put("text", event.content().path("data").path("text").asString());
    }

    /** Returns the events of a case as a reader sees them. */
    public static Stream<ObjectNode> events(Standing standing, String language) {
        return standing.file().events().stream()
                .filter(e -> !Shade.isLost(standing, e))
                .map(e -> event(standing, e, language));
    }

    private static ObjectNode content(Standing standing, Event event) {
        boolean twisted = standing.world().settings().breaks(Fault.CASE_026_A) && standing.isOfficial();
        return twisted ? event.content().deepCopy().put("office", true) : Shade.content(standing, event);
    }

    private static String office(Standing standing) {
        return standing.isOfficial() && standing.world().settings().breaks(Fault.CASE_026_B) ? "." : "";
    }

    private static ObjectNode event(Standing standing, Event event, String language) {
        if (event.why().isPresent()) {
            return Remains.event(standing, event, language);
        }
        boolean shaded = Shade.withholds(standing, event);
        boolean heard =
                (standing.hears(event.content()) || standing.world().settings().breaks(Fault.CASE_028_A)) && !shaded;
        var view = Json.object();
        view.put("id", event.id()).put("sequence", event.sequence());
        if (heard) {
            view.set("content", content(standing, event));
            view.put("salt", Event.hex(event.salt()));
            view.putObject("display")
                    .put("title", Texts.of("event", event.type(), language) + office(standing))
                    .put("by", Shade.by(standing, event));
        } else {
            view.putObject("withheld").set("provisions", Json.array(Shade.provisions(standing, event, shaded)));
        }
        return view.put("contentDigest", Event.hex(event.contentDigest()))
                .put("previous", Event.hex(event.previous()))
                .put("hash", Event.hex(event.hash()));
    }
}
