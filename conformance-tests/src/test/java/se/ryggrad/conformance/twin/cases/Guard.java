package se.ryggrad.conformance.twin.cases;

import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Checks the guards of rows that depend on the case alone. */
final class Guard {

    private Guard() {}

    /** Returns whether the guard of a row holds. */
    static boolean holds(Row row, CaseFile file, TwinSettings settings) {
        boolean deciding = !file.service().decisionBy().equals("none");
        return switch (row.action()) {
            case "decide" ->
                (deciding || settings.breaks(Fault.HAND_033_A))
                        && !(settings.breaks(Fault.HAND_021_A)
                                && !file.openRequests().isEmpty());
            case "complete" -> !deciding || settings.breaks(Fault.HAND_033_B);
            case "close-request", "answer-request" -> !file.openRequests().isEmpty();
            case "notify-decision" -> !file.decisions().isEmpty();
            default -> true;
        };
    }
}
