package se.ryggrad.core.cases.access;

import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;

/** Tells whose an approval is to give or refuse: theirs who were asked, and nobody else's (HAND-085 to HAND-087, HAND-090). */
public final class Approvers {

    private static final String REFUSE = "refuse-approval";

    private Approvers() {}

    /**
     * Returns whether {@code request} asks for the approval of whoever stands before the case: of the party that they are, or
     * of themselves as the representative who is named.
     */
    public static boolean asks(Request request, Standing standing) {
        return request.ofApproval()
                && request.addressee() instanceof Request.Addressee.OfParty to
                && standing.partiesWith(Party.Right.RESPOND).contains(to.party())
                && request.representative().map(asked -> is(asked, standing)).orElse(true);
    }

    private static boolean is(Request.Representative asked, Standing standing) {
        return asked.id().equals(standing.actor().id())
                && standing.representation()
                        .filter(by -> by.kind() == asked.right())
                        .isPresent();
    }

    /** Tells whether whoever acts was ever asked, and can now do {@code action} with it. */
    static Verdict own(String action, Situation situation) {
        Case subject = situation.current();
        boolean ever = subject.requests().stream().anyMatch(request -> asks(request, situation.standing()));
        boolean now = subject.outstandingApprovals().stream()
                .filter(request -> can(action, request))
                .anyMatch(request -> asks(request, situation.standing()));
        return Verdict.ever(ever).and(Verdict.now(now));
    }

    /** Tells whether anybody is asked whose approval or refusal can be recorded. */
    static Verdict anybody(String action, Situation situation) {
        Case subject = situation.current();
        return Verdict.now(subject.outstandingApprovals().stream()
                .filter(request -> can(action, request))
                .anyMatch(request -> answerable(subject, request)));
    }

    /** Returns whether the party is still one, and may answer. */
    private static boolean answerable(Case subject, Request request) {
        return request.addressee() instanceof Request.Addressee.OfParty to
                && subject.activeParty(to.party())
                        .filter(party -> party.may(Party.Right.RESPOND))
                        .isPresent();
    }

    private static boolean can(String action, Request request) {
        return !action.equals(REFUSE) || !request.refused();
    }
}
