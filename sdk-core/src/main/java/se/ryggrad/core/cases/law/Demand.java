package se.ryggrad.core.cases.law;

import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.api.cases.law.Deadline;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.Track;

/** Tells who may demand that a case be decided, and when (FL section 12; HAND-043, HAND-044). */
public final class Demand {

    private Demand() {}

    /**
     * Returns the first day on which a decision may be demanded, or nothing where the law gives no such right, or the case
     * was disposed of.
     */
    public static Optional<LocalDate> from(Case subject) {
        CaseHead head = subject.head();
        boolean given =
                head.service().track() == Track.ADMINISTRATIVE && head.initiatedBy() == CaseHead.Initiator.PARTY;
        return given && subject.disposed().isEmpty()
                ? Optional.of(LegalTimes.demandFrom(head.receivedOn()))
                : Optional.empty();
    }

    /** Returns whether {@code party} is one of those who began the case. */
    public static boolean mayBeMadeBy(Party party, Case subject) {
        boolean applies = party.role() == Party.Role.APPLICANT || party.role() == Party.Role.CO_APPLICANT;
        return applies && !party.ended() && subject.head().initiatedBy() == CaseHead.Initiator.PARTY;
    }

    /** Returns whether a decision may be demanded on the day {@code today}: once, while there is none. */
    public static boolean possible(Case subject, LocalDate today) {
        return from(subject).filter(first -> !today.isBefore(first)).isPresent()
                && subject.standingDecision().isEmpty()
                && subject.deadlines().stream().noneMatch(Demand::ofDemand);
    }

    /** Returns whether a demand awaits its answer. */
    public static boolean open(Case subject) {
        return subject.deadlines().stream().anyMatch(deadline -> ofDemand(deadline) && deadline.running());
    }

    private static boolean ofDemand(Deadline deadline) {
        return deadline.kind() == Deadline.Kind.DECISION_ON_DEMAND;
    }
}
