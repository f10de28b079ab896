package se.ryggrad.core.cases;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.cases.access.Permissions;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Verdict;
import se.ryggrad.core.cases.turn.Moment;

/** Tells who can be written to in a case, by those who may write to them (MSG-005). */
final class Addressing {

    private static final String MESSAGE = "message";
    private static final Set<ProblemType> KEPT_OUT =
            Set.of(ProblemType.NOT_FOUND, ProblemType.FORBIDDEN, ProblemType.INSUFFICIENT_ASSURANCE);

    private final CaseStore cases;
    private final Meeting meeting;
    private final Permissions permissions;

    Addressing(CaseStore cases, Meeting meeting, Permissions permissions) {
        this.cases = cases;
        this.meeting = meeting;
        this.permissions = permissions;
    }

    Optional<Map<PartyId, Identity>> of(Caller caller, CaseId id, Moment moment) {
        if (caller.actor() instanceof Actor.SystemActor system) {
            return cases.find(caller.principal(), id)
                    .filter(subject ->
                            system.authorities().contains(subject.head().authority()))
                    .map(Addressing::parties);
        }
        return caller.actor() instanceof Actor.Officer ? met(caller, id, moment) : Optional.empty();
    }

    private Optional<Map<PartyId, Identity>> met(Caller caller, CaseId id, Moment moment) {
        try {
            Situation situation = meeting.toWrite(caller, id, moment);
            return permissions.verdict(MESSAGE, situation) == Verdict.ALLOWED
                    ? Optional.of(parties(situation.current()))
                    : Optional.empty();
        } catch (RyggradException refused) {
            if (KEPT_OUT.contains(refused.problem().type())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Map<PartyId, Identity> parties(Case subject) {
        return subject.activeParties().stream()
                .filter(party -> party.identity().scheme() != IdentityScheme.NONE)
                .collect(Collectors.toUnmodifiableMap(Party::id, Party::identity));
    }
}
