package se.ryggrad.core.cases;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final CaseStore cases;
    private final Meeting meeting;
    private final Permissions permissions;

    Addressing(CaseStore cases, Meeting meeting, Permissions permissions) {
        this.cases = cases;
        this.meeting = meeting;
        this.permissions = permissions;
    }

    Map<CaseId, Map<PartyId, Identity>> of(Caller caller, Set<CaseId> ids, Moment moment) {
        return reached(caller, ids, moment).collect(Collectors.toUnmodifiableMap(Case::id, Addressing::parties));
    }

    private Stream<Case> reached(Caller caller, Set<CaseId> ids, Moment moment) {
        if (caller.actor() instanceof Actor.SystemActor system) {
            return ids.stream()
                    .flatMap(id -> cases.find(caller.principal(), id).stream())
                    .filter(subject ->
                            system.authorities().contains(subject.head().authority()));
        }
        return caller.actor() instanceof Actor.Officer
                ? meeting.toWrite(caller, ids, moment).stream()
                        .filter(situation -> permissions.verdict(MESSAGE, situation) == Verdict.ALLOWED)
                        .map(Situation::current)
                : Stream.empty();
    }

    private static Map<PartyId, Identity> parties(Case subject) {
        return subject.activeParties().stream()
                .filter(party -> party.identity().scheme() != IdentityScheme.NONE)
                .collect(Collectors.toUnmodifiableMap(Party::id, Party::identity));
    }
}
