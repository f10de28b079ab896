package se.ryggrad.conformance.twin.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.mandates.Mandate;
import tools.jackson.databind.node.ObjectNode;

/** Keeps who has read a case, but for parties on their own behalf; guarded by the lock of the world. */
public final class Readings {

    private static final Comparator<ObjectNode> OLDEST_FIRST = Comparator.comparing(
                    (ObjectNode reading) -> reading.path("at").asString())
            .thenComparing(reading -> reading.path("id").asString());

    private Readings() {}

    /** Keeps that somebody is about to get an answer, and returns it. */
    public static Answer logged(Standing standing, String what, Answer answer) {
        return logged(standing, what, "", answer);
    }

    /** Keeps that somebody is about to get an answer with a document, or with another part when it is empty. */
    public static Answer logged(Standing standing, String what, String document, Answer answer) {
        var settings = standing.world().settings();
        boolean unchanged = answer.status() == 304 && settings.breaks(Fault.CASE_084_B);
        boolean part = answer.status() == 206 && settings.breaks(Fault.CASE_084_G);
        boolean kept = what.equals("search") ? isSearchLogged(standing) : isLogged(standing, what);
        if (!unchanged && !part && kept) {
            if (!document.isEmpty() && settings.breaks(Fault.CASE_084_C)) {
                keep(standing, reading(standing, "case", ""));
            }
            keep(standing, reading(standing, what, document));
        }
        return answer;
    }

    private static boolean isSearchLogged(Standing standing) {
        var settings = standing.world().settings();
        boolean limited = standing.isLimited() && settings.breaks(Fault.CASE_098_D);
        return !limited && !settings.breaks(Fault.CASE_098_A);
    }

    private static boolean isLogged(Standing standing, String what) {
        var caller = standing.caller();
        var settings = standing.world().settings();
        if (caller.mandate().isPresent()) {
            return !settings.breaks(Fault.CASE_084_H);
        }
        if (caller.isPerson() || caller.isAnonymous()) {
            return !what.equals("access-log") && settings.breaks(Fault.CASE_085_A);
        }
        boolean plain = caller.isOfficer() && !standing.handles();
        boolean registrar = plain && standing.isRegistrar() && settings.breaks(Fault.CASE_084_E);
        boolean asked = plain && !standing.isRegistrar() && settings.breaks(Fault.CASE_084_F);
        boolean system = caller.isSystem() && settings.breaks(Fault.CASE_084_D);
        return !registrar && !asked && !system;
    }

    private static void keep(Standing standing, ObjectNode reading) {
        var file = standing.file();
        file.readings.add(reading);
        standing.world().ledger(file.authority()).keep(file, reading);
        boolean log = reading.path("what").asString().equals("access-log");
        if (log && standing.world().settings().breaks(Fault.CASE_086_A)) {
            file.touch(standing.world().now());
        }
    }

    private static ObjectNode reading(Standing standing, String what, String document) {
        var reading = Json.object()
                .put("id", UUID.randomUUID().toString())
                .put("at", standing.world().now())
                .put("what", what);
        if (!document.isEmpty()) {
            reading.put("document", document);
        }
        reading.set("actor", actor(standing));
        return reading;
    }

    private static ObjectNode actor(Standing standing) {
        var caller = standing.caller();
        var settings = standing.world().settings();
        boolean other = caller.isOfficer() && settings.breaks(Fault.CASE_087_B);
        String id = other
                ? UUID.nameUUIDFromBytes(Json.bytes(Json.object().put("of", caller.id())))
                        .toString()
                : caller.id();
        var actor = Json.object().put("kind", caller.kind().word()).put("id", id);
        switch (caller.kind()) {
            case ANONYMOUS -> actor.put("right", "own");
            case PERSON -> person(standing, actor);
            case SYSTEM -> actor.put("right", "scope");
            case OFFICER -> {
                if (standing.handles() || settings.breaks(Fault.CASE_087_C)) {
                    actor.put("unit", standing.file().unit());
                }
                actor.put("right", "office").put("acr", caller.acr());
            }
        }
        if (caller.isOfficer() && settings.breaks(Fault.CASE_087_A)) {
            actor.put("name", caller.name());
        }
        return actor;
    }

    private static void person(Standing standing, ObjectNode actor) {
        actor.put("right", standing.caller().mandate().map(Mandate::kind).orElse("own"))
                .put("acr", standing.caller().acr());
        boolean named = !standing.world().settings().breaks(Fault.CASE_087_D);
        if (named && standing.caller().mandate().isPresent()) {
            standing.self().stream().findFirst().ifPresent(party -> actor.put("for", party.id()));
        }
    }

    /** Returns the readings of a case as a reader sees them, the latest first. */
    public static List<ObjectNode> of(Standing standing) {
        var settings = standing.world().settings();
        var kept = new ArrayList<>(standing.file().readings);
        boolean late = !kept.isEmpty()
                && !kept.get(kept.size() - 1).path("what").asString("").equals("search")
                && settings.breaks(Fault.CASE_084_A);
        if (late) {
            kept.remove(kept.size() - 1);
        }
        kept.sort(OLDEST_FIRST);
        if (!settings.breaks(Fault.CASE_083_A)) {
            Collections.reverse(kept);
        }
        return kept.stream().map(reading -> shown(standing, reading, settings)).toList();
    }

    private static ObjectNode shown(Standing standing, ObjectNode reading, TwinSettings settings) {
        boolean heard = CaseFile.find(
                        standing.file().documents(), reading.path("document").asString(""))
                .filter(d -> standing.hears(d) && !standing.withholds(d))
                .isPresent();
        boolean secret = reading.has("document") && !heard;
        return secret && !settings.breaks(Fault.CASE_083_D) ? reading.deepCopy().without(List.of("document")) : reading;
    }
}
