package se.ryggrad.conformance.twin.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.Audience;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does decide and notify-decision. */
final class Deciding {

    private Deciding() {}

    static void decide(Work work) {
        Circles.check(work);
        dates(work);
        boolean isFinal = work.text("kind").equals("final");
        boolean reasoned = work.body().has("reasons") || work.body().has("reasonsOmitted");
        work.faultIf(isFinal && !reasoned && !work.settings().breaks(Fault.HAND_031_A), "/reasons", "required");
        if (isFinal || work.text("kind").equals("partial")) {
            Fairness.check(work);
        }
        Approving.granted(work, work.text("kind"));
        replaces(work, isFinal);
        var files = new Files(work);
        files.check();
        work.check();
        var circle = Circles.read(work);
        var decision = decision(work);
        var documents = files.add("out", circle);
        decision.set(
                "documents",
                Json.array(documents
                        .valueStream()
                        .map(d -> d.path("id").asString())
                        .toList()));
        decision.putArray("notifications");
        decision.putArray("corrections");
        work.file().decisions().add(circle.into(decision));
        if ((isFinal && !work.settings().breaks(Fault.HAND_030_A))
                || (!isFinal && work.settings().breaks(Fault.HAND_030_B))) {
            work.file().status("decided");
        }
        var data = Work.data().put("decision", decision.path("id").asString());
        work.copy(data, "kind", "outcome", "text", "reasons", "reasonsOmitted", "replaces");
        Fairness.tell(work, data);
        data.put("decidedOn", day(work).toString()).set("documents", documents);
        if (isFinal) {
            Asking.lapse(work, data);
            if (!work.settings().breaks(Fault.HAND_047_A)) {
                Delaying.end(work, day(work));
            }
        }
        work.timeline().write(new Fact("decided", day(work), data, circle, ""));
    }

    /** Returns the day of the decision that the body makes. */
    static java.time.LocalDate day(Work work) {
        return work.date("decidedOn").orElse(work.world().today());
    }

    private static void dates(Work work) {
        work.notInFuture("decidedOn", Fault.HAND_032_A);
        boolean early = work.date("decidedOn")
                .filter(d -> d.isBefore(work.file().receivedOn()))
                .isPresent();
        work.faultIf(early && !work.settings().breaks(Fault.HAND_032_B), "/decidedOn", "date-order");
    }

    private static void replaces(Work work, boolean isFinal) {
        var old = CaseFile.find(work.file().decisions(), work.text("replaces"))
                .filter(d -> d.path("kind").asString("").equals("final")
                        || work.settings().breaks(Fault.HAND_040_B));
        if (work.body().has("replaces")) {
            work.faultIf(old.isEmpty(), "/replaces", "unknown-value");
            return;
        }
        boolean needed = isFinal
                && work.file()
                        .decisions()
                        .valueStream()
                        .anyMatch(d -> d.path("kind").asString("").equals("final"));
        work.faultIf(needed && !work.settings().breaks(Fault.HAND_040_A), "/replaces", "required");
    }

    /** Returns the decision that the body makes. */
    static ObjectNode decision(Work work) {
        var officer = work.standing().caller();
        var decision = work.copy(Json.object().put("id", UUID.randomUUID().toString()), "kind", "outcome");
        decision.put("decidedOn", day(work).toString());
        var self = Json.object().put("officer", officer.id());
        self.put("name", officer.name().isEmpty() ? work.file().unit() : officer.name());
        decision.set("decidedBy", work.body().has("decidedBy") ? work.body().path("decidedBy") : one(self));
        for (String name : List.of("presentAtFinal", "dissents")) {
            decision.set(name, work.body().has(name) ? work.body().path(name) : Json.array());
        }
        work.copy(decision, "rapporteur", "authorityBasis", "text", "reasons", "reasonsOmitted");
        Fairness.tell(work, decision);
        if (work.settings().breaks(Fault.HAND_030_C)) {
            return work.copy(decision, "replaces");
        }
        return work.copy(decision, "appealInstruction", "replaces");
    }

    private static JsonNode one(ObjectNode entry) {
        return Json.array().add(entry);
    }

    static void inform(Work work) {
        var decision = CaseFile.find(work.file().decisions(), work.text("decision"));
        boolean loose = work.settings().breaks(Fault.HAND_034_B);
        work.faultIf(decision.isEmpty() && work.body().has("decision") && !loose, "/decision", "unknown-value");
        work.notInFuture("sentOn", Fault.HAND_035_A);
        decision.ifPresent(d -> order(work, d));
        var parties = parties(work, decision);
        Letters.check(work, parties);
        work.check();
        var data = work.copy(Work.data(), "decision", "mode");
        var sent = Letters.send(work, parties, data);
        decision.ifPresent(d -> notifications(work, d, parties, sent));
        data.set("parties", Json.array(parties));
        var day = work.date("sentOn").orElse(work.world().today());
        data.put("sentOn", day.toString());
        var on = work.settings().breaks(Fault.CASE_027_C) ? work.world().today() : day;
        var circle = decision.map(Circles::of).orElseGet(Circle::everybody);
        work.timeline().write(new Fact("decision-notified", on, data, circle, ""));
    }

    private static void order(Work work, ObjectNode decision) {
        boolean early = work.date("sentOn")
                .filter(d -> d.toString().compareTo(decision.path("decidedOn").asString("")) < 0)
                .isPresent();
        work.faultIf(early && !work.settings().breaks(Fault.HAND_035_B), "/sentOn", "date-order");
    }

    private static List<String> parties(Work work, Optional<ObjectNode> decision) {
        var named = work.body().path("parties");
        var ids = new ArrayList<String>();
        for (int i = 0; i < named.size(); i++) {
            String id = named.get(i).asString("");
            boolean known = work.active(id, Fault.HAND_069_B).isPresent()
                    && decision.map(d -> Audience.includes(d, id)).orElse(true);
            boolean loose = work.settings().breaks(Fault.HAND_034_D);
            work.faultIf(!known && !loose, "/parties/" + i, "unknown-value");
            ids.add(named.get(i).asString(""));
        }
        if (ids.isEmpty() && work.settings().breaks(Fault.HAND_034_C)) {
            return work.file().active().stream().map(Party::id).toList();
        }
        return ids.isEmpty() ? toBeNotified(work, decision, Fault.HAND_069_C) : ids;
    }

    /** Returns the parties who are to be notified of a decision: those whom it is for. */
    static List<String> toBeNotified(Work work, Optional<ObjectNode> decision, Fault loose) {
        return toBeNotified(work, loose).stream()
                .filter(party -> decision.map(d -> Audience.includes(d, party)).orElse(true))
                .toList();
    }

    /** Returns the parties with the right to be notified, without those that have ended unless a fault lets them count. */
    private static List<String> toBeNotified(Work work, Fault loose) {
        return work.file().parties().stream()
                .filter(p -> !p.isEnded() || work.settings().breaks(loose))
                .filter(p -> p.may("be-notified"))
                .map(Party::id)
                .toList();
    }

    private static void notifications(Work work, ObjectNode decision, List<String> parties, Map<String, String> sent) {
        var list = decision.withArray("notifications");
        if (work.settings().breaks(Fault.HAND_034_A)) {
            return;
        }
        String day = work.date("sentOn").orElse(work.world().today()).toString();
        for (String party : parties) {
            var told = Json.object()
                    .put("party", party)
                    .put("mode", work.text("mode"))
                    .put("sentOn", day);
            if (sent.containsKey(party) && !work.settings().breaks(Fault.MSG_039_D)) {
                told.put("message", sent.get(party));
            }
            list.add(told);
        }
    }

    /** Writes a decision of the system itself, and returns it. */
    static ObjectNode automatic(Work work, String outcome, String rule, String text) {
        var decision = Json.object()
                .put("id", UUID.randomUUID().toString())
                .put("kind", "final")
                .put("outcome", outcome)
                .put("decidedOn", work.world().today().toString());
        decision.putArray("decidedBy");
        decision.putArray("presentAtFinal");
        decision.putArray("dissents");
        decision.putObject("authorityBasis").put("kind", "automated").put("rule", rule);
        decision.put("text", text);
        decision.putArray("documents");
        decision.putArray("notifications");
        decision.putArray("corrections");
        work.file().decisions().add(Circle.everybody().into(decision));
        return decision;
    }

    /** Writes a decision about the handling, made by the officer who acts, and returns it. */
    static ObjectNode procedural(Work work, String outcome, String text, Circle circle) {
        var officer = work.standing().caller();
        var decision = Json.object().put("id", UUID.randomUUID().toString());
        decision.put("kind", "procedural").put("outcome", outcome);
        decision.put("decidedOn", work.world().today().toString());
        var self = Json.object().put("officer", officer.id());
        self.put("name", officer.name().isEmpty() ? work.file().unit() : officer.name());
        decision.set("decidedBy", one(self));
        decision.putArray("presentAtFinal");
        decision.putArray("dissents");
        decision.putObject("authorityBasis").put("kind", "delegation");
        decision.put("text", text);
        work.copy(decision, "reasons", "appealInstruction");
        decision.putArray("documents");
        decision.putArray("notifications");
        decision.putArray("corrections");
        work.file().decisions().add(circle.into(decision));
        return decision;
    }

    /** Notifies every party of an automatic decision on Mina sidor. */
    static void informAutomatically(Work work, ObjectNode decision) {
        var parties = toBeNotified(work, Fault.HAND_069_C);
        for (String party : parties) {
            decision.withArray("notifications")
                    .add(Json.object()
                            .put("party", party)
                            .put("mode", "mina-sidor")
                            .put("sentOn", work.world().today().toString()));
        }
        var data = Work.data().put("decision", decision.path("id").asString()).put("mode", "mina-sidor");
        data.put("sentOn", work.world().today().toString());
        data.set("parties", Json.array(parties));
        work.timeline().writeAutomatic(Fact.of("decision-notified", work.world().today(), data));
    }
}
