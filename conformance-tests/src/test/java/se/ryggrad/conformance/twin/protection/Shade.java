package se.ryggrad.conformance.twin.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of what a reader sees of a case what is withheld for the sake of its protected parties. */
public final class Shade {

    private static final String PROVISION = "OSL 21 kap. 3 §";

    private Shade() {}

    /** Returns a party with its protection, for those who may know it, or without the name of a protected one. */
    public static ObjectNode party(Standing standing, Party party, ObjectNode view) {
        boolean shielded = standing.shielded().contains(party);
        if (shielded && standing.isReduced() && !breaks(standing, Fault.ID_058_G)) {
            view.remove("name");
        }
        if (shielded && tells(standing)) {
            view.put("protection", kind(standing, party));
        }
        return view;
    }

    private static boolean tells(Standing standing) {
        boolean forgotten = standing.isRegistrar() && breaks(standing, Fault.ID_063_E);
        boolean party = standing.caller().isPerson() && breaks(standing, Fault.ID_063_A);
        boolean system = standing.caller().isSystem() && breaks(standing, Fault.ID_063_D);
        return (standing.isTrusted() && !forgotten) || party || system;
    }

    private static String kind(Standing standing, Party party) {
        String kind = standing.ruling().of(party.identity()).orElse("");
        boolean silent = kind.equals(Ruling.UNKNOWN);
        boolean merged = !silent && breaks(standing, Fault.ID_063_B);
        return merged || (silent && breaks(standing, Fault.ID_063_C)) ? "sekretessmarkering" : kind;
    }

    /** Returns the form. */
    public static JsonNode form(Standing standing) {
        var file = standing.file();
        return standing.isReduced()
                ? new Marks(file.service().form(), fault -> breaks(standing, fault)).without(file.form())
                : file.form();
    }

    /** Returns those of the documents that are not withheld. */
    public static ArrayNode documents(Standing standing, ArrayNode documents) {
        var list = Json.array();
        documents
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(d -> !standing.withholds(d) || breaks(standing, Fault.ID_058_I))
                .forEach(list::add);
        return list;
    }

    /** Returns whether an event is withheld whole. */
    public static boolean withholds(Standing standing, Event event) {
        return isShaded(standing, event)
                && !breaks(standing, Fault.ID_059_A)
                && !breaks(standing, Fault.ID_059_B)
                && !isForgotten(standing, event);
    }

    private static boolean isForgotten(Standing standing, Event event) {
        return event.type().equals("supplemented") && breaks(standing, Fault.ID_059_D);
    }

    /** Returns whether a broken twin leaves an event out. */
    public static boolean isLost(Standing standing, Event event) {
        return isShaded(standing, event) && breaks(standing, Fault.ID_059_G);
    }

    /** Returns what happened, emptied by a broken twin. */
    public static ObjectNode content(Standing standing, Event event) {
        if (!isShaded(standing, event) || !breaks(standing, Fault.ID_059_B)) {
            return event.content();
        }
        var emptied = event.content().deepCopy();
        emptied.putObject("data");
        return emptied;
    }

    private static boolean isShaded(Standing standing, Event event) {
        return standing.isReduced() && (isMarked(standing, event) || isAboutADocument(standing, event));
    }

    private static boolean isMarked(Standing standing, Event event) {
        var data = event.content().path("data");
        return data.path("form") instanceof ObjectNode form
                && !event.type().equals("requested")
                && (isUnknown(standing, event) || new Marks(schema(standing, event), fault -> false).isIn(form));
    }

    /** Returns whether nobody can tell any more which members of an answer are contact data. */
    private static boolean isUnknown(Standing standing, Event event) {
        String request = event.content().path("data").path("request").asString("");
        return CaseFile.find(standing.file().requests(), request)
                .filter(r -> r.has("redacted") && !breaks(standing, Fault.ID_059_I))
                .isPresent();
    }

    private static JsonNode schema(Standing standing, Event event) {
        var file = standing.file();
        boolean answer = event.type().equals("request-answered") && !breaks(standing, Fault.ID_059_F);
        String request = event.content().path("data").path("request").asString("");
        return answer
                ? CaseFile.find(file.requests(), request)
                        .map(r -> r.path("form"))
                        .orElse(Json.object())
                : file.service().form();
    }

    private static boolean isAboutADocument(Standing standing, Event event) {
        Set<String> withheld = standing.file()
                .documents()
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(standing::withholds)
                .map(d -> d.path("id").asString())
                .collect(Collectors.toSet());
        return names(event.content().path("data"), withheld) && !breaks(standing, Fault.ID_059_E);
    }

    private static boolean names(JsonNode node, Set<String> ids) {
        return node.isString()
                ? ids.contains(node.stringValue())
                : node.valueStream().anyMatch(n -> names(n, ids));
    }

    /** Returns who did what an event tells, by name unless it is a protected party. */
    public static String by(Standing standing, Event event) {
        String actor = event.content().path("actor").path("id").asString("");
        boolean shielded = standing.isReduced()
                && standing.shielded().stream().anyMatch(p -> p.person().equals(actor));
        return shielded && !breaks(standing, Fault.ID_059_C) ? "Part" : event.by();
    }

    /** Returns the grounds on which an event is withheld. */
    public static List<String> provisions(Standing standing, Event event, boolean shaded) {
        var all = new ArrayList<>(event.provisions());
        if (shaded && !breaks(standing, Fault.ID_059_H)) {
            all.add(PROVISION);
        }
        return all;
    }

    private static boolean breaks(Standing standing, Fault fault) {
        return standing.world().settings().breaks(fault);
    }
}
