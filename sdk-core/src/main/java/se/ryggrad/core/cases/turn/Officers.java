package se.ryggrad.core.cases.turn;

import java.util.Optional;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.core.cases.access.Standing;

/** Finds the officers whom a case can lie with (HAND-010, ID-064). */
public final class Officers {

    private Officers() {}

    /** Returns the officer whom a case can be assigned to, or nothing when {@code id} names none. */
    public static Optional<OfficerRef> entitled(Turn turn, ActorId id) {
        Case subject = turn.current();
        boolean anybody = !turn.situation().known().any(subject);
        return officer(turn, id)
                .filter(officer -> officer.handles(
                        subject.head().authority(), subject.head().unit()))
                .filter(officer ->
                        anybody || officer.seesProtected(subject.head().authority()))
                .filter(officer -> officer.identity()
                        .map(own -> !Standing.isParty(subject, own))
                        .orElse(true))
                .map(officer -> new OfficerRef(officer.id(), officer.name()));
    }

    /** Returns the assigned officer of the case, as long as it can lie with them. */
    public static Optional<OfficerRef> kept(Turn turn) {
        return turn.current().head().officer().flatMap(officer -> entitled(turn, officer.officer()));
    }

    private static Optional<Actor.Officer> officer(Turn turn, ActorId id) {
        return turn.standing().actor() instanceof Actor.Officer self
                        && self.id().equals(id)
                ? Optional.of(self)
                : turn.around().officer(id);
    }
}
