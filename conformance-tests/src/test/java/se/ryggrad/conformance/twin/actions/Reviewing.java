package se.ryggrad.conformance.twin.actions;

import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Held;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Does correct-decision and change-decision. */
final class Reviewing {

    private static final List<String> DETRIMENTAL = List.of("reservation", "urgent-safety", "misleading-information");

    private Reviewing() {}

    static void correct(Work work) {
        var decision = named(work)
                .filter(d -> Held.stands(work.file(), d) || work.settings().breaks(Fault.HAND_059_B));
        work.faultIf(decision.isEmpty() && work.body().has("decision"), "/decision", "unknown-value");
        boolean nothing = !work.body().has("text") && !work.body().has("reasons");
        work.faultIf(nothing && !work.settings().breaks(Fault.HAND_059_A), "/text", "required");
        var files = new Files(work);
        files.check();
        work.check();
        var wrong = decision.orElseThrow();
        var former = Json.object();
        keep(work, wrong, former, "text", "formerText");
        keep(work, wrong, former, "reasons", "formerReasons");
        var circle = Circles.of(wrong);
        var documents = files.add("out", circle);
        note(work, wrong, former);
        word(work, wrong, documents);
        var data = work.copy(Work.data(), "decision", "explanation", "text", "reasons");
        data.set("documents", documents);
        if (!work.settings().breaks(Fault.HAND_058_D)) {
            data.setAll(former);
        }
        boolean open = work.settings().breaks(Fault.HAND_058_C);
        var heard = open ? Circle.everybody() : circle;
        work.timeline().write(new Fact("decision-corrected", work.world().today(), data, heard, ""));
    }

    private static void keep(Work work, ObjectNode wrong, ObjectNode former, String part, String name) {
        if (work.body().has(part) && wrong.has(part)) {
            former.set(name, wrong.path(part));
        }
    }

    private static void note(Work work, ObjectNode wrong, ObjectNode former) {
        var correction = work.copy(Json.object(), "explanation");
        correction.put("correctedOn", work.world().today().toString());
        if (!work.settings().breaks(Fault.HAND_058_A)) {
            correction.setAll(former);
        }
        var corrections = wrong.withArray("corrections");
        if (work.settings().breaks(Fault.HAND_058_B)) {
            corrections.removeAll();
        }
        corrections.add(correction);
    }

    private static void word(Work work, ObjectNode wrong, ArrayNode documents) {
        var settings = work.settings();
        if (!settings.breaks(Fault.HAND_057_A)) {
            work.copy(wrong, "text");
        }
        if (!settings.breaks(Fault.HAND_057_B)) {
            work.copy(wrong, "reasons");
        }
        if (settings.breaks(Fault.HAND_057_C)) {
            wrong.putArray("notifications");
        }
        if (settings.breaks(Fault.HAND_057_D)) {
            wrong.put("decidedOn", work.world().today().toString());
        }
        if (!settings.breaks(Fault.HAND_057_E)) {
            documents.valueStream().map(d -> d.path("id")).forEach(wrong.withArray("documents")::add);
        }
    }

    static void change(Work work) {
        var old = named(work)
                .filter(d -> Held.stands(work.file(), d) || work.settings().breaks(Fault.HAND_064_A))
                .filter(d -> !Held.isProcedural(d) || work.settings().breaks(Fault.HAND_064_B));
        work.faultIf(old.isEmpty() && work.body().has("decision"), "/decision", "unknown-value");
        old.ifPresent(d -> lawful(work, d));
        if (work.file().awaitsApproval() && !work.settings().breaks(Fault.HAND_089_D)) {
            old.ifPresent(d -> Approving.granted(work, d.path("kind").asString("")));
        }
        Fairness.check(work);
        work.notInFuture("decidedOn", Fault.HAND_032_A);
        boolean early = work.date("decidedOn")
                .filter(on -> old.filter(
                                d -> on.toString().compareTo(d.path("decidedOn").asString("")) < 0)
                        .isPresent())
                .isPresent();
        work.faultIf(early, "/decidedOn", "date-order");
        var files = new Files(work);
        files.check();
        work.check();
        write(work, old.orElseThrow(), files);
    }

    private static void lawful(Work work, ObjectNode old) {
        var settings = work.settings();
        boolean loose = settings.breaks(isRuled(work, old) ? Fault.HAND_062_C : Fault.HAND_062_B);
        if (Held.isHandedOver(work.file(), old) && !loose) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        boolean appealed = Held.isAppealed(work.file(), old, settings);
        if (appealed && settings.breaks(Fault.HAND_062_D)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        boolean barred =
                appealed && !work.text("ground").equals("clearly-incorrect") && !settings.breaks(Fault.HAND_062_A);
        work.faultIf(barred || isToDetriment(work, old), "/ground", "unknown-value");
    }

    private static boolean isRuled(Work work, ObjectNode old) {
        return work.file()
                .appeals()
                .valueStream()
                .anyMatch(a -> a.path("state").asString("").equals("ruled")
                        && a.path("decision").equals(old.path("id")));
    }

    private static boolean isToDetriment(Work work, ObjectNode old) {
        String ground = work.text("ground");
        boolean lawful = DETRIMENTAL.contains(ground)
                && !(ground.equals("urgent-safety") && work.settings().breaks(Fault.HAND_061_C));
        String before = old.path("outcome").asString("");
        boolean worse = !before.equals("other") && rank(work, work.text("outcome")) < rank(work, before);
        return worse && !lawful && !work.settings().breaks(Fault.HAND_061_A);
    }

    /** Returns how much an outcome gives; any other is not compared. */
    private static int rank(Work work, String outcome) {
        return switch (outcome) {
            case "approved" -> 2;
            case "partly" -> work.settings().breaks(Fault.HAND_061_B) ? 0 : 1;
            case "rejected", "dismissed", "written-off" -> 0;
            default -> 3;
        };
    }

    private static void write(Work work, ObjectNode old, Files files) {
        var settings = work.settings();
        var circle = Circles.of(old);
        var changed = Deciding.decision(work).without(List.of("reasonsOmitted"));
        String kind = old.path("kind").asString();
        changed.put("kind", settings.breaks(Fault.HAND_060_E) ? "final" : kind);
        if (!settings.breaks(Fault.HAND_060_A)) {
            changed.set("replaces", old.path("id"));
        }
        if (!settings.breaks(Fault.HAND_060_B)) {
            changed.put("changeGround", work.text("ground"));
        }
        var documents = files.add("out", circle);
        changed.set(
                "documents",
                Json.array(documents
                        .valueStream()
                        .map(d -> d.path("id").asString())
                        .toList()));
        boolean told = settings.breaks(Fault.HAND_063_A);
        changed.set("notifications", told ? old.path("notifications").deepCopy() : Json.array());
        changed.putArray("corrections");
        boolean open = settings.breaks(Fault.HAND_063_B);
        work.file().decisions().add((open ? Circle.everybody() : circle).into(changed));
        if (settings.breaks(Fault.HAND_060_C)) {
            old.put("text", work.text("text"));
        }
        if (settings.breaks(Fault.HAND_060_D)) {
            work.file().status("in-progress");
        }
        var data = work.copy(Work.data(), "ground", "outcome", "text", "reasons");
        Fairness.tell(work, data);
        data.put("decision", changed.path("id").asString())
                .put("replaces", old.path("id").asString());
        data.put("kind", kind).put("decidedOn", Deciding.day(work).toString()).set("documents", documents);
        work.timeline().write(new Fact("decision-changed", Deciding.day(work), data, circle, ""));
    }

    private static Optional<ObjectNode> named(Work work) {
        return CaseFile.find(work.file().decisions(), work.text("decision"));
    }
}
