package se.ryggrad.core.cases.law;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Decision;

/** Tells which decisions of a case hold, and which the authority may change (FL sections 37 to 39; HAND-060 to HAND-064). */
public final class Replacement {

    private static final String APPROVED = "approved";
    private static final String PARTLY = "partly";
    private static final List<String> REFUSALS = List.of("rejected", "dismissed", "written-off");

    private Replacement() {}

    /** Returns whether no other decision has taken the place of {@code decision}. */
    public static boolean stands(Case subject, Decision decision) {
        return subject.decisions().stream()
                .flatMap(each -> each.replaces().stream())
                .noneMatch(decision.id()::equals);
    }

    /** Returns whether {@code decision} is one that a change can be about: a standing one about the matter. */
    public static boolean changes(Case subject, Decision decision) {
        return decision.kind() != Decision.Kind.PROCEDURAL && stands(subject, decision);
    }

    /** Returns whether an appeal awaits that the authority hands it over. */
    public static boolean appealed(Case subject, Decision decision) {
        return appeals(subject, decision).anyMatch(Appeal::open);
    }

    /** Returns whether the decision lies with a court, or has lain there (FL section 39). */
    public static boolean handedOver(Case subject, Decision decision) {
        return appeals(subject, decision)
                .anyMatch(appeal -> appeal.state() == Appeal.State.FORWARDED
                        || (appeal.state() == Appeal.State.RULED
                                && appeal.decision().equals(decision.id())));
    }

    /** Returns whether {@code outcome} goes against a party (FL section 25). */
    public static boolean adverse(String outcome) {
        return worse(APPROVED, outcome);
    }

    /** Returns whether {@code outcome} gives what was asked for, whole or in part. */
    public static boolean grants(String outcome) {
        return outcome.equals(APPROVED) || outcome.equals(PARTLY);
    }

    /** Returns whether {@code outcome} takes away what {@code before} gave. */
    public static boolean worse(String before, String outcome) {
        return switch (before) {
            case APPROVED -> outcome.equals(PARTLY) || REFUSALS.contains(outcome);
            case PARTLY -> REFUSALS.contains(outcome);
            default -> false;
        };
    }

    /** Returns the appeals of a decision and of those that it has come to replace. */
    private static Stream<Appeal> appeals(Case subject, Decision decision) {
        List<UUID> line = Stream.iterate(
                        Optional.of(decision),
                        Optional::isPresent,
                        each -> each.flatMap(Decision::replaces).flatMap(subject::decision))
                .flatMap(Optional::stream)
                .map(Decision::id)
                .toList();
        return subject.appeals().stream().filter(appeal -> line.contains(appeal.decision()));
    }
}
