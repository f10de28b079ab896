package se.ryggrad.conformance.twin.actions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.agreeing.Agreement;
import se.ryggrad.conformance.twin.cases.Audience;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.catalog.FormCheck;
import se.ryggrad.conformance.twin.catalog.SafeForm;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import tools.jackson.databind.node.ObjectNode;

/** Does request, answer-request and close-request. */
final class Asking {

    private Asking() {}

    static void request(Work work) {
        checkAddressee(work);
        Circles.check(work);
        if (work.body().path("form").isObject() && !work.settings().breaks(Fault.HAND_013_B)) {
            work.faults().addAll(new SafeForm(work.settings()).check(work.body().path("form"), "/form"));
        }
        boolean past =
                work.date("dueOn").filter(d -> d.isBefore(work.world().today())).isPresent();
        work.faultIf(past && !work.settings().breaks(Fault.HAND_013_A), "/dueOn", "date-order");
        var material = work.body().path("material");
        for (int i = 0; i < material.size(); i++) {
            boolean known = work.file().files().containsKey(material.get(i).asString(""));
            work.faultIf(!known, "/material/" + i, "unknown-document");
        }
        if (work.body().path("addressee").path("party").isString()) {
            Letters.check(work, asked(work));
        } else {
            Letters.refuse(work);
        }
        work.check();
        add(work);
    }

    private static List<String> asked(Work work) {
        return List.of(work.body().path("addressee").path("party").asString(""));
    }

    private static void checkAddressee(Work work) {
        var addressee = work.body().path("addressee");
        if (addressee.path("party").isString()) {
            boolean known = work.active(addressee.path("party").asString(), Fault.HAND_069_A)
                    .filter(p -> p.may("respond") || work.settings().breaks(Fault.HAND_012_D))
                    .isPresent();
            work.faultIf(!known, "/addressee/party", "unknown-value");
            boolean leftOut = known
                    && !Audience.includes(work.body(), addressee.path("party").asString());
            work.faultIf(leftOut, "/audience/parties", "required");
        }
        if (addressee.path("unit").isString()) {
            boolean known = work.world()
                    .hasUnit(work.file().authority(), addressee.path("unit").asString());
            work.faultIf(!known && !work.settings().breaks(Fault.HAND_012_C), "/addressee/unit", "unknown-value");
        }
        if (work.settings().breaks(Fault.HAND_012_B)) {
            work.faults().removeIf(f -> "/addressee".equals(f.pointer()));
        }
    }

    private static void add(Work work) {
        String id = UUID.randomUUID().toString();
        var circle = Circles.read(work);
        var request = work.copy(Json.object().put("id", id), "kind", "addressee", "text", "form", "dueOn");
        work.copy(request, "consequence");
        request.set("material", work.body().has("material") ? work.body().path("material") : Json.array());
        request.put("state", "open");
        var data = work.copy(Work.data().put("request", id), "kind", "addressee", "text", "dueOn", "form");
        Letters.send(work, asked(work), data).values().forEach(message -> request.put("message", message));
        work.file().requests().add(circle.into(request));
        if (work.settings().breaks(Fault.HAND_012_A)) {
            work.file().status("registered");
        }
        work.copy(data, "material", "consequence");
        work.timeline().write(new Fact("requested", work.world().today(), data, circle, ""));
    }

    static void answer(Work work) {
        var theirs = work.file().openQuestions(work.settings(), Fault.HAND_091_A).stream()
                .filter(r -> isForCaller(work, r))
                .toList();
        if (theirs.isEmpty()) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        if (theirs.stream().allMatch(r -> isNobodys(work, r))) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        var request = open(work, Fault.HAND_091_A);
        if (!isForCaller(work, request)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        whose(work, request);
        Adding.contentNeeded(work);
        checkForm(work, request);
        var files = new Files(work);
        files.check();
        boolean unknown = work.faults().stream().anyMatch(f -> f.code().equals("unknown-document"));
        if (unknown && work.settings().breaks(Fault.CORE_055_C)) {
            request.put("state", "answered");
        }
        work.check();
        var circle = work.settings().breaks(Fault.CASE_028_E) ? Timeline.Circle.everybody() : Circles.of(request);
        var documents = files.add("in", circle);
        if (!work.settings().breaks(Fault.HAND_014_A)) {
            request.put("state", "answered");
        }
        var data = work.onPaper(work.copy(Work.data(), "request", "text", "form"));
        if (work.settings().breaks(Fault.HAND_014_B)) {
            data.remove("text");
        }
        data.set("documents", documents);
        work.timeline().write(new Fact("request-answered", work.happenedOn(), data, circle, work.text("for")));
    }

    /** Returns whether a request is put to a party who cannot answer it any more. */
    private static boolean isNobodys(Work work, ObjectNode request) {
        return request.path("addressee").has("party") && !work.standing().isAnswerable(request);
    }

    private static void whose(Work work, ObjectNode request) {
        var addressee = request.path("addressee");
        if (!addressee.has("party")) {
            work.notRecorded();
            return;
        }
        work.recorded("respond", true);
        boolean other =
                work.body().has("for") && !addressee.path("party").asString("").equals(work.text("for"));
        boolean known = work.active(work.text("for"), Fault.HAND_069_D)
                .filter(p -> p.may("respond"))
                .isPresent();
        work.faultIf(other && known && work.standing().caller().isOfficer(), "/for", "unknown-value");
    }

    private static boolean isForCaller(Work work, ObjectNode request) {
        var addressee = request.path("addressee");
        if (work.standing().isAsked(request)) {
            return true;
        }
        if (addressee.has("party")) {
            boolean recorder = work.standing().isRegistrar() || work.standing().handles();
            return work.standing().caller().isOfficer() && recorder;
        }
        return addressee.has("name")
                && work.standing().caller().isOfficer()
                && work.standing().handles();
    }

    private static void checkForm(Work work, ObjectNode request) {
        if (work.settings().breaks(Fault.HAND_015_A)) {
            return;
        }
        if (!request.has("form")) {
            work.faultIf(work.body().has("form"), "/form", "unknown-member");
            return;
        }
        boolean needed = !work.settings().breaks(Fault.HAND_015_B);
        work.faultIf(!work.body().has("form") && needed, "/form", "required");
        if (work.body().path("form").isObject()) {
            work.faults()
                    .addAll(FormCheck.checkForm(
                            request.path("form"), work.body().path("form")));
        }
    }

    static void close(Work work) {
        var request = open(work, Fault.HAND_091_B);
        work.check();
        request.put("state", work.settings().breaks(Fault.HAND_018_A) ? "lapsed" : "closed");
        var data = work.copy(Work.data(), "request", "text");
        data.put("state", "closed");
        work.timeline().write(new Fact("request-closed", work.world().today(), data, Circles.of(request), ""));
    }

    private static ObjectNode open(Work work, Fault loose) {
        Optional<ObjectNode> request = CaseFile.find(work.file().requests(), work.text("request"))
                .filter(work.standing()::hears)
                .filter(r -> !Agreement.isApproval(r) || work.settings().breaks(loose));
        if (request.isEmpty() && work.settings().breaks(Fault.HAND_016_B)) {
            throw Fail.notFound();
        }
        work.faultIf(request.isEmpty() && work.body().has("request"), "/request", "unknown-value");
        if (request.isEmpty()) {
            throw Fail.invalid(work.faults());
        }
        boolean isOpen = request.get().path("state").asString("").equals("open");
        if (!isOpen && !work.settings().breaks(Fault.HAND_016_A)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        return request.get();
    }

    /** Lapses every open request, since the case ends before it was answered, and tells which. */
    static void lapse(Work work, ObjectNode data) {
        var open = work.file().openRequests();
        if (!open.isEmpty() && !work.settings().breaks(Fault.HAND_019_B)) {
            data.set(
                    "lapsed",
                    Json.array(open.stream().map(r -> r.path("id").asString()).toList()));
        }
        if (!work.settings().breaks(Fault.HAND_019_A) || work.settings().breaks(Fault.HAND_011_B)) {
            work.file().openRequests().forEach(r -> r.put("state", "lapsed"));
        }
    }
}
