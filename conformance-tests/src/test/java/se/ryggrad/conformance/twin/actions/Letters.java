package se.ryggrad.conformance.twin.actions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.cases.Post;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Sends the letter of an act to those whom it tells something. */
final class Letters {

    private static final Set<String> BY_WORD = Set.of("oral", "handed-over", "announcement");

    private Letters() {}

    /** Gathers what is wrong with the letter of an act that tells some parties; a letter to nobody is wrong. */
    static void check(Work work, List<String> parties) {
        if (!(work.body().path("letter") instanceof ObjectNode letter)) {
            return;
        }
        boolean word = BY_WORD.contains(work.text("mode")) && !work.settings().breaks(Fault.MSG_040_B);
        boolean dated = work.body().has("sentOn") && !work.settings().breaks(Fault.MSG_040_C);
        work.faultIf(dated, "/sentOn", "unknown-member");
        if (word) {
            work.fault("/letter", "unknown-member");
            return;
        }
        if (!work.settings().breaks(Fault.MSG_040_A)) {
            post(work).faults(letter).forEach(fault -> add(work, fault));
        }
        boolean all = parties.stream()
                .flatMap(id -> work.party(id).stream())
                .noneMatch(party -> party.scheme().equals("none"));
        boolean loose = !parties.isEmpty() && work.settings().breaks(Fault.MSG_040_E);
        work.faultIf((parties.isEmpty() || !all) && !loose, "/letter", "unknown-value");
        if (work.settings().breaks(Fault.MSG_041_B)) {
            parties.forEach(id -> work.party(id).ifPresent(party -> send(work, letter, party)));
        }
    }

    /** Gathers the fault of a letter that asks somebody who is no party. */
    static void refuse(Work work) {
        boolean loose = work.settings().breaks(Fault.MSG_040_D);
        work.faultIf(work.body().has("letter") && !loose, "/letter", "unknown-member");
    }

    private static void add(Work work, FieldFault within) {
        String pointer = "/letter" + within.pointer();
        boolean known = work.faults().stream()
                .anyMatch(f -> pointer.equals(f.pointer()) && f.code().equals(within.code()));
        work.faultIf(!known, pointer, within.code());
    }

    /** Sends the letter to each party, tells so in the data of the event, and returns the messages by party. */
    static Map<String, String> send(Work work, List<String> parties, ObjectNode data) {
        var sent = new HashMap<String, String>();
        if (!(work.body().path("letter") instanceof ObjectNode letter)) {
            return sent;
        }
        var told = work.settings().breaks(Fault.MSG_039_B) ? Json.object() : data.putObject("letter");
        told.set("subject", letter.path("subject"));
        told.set("body", letter.path("body"));
        var messages = told.putArray("messages");
        boolean first = work.settings().breaks(Fault.MSG_039_C);
        for (String id : parties) {
            work.party(id)
                    .filter(party -> !party.scheme().equals("none"))
                    .filter(party -> sent.isEmpty() || !first)
                    .ifPresent(party -> sent.put(id, send(work, letter, party)));
        }
        parties.stream()
                .filter(sent::containsKey)
                .forEach(id -> messages.addObject().put("party", id).put("message", sent.get(id)));
        return sent;
    }

    private static String send(Work work, ObjectNode letter, Party party) {
        if (work.settings().breaks(Fault.MSG_039_A)) {
            return UUID.randomUUID().toString();
        }
        var other = letter.deepCopy();
        if (work.settings().breaks(Fault.MSG_039_E)) {
            other.put("subject", "Meddelande");
        }
        String id = post(work).keep(other, work.file(), party);
        post(work).send(id);
        return id;
    }

    private static Post post(Work work) {
        return work.world().post();
    }
}
