package se.ryggrad.core.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.core.cases.turn.Refusals;

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
                        .filter(id -> !cases.addressees(caller, Set.of(id)).isEmpty())
                        .isPresent()
                : message.sender().equals(caller.actor().id());
    }

    /** Returns who can be written to in the cases that {@code drafts} name; case management is asked once. */
    Addressees addressees(Caller caller, Collection<SendCall.Draft> drafts) {
        Set<CaseId> named =
                drafts.stream().flatMap(draft -> draft.in().stream()).collect(Collectors.toUnmodifiableSet());
        return new Addressees(named.isEmpty() ? Map.of() : cases.addressees(caller, named));
    }
}
