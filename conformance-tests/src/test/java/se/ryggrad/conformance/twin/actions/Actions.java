package se.ryggrad.conformance.twin.actions;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Idempotency.Outcome;
import se.ryggrad.conformance.twin.cases.Lifecycle;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import tools.jackson.databind.node.ObjectNode;

/** Does actions in the order of faults: 422 action, 428, 412, 403 or 409, 422. */
public final class Actions {

    private static final Set<String> FREE = Set.of("message", "memo");
    private static final Map<String, Consumer<Work>> DEEDS = Map.ofEntries(
            Map.entry("register", Placing::register),
            Map.entry("assign", Placing::assign),
            Map.entry("reroute", Placing::reroute),
            Map.entry("request", Asking::request),
            Map.entry("answer-request", Asking::answer),
            Map.entry("close-request", Asking::close),
            Map.entry("supplement", Adding::supplement),
            Map.entry("message", Adding::message),
            Map.entry("record-note", Adding::note),
            Map.entry("add-party", Joining::add),
            Map.entry("change-party", Joining::change),
            Map.entry("end-party", Joining::end),
            Map.entry("approve", Approving::approve),
            Map.entry("refuse-approval", Approving::refuse),
            Map.entry("dispense-approval", Approving::dispense),
            Map.entry("notify-delay", Delaying::tell),
            Map.entry("demand-decision", Delaying::demand),
            Map.entry("refuse-demand", Delaying::refuse),
            Map.entry("decide", Deciding::decide),
            Map.entry("notify-decision", Deciding::inform),
            Map.entry("record-service", Serving::record),
            Map.entry("acknowledge-receipt", Serving::acknowledge),
            Map.entry("correct-decision", Reviewing::correct),
            Map.entry("change-decision", Reviewing::change),
            Map.entry("appeal", Appealing::receive),
            Map.entry("dismiss-appeal", Appealing::dismiss),
            Map.entry("forward-appeal", Appealing::forward),
            Map.entry("record-ruling", Appealing::rule),
            Map.entry("redact", Erasing::redact),
            Map.entry("dispose", Erasing::dispose),
            Map.entry("complete", Ending::complete),
            Map.entry("close", Ending::close),
            Map.entry("withdraw", Ending::withdraw),
            Map.entry("reopen", Ending::reopen));

    private Actions() {}

    /** Does the action of a body, and answers with the case. */
    public static Outcome act(Standing standing, Call call, ObjectNode body) {
        String action = action(standing, body);
        if (standing.world().settings().breaks(Fault.CORE_007_C)) {
            permit(standing, action);
        }
        if (!FREE.contains(action) || standing.world().settings().breaks(Fault.CORE_036_C)) {
            precondition(standing, call);
        }
        var work = work(standing, call, body, action);
        if (action.equals("memo")) {
            return memo(work);
        }
        DEEDS.getOrDefault(action, w -> {}).accept(work);
        new Agreeing(work).again();
        return new Outcome(
                Views.answer(200, standing, call.language()), standing.file().id());
    }

    /** Does the action of somebody who came with a follow-up code. */
    public static void actByCode(Standing standing, Call call, ObjectNode body) {
        String action = body.path("action").asString("");
        boolean open = Set.of("message", "supplement", "answer-request").contains(action);
        if (!open && !standing.world().settings().breaks(Fault.CASE_039_B)) {
            throw Fail.invalid("/action", "unknown-value");
        }
        DEEDS.getOrDefault(action, w -> {}).accept(work(standing, call, body, action));
    }

    private static String action(Standing standing, ObjectNode body) {
        String action = body.path("action").asString("");
        boolean known = Lifecycle.rows(action).stream()
                .anyMatch(r -> !r.json().path("from").isEmpty());
        if (!known && !standing.world().settings().breaks(Fault.HAND_006_A)) {
            throw Fail.invalid("/action", code(body));
        }
        return action;
    }

    private static String code(ObjectNode body) {
        if (!body.has("action")) {
            return "required";
        }
        return body.path("action").isString() ? "unknown-value" : "type";
    }

    private static void precondition(Standing standing, Call call) {
        var settings = standing.world().settings();
        String header = String.join(",", call.headers("If-Match")).strip();
        if ((header.isEmpty() && !settings.breaks(Fault.CORE_036_A) && !isLoose(call, settings))
                || (header.equals("*") && !settings.breaks(Fault.CORE_036_B))) {
            throw Fail.of(ProblemType.PRECONDITION_REQUIRED);
        }
        if (header.isEmpty() || header.equals("*") || settings.breaks(Fault.CORE_037_A)) {
            return;
        }
        for (String tag : header.split(",", -1)) {
            if (matches(standing, tag.strip())) {
                return;
            }
            if (settings.breaks(Fault.CORE_038_B)) {
                break;
            }
        }
        throw Fail.of(ProblemType.STALE_VERSION);
    }

    private static boolean isLoose(Call call, TwinSettings settings) {
        String action = call.object().path("action").asString("");
        return settings.breaks(Fault.CORE_036_D) && action.equals("withdraw");
    }

    private static boolean matches(Standing standing, String tag) {
        var settings = standing.world().settings();
        if (tag.startsWith("W/")) {
            return settings.breaks(Fault.CORE_037_B) && matches(standing, tag.substring(2));
        }
        if (settings.breaks(Fault.CORE_038_A)) {
            var view = Views.whole(standing, "sv");
            return tag.equals(Views.tag(standing, view));
        }
        if (settings.breaks(Fault.HAND_007_A) && standing.file().isJustStale(tag)) {
            return true;
        }
        return standing.file().knows(standing.caller().id(), tag);
    }

    private static Work work(Standing standing, Call call, ObjectNode body, String action) {
        if (standing.world().settings().breaks(Fault.CORE_007_D)) {
            bodyFirst(action, body);
        }
        permit(standing, action);
        var work = new Work(standing, call, body);
        work.faults().addAll(Lifecycle.faults(action, body));
        work.faults().addAll(Json.numberFaults(body));
        if (standing.world().settings().breaks(Fault.CORE_018_A)) {
            work.faults().addAll(Lifecycle.strangers(action, body));
        }
        return work;
    }

    private static void bodyFirst(String action, ObjectNode body) {
        var faults = Lifecycle.faults(action, body);
        if (!faults.isEmpty()) {
            throw Fail.invalid(faults);
        }
    }

    private static void permit(Standing standing, String action) {
        var rows = Lifecycle.rows(action);
        var settings = standing.world().settings();
        if (rows.stream().noneMatch(standing::isEver)) {
            boolean state = settings.breaks(Fault.HAND_003_A);
            throw Fail.of(state ? ProblemType.STATE_CONFLICT : ProblemType.FORBIDDEN);
        }
        if (rows.stream().noneMatch(standing::isOpen)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
    }

    private static Outcome memo(Work work) {
        var memo = Adding.memo(work);
        CaseFile file = work.file();
        String id = memo.path("id").asString();
        String path = work.world().base() + "/cases/" + file.id() + "/memos/" + id;
        return new Outcome(Answer.json(201, memo).header("Location", path), id);
    }
}
