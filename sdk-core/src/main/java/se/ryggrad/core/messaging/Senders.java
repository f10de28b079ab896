package se.ryggrad.core.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.json.FaultTexts;

/** Tells who may send to whom, and see what became of it (MSG-003, MSG-005, MSG-012). */
final class Senders {

    /** The scope by which a system sends. */
    static final String SCOPE = "messages:send";

    private final CaseManagement cases;

    Senders(CaseManagement cases) {
        this.cases = cases;
    }

    /** Refuses whoever never sends, nor sees what others have sent. */
    static void require(Caller caller) {
        boolean sends = caller.actor() instanceof Actor.Officer
                || (caller.actor() instanceof Actor.SystemActor system
                        && system.scopes().contains(SCOPE));
        if (!sends) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
    }

    /** Refuses an officer who names somebody. */
    static void require(Caller caller, SendCall call) {
        if (call.named() && caller.actor() instanceof Actor.Officer) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
    }

    /** Returns whether a message exists for the caller. */
    boolean sees(Caller caller, Message message) {
        return caller.actor() instanceof Actor.Officer
                ? message.to()
                        .ofCase()
                        .flatMap(id -> cases.addressees(caller, id))
                        .isPresent()
                : message.sender().equals(caller.actor().id());
    }

    /** Finds to whom a draft goes; notes what is wrong with that. */
    Optional<Addressee> addressee(Caller caller, SendCall.Draft draft, List<Fault> faults) {
        List<Fault> wrong = new ArrayList<>();
        Optional<Addressee> found = draft.in()
                .map(id -> party(caller, id, draft.party(), wrong))
                .orElseGet(() -> draft.identity().map(Addressee.Named::new));
        faults.addAll(wrong);
        return found;
    }

    private Optional<Addressee> party(Caller caller, CaseId id, Optional<PartyId> party, List<Fault> faults) {
        Optional<Map<PartyId, Identity>> all = cases.addressees(caller, id);
        if (all.isEmpty()) {
            faults.add(FaultTexts.at("/to/case", FaultCode.UNKNOWN_VALUE));
            return Optional.empty();
        }
        Optional<Addressee> found = party.flatMap(
                one -> Optional.ofNullable(all.get().get(one)).map(who -> new Addressee.OfParty(id, one, who)));
        if (party.isPresent() && found.isEmpty()) {
            faults.add(FaultTexts.at("/to/party", FaultCode.UNKNOWN_VALUE));
        }
        return found;
    }
}
