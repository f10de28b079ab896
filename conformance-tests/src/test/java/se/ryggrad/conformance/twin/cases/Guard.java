package se.ryggrad.conformance.twin.cases;

/** Checks the guards of rows that depend on the case alone. */
final class Guard {

    private Guard() {}

    /** Returns whether the guard of a row holds. */
    static boolean holds(Row row, CaseFile file) {
        boolean deciding = !file.service().decisionBy().equals("none");
        return switch (row.action()) {
            case "decide" -> deciding;
            case "complete" -> !deciding;
            case "close-request", "answer-request" -> !file.openRequests().isEmpty();
            case "notify-decision" -> !file.decisions().isEmpty();
            default -> true;
        };
    }
}
