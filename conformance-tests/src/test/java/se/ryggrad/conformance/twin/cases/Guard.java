package se.ryggrad.conformance.twin.cases;

import se.ryggrad.conformance.twin.Fault;

/** Checks the guards of rows that depend on the case alone. */
final class Guard {

    private Guard() {}

    /** Returns whether the guard of a row holds. */
    static boolean holds(Row row, CaseFile file, World world) {
        var settings = world.settings();
        boolean deciding = !file.service().decisionBy().equals("none");
        return switch (row.action()) {
            case "decide" ->
                (deciding || settings.breaks(Fault.HAND_033_A))
                        && !(settings.breaks(Fault.HAND_021_A)
                                && !file.openRequests().isEmpty());
            case "complete" -> !deciding || settings.breaks(Fault.HAND_033_B);
            case "close-request" ->
                !file.openQuestions(settings, Fault.HAND_091_B).isEmpty();
            case "answer-request" ->
                !file.openQuestions(settings, Fault.HAND_091_A).isEmpty();
            case "approve", "refuse-approval", "dispense-approval" -> file.awaitsApproval();
            case "demand-decision" -> isDemandable(file, world);
            case "refuse-demand" -> file.isDemanded() || settings.breaks(Fault.HAND_046_B);
            case "record-note" -> !file.isIn("closed") || file.isAppealed() || settings.breaks(Fault.HAND_056_A);
            case "dismiss-appeal" ->
                file.appeals()
                        .valueStream()
                        .anyMatch(a -> a.path("state").asString("").equals("open")
                                && (a.path("late").asBoolean(false) || settings.breaks(Fault.HAND_053_A)));
            case "forward-appeal" ->
                file.appeals()
                        .valueStream()
                        .anyMatch(a -> a.path("state").asString("").equals("open")
                                || (a.path("state").asString("").equals("forwarded")
                                        && settings.breaks(Fault.HAND_054_B)));
            case "record-ruling" -> file.isAppealed();
            case "record-service" -> file.parties().stream().anyMatch(party -> isUnserved(file, party));
            case "change-party", "end-party" -> !file.active().isEmpty();
            case "change-decision" -> Held.isAnyChangeable(file);
            case "notify-decision", "correct-decision" -> !file.decisions().isEmpty();
            case "redact" -> !file.isDisposed() && !(file.isIn("closed") && settings.breaks(Fault.HAND_072_A));
            case "dispose" -> !file.isDisposed() && Retention.isOver(file, world);
            default -> true;
        };
    }

    /** Returns whether a party was notified of a decision that they have not received yet. */
    static boolean isUnserved(CaseFile file, Party party) {
        return file.decisions().valueStream().anyMatch(d -> {
            var own = d.path("notifications")
                    .valueStream()
                    .filter(n -> n.path("party").asString("").equals(party.id()))
                    .toList();
            return !own.isEmpty() && own.stream().noneMatch(n -> n.has("servedOn"));
        });
    }

    private static boolean isDemandable(CaseFile file, World world) {
        var settings = world.settings();
        boolean late = file.demandFrom(settings)
                .filter(day ->
                        settings.breaks(Fault.HAND_044_A) || !world.today().isBefore(day))
                .isPresent();
        boolean once = file.deadlines().isEmpty() || settings.breaks(Fault.HAND_044_B);
        return late
                && once
                && file.decisions()
                        .valueStream()
                        .noneMatch(d -> d.path("kind").asString("").equals("final"));
    }
}
