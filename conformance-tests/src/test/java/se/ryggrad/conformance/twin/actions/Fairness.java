package se.ryggrad.conformance.twin.actions;

import java.util.List;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Party;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks of a decision that goes against somebody that they were heard, and are told how to appeal. */
final class Fairness {

    private static final Set<String> AGAINST = Set.of("partly", "rejected", "dismissed", "written-off");
    private static final Set<String> DONE = Set.of("answered", "closed", "expired");

    private Fairness() {}

    static void check(Work work) {
        boolean changes = work.text("action").equals("change-decision");
        if (applies(work)) {
            hear(work, changes);
            instruct(work, changes);
        }
    }

    private static boolean applies(Work work) {
        var settings = work.settings();
        boolean track = work.file().service().track().equals("administrative") || settings.breaks(Fault.HAND_083_D);
        String outcome = work.text("outcome");
        boolean milder = outcome.equals("partly") && settings.breaks(Fault.HAND_082_G);
        return track && AGAINST.contains(outcome) && !milder;
    }

    private static void hear(Work work, boolean changes) {
        var settings = work.settings();
        boolean forgotten = settings.breaks(Fault.HAND_082_A) || (changes && settings.breaks(Fault.HAND_082_E));
        boolean partial = work.text("kind").equals("partial") && settings.breaks(Fault.HAND_082_F);
        boolean silent = !work.body().has("communicationOmitted") && !everybodyIsHeard(work);
        work.faultIf(silent && !forgotten && !partial, "/communicationOmitted", "required");
    }

    private static boolean everybodyIsHeard(Work work) {
        var concerned = work.file().active().stream()
                .filter(p -> p.may("appeal") || work.settings().breaks(Fault.HAND_082_H))
                .toList();
        boolean one = concerned.stream().anyMatch(p -> isHeard(work, p));
        return concerned.stream().allMatch(p -> isHeard(work, p))
                || (one && work.settings().breaks(Fault.HAND_082_D));
    }

    private static boolean isHeard(Work work, Party party) {
        return work.file()
                .requests()
                .valueStream()
                .filter(r -> party.id().equals(r.at("/addressee/party").asString("")))
                .filter(r -> r.path("kind").asString("").equals("communication")
                        || work.settings().breaks(Fault.HAND_082_C))
                .anyMatch(r -> isDone(work, r));
    }

    private static boolean isDone(Work work, JsonNode request) {
        String state = request.path("state").asString("");
        boolean open = state.equals("open") && work.settings().breaks(Fault.HAND_082_B);
        boolean refused = state.equals("closed") && work.settings().breaks(Fault.HAND_082_I);
        boolean lost = request.has("undeliveredOn")
                && !state.equals("answered")
                && !work.settings().breaks(Fault.MSG_044_B);
        return (DONE.contains(state) && !refused && !lost) || open;
    }

    private static void instruct(Work work, boolean changes) {
        var settings = work.settings();
        boolean forgotten = settings.breaks(Fault.HAND_083_A) || (changes && settings.breaks(Fault.HAND_083_C));
        boolean omitted = work.body().has("appealInstructionOmitted") && !settings.breaks(Fault.HAND_083_B);
        boolean silent = !work.body().has("appealInstruction") && !omitted;
        work.faultIf(silent && !forgotten, "/appealInstruction", "required");
    }

    /** Copies the grounds for what was left out, into a decision or what its event tells. */
    static void tell(Work work, ObjectNode to) {
        boolean event = !to.has("id");
        for (String member : List.of("communicationOmitted", "appealInstructionOmitted")) {
            boolean lost = event
                    ? work.settings().breaks(Fault.HAND_084_C)
                    : work.settings().breaks(member.startsWith("comm") ? Fault.HAND_084_A : Fault.HAND_084_B);
            if (!lost) {
                work.copy(to, member);
            }
        }
    }
}
