package se.ryggrad.conformance.twin.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.catalog.FormCheck;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Does supplement, message, record-note and memo. */
final class Adding {

    private Adding() {}

    /** Gathers a fault when there is nothing to add. */
    static void contentNeeded(Work work) {
        var body = work.body();
        boolean nothing =
                !body.has("text") && !body.has("form") && body.path("documents").isEmpty();
        work.faultIf(nothing && !work.settings().breaks(Fault.HAND_023_A), "/text", "required");
    }

    static void supplement(Work work) {
        work.recorded("supplement", true);
        contentNeeded(work);
        var files = new Files(work);
        files.check();
        var merged = merged(work);
        var left = gaps(work, merged);
        work.check();
        var documents = files.add("in", Circle.everybody());
        work.file().form().setAll(merged);
        fill(work, left);
        var data = work.onPaper(work.copy(Work.data(), "text", "form"));
        data.set("documents", documents);
        if (work.settings().breaks(Fault.HAND_022_B) && work.file().isIn("in-progress")) {
            work.file().status("registered");
        }
        var open = work.file().openRequests();
        if (!open.isEmpty() && !work.body().has("for") && work.settings().breaks(Fault.HAND_021_B)) {
            open.forEach(request -> request.put("state", "answered"));
        }
        work.timeline().write(new Fact("supplemented", work.happenedOn(), data, Circle.everybody(), work.text("for")));
    }

    private static ObjectNode merged(Work work) {
        var merged = work.file().form().deepCopy();
        if (work.body().path("form") instanceof ObjectNode form) {
            merged.setAll(form);
        }
        return merged;
    }

    /** Gathers faults in what the supplement holds, and returns those that the rest still has. */
    private static List<FieldFault> gaps(Work work, ObjectNode merged) {
        if (!work.body().path("form").isObject()) {
            return List.of();
        }
        var left = new ArrayList<FieldFault>();
        for (var fault : FormCheck.checkForm(work.file().service().form(), merged)) {
            String pointer = String.valueOf(fault.pointer());
            boolean given = work.body().path("form").propertyNames().stream()
                    .map(n -> "/form/" + Json.escape(n))
                    .anyMatch(p -> pointer.equals(p) || pointer.startsWith(p + "/"));
            boolean judged =
                    (given || pointer.equals("/form")) && !work.settings().breaks(Fault.HAND_022_C);
            (judged ? work.faults() : left).add(fault);
        }
        return left;
    }

    private static void fill(Work work, List<FieldFault> left) {
        if (!work.body().path("form").isObject() || work.settings().breaks(Fault.HAND_022_A)) {
            return;
        }
        var gaps = work.file().deficiencies();
        for (int i = gaps.size() - 1; i >= 0; i--) {
            String pointer = gaps.get(i).path("pointer").asString();
            boolean lost = pointer.equals("/approval") && work.settings().breaks(Fault.CASE_091_C);
            if (pointer.startsWith("/form") || lost) {
                gaps.remove(i);
            }
        }
        for (var fault : left) {
            gaps.add(Json.object()
                    .put("pointer", String.valueOf(fault.pointer()))
                    .put("code", fault.code()));
        }
    }

    static void message(Work work) {
        boolean centre = work.standing().isContactCentre() && !work.settings().breaks(Fault.HAND_093_D);
        boolean official =
                work.standing().caller().isOfficer() && (work.standing().handles() || centre);
        work.recorded("see", !official);
        boolean handled = official && work.standing().handles();
        narrowing(work, handled || (centre && work.settings().breaks(Fault.HAND_093_K)));
        boolean long16 = work.text("text").length() > 10_000;
        work.faultIf(long16 && work.settings().breaks(Fault.CORE_017_C), "/text", "max-length");
        var files = new Files(work);
        files.check();
        work.check();
        var circle = Circles.read(work);
        var documents = files.add(work.text("for").isEmpty() && official ? "out" : "in", circle);
        var data = work.onPaper(work.copy(Work.data(), "text"));
        if (work.settings().breaks(Fault.CORE_017_B)) {
            data.put("text", work.text("text").strip());
        }
        data.set("documents", documents);
        if (work.settings().breaks(Fault.HAND_024_A) && work.file().isIn("closed")) {
            work.file().status("in-progress");
        }
        boolean lost = work.standing().isLimited() && work.settings().breaks(Fault.HAND_093_G);
        work.timeline().write(new Fact("message-added", work.happenedOn(), data, circle, lost ? "" : work.text("for")));
    }

    private static void narrowing(Work work, boolean may) {
        if (may && !work.body().has("for")) {
            Circles.check(work);
            return;
        }
        for (String name : List.of("audience", "secrecy")) {
            boolean ignored = work.settings().breaks(Fault.CASE_029_B)
                    && !work.standing().caller().isOfficer();
            work.faultIf(work.body().has(name) && !ignored, "/" + name, "unknown-member");
        }
    }

    static void note(Work work) {
        Circles.check(work);
        work.notInFuture("occurredOn", Fault.HAND_025_B);
        work.check();
        var circle = work.settings().breaks(Fault.HAND_025_A)
                ? new Circle(Json.object().put("to", "officers"), provision("OSL 10 kap. 3 §"))
                : Circles.read(work);
        var day = work.date("occurredOn").orElse(work.world().today());
        work.timeline().write(new Fact("noted", day, work.copy(Work.data(), "text"), circle, ""));
    }

    private static tools.jackson.databind.JsonNode provision(String text) {
        return Json.array().add(Json.object().put("provision", text));
    }

    /** Keeps a working paper, and returns it. */
    static ObjectNode memo(Work work) {
        work.check();
        var officer = work.standing().caller();
        var memo = Json.object().put("id", UUID.randomUUID().toString());
        memo.putObject("by").put("officer", officer.id()).put("name", officer.name());
        memo.put("writtenAt", work.world().now()).put("text", work.text("text"));
        work.file().memos().add(memo);
        if (work.settings().breaks(Fault.HAND_026_B)) {
            work.file().touch(work.world().now());
        }
        if (work.settings().breaks(Fault.HAND_026_C)) {
            var feed = work.world().feed();
            var copy = feed.stream()
                    .filter(e -> e.path("subject").asString().equals(work.file().id()))
                    .findFirst();
            copy.ifPresent(
                    e -> feed.add(e.deepCopy().put("id", UUID.randomUUID().toString())));
        }
        if (work.settings().breaks(Fault.HAND_026_A)) {
            work.timeline()
                    .write(Fact.of("noted", work.world().today(), Work.data().put("text", "")));
        }
        return memo;
    }
}
