package se.ryggrad.core.cases.rules.agreeing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Problem;
import se.ryggrad.api.cases.model.Approval;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.cases.law.Replacement;
import se.ryggrad.core.cases.rules.agreeing.Candidates.Candidate;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Requests;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Asks for approvals, keeps what a case lacks in step with them, and lets nothing be granted before (CASE-090 to CASE-094). */
public final class Approvals {

    private static final Set<CaseStatus> ASKING =
            Set.of(CaseStatus.SUBMITTED, CaseStatus.REGISTERED, CaseStatus.IN_PROGRESS);

    private static final Set<Decision.Kind> SETTLING = Set.of(Decision.Kind.FINAL, Decision.Kind.PARTIAL);

    private Approvals() {}

    /** Begins to ask as a case is handed in, right after that was told of. */
    public static void begin(Turn turn) {
        turn.situation().definition().approval().ifPresent(rule -> {
            Candidates candidates = new Candidates(turn, rule.who(), Submitter.of(turn.standing(), rule.who()));
            reach(turn, new Approval(candidates.given(), Optional.empty()));
            ask(turn, rule, candidates);
        });
    }

    /** Asks registries again who is to agree, while that is unknown (CASE-094). */
    public static void askAgain(Turn turn) {
        boolean unknown = turn.current()
                        .approval()
                        .filter(reached -> reached.needed().isEmpty())
                        .isPresent()
                && ASKING.contains(turn.current().head().status());
        if (unknown) {
            turn.check();
            ApprovalRule rule = rule(turn);
            boolean counted = given(turn) > 0;
            Submitter.before(turn, counted, rule.who())
                    .ifPresent(submitter -> ask(turn, rule, new Candidates(turn, rule.who(), submitter)));
        }
    }

    /** Asks a co-applicant who has come to the case, if it then awaits approval (HAND-092). */
    public static void joined(Turn turn, Party added) {
        boolean applies = added.role() == Party.Role.CO_APPLICANT
                && ASKING.contains(turn.current().head().status())
                && turn.current().approval().isPresent()
                && rule(turn).who() == ApprovalRule.Who.CO_APPLICANTS
                && !standsTwice(turn, added);
        if (!applies) {
            return;
        }
        int needed = rule(turn).needed(given(turn) + unapproved(turn) + 1);
        Approval reached = turn.current().approval().orElseThrow();
        if (needed > reached.given()) {
            reach(turn, reached.needing(needed));
            turn.automatic();
            request(turn, new Candidate(added.id(), Optional.empty()));
        }
    }

    private static boolean standsTwice(Turn turn, Party added) {
        return added.identity().scheme() != IdentityScheme.NONE
                && turn.current().activeParties().stream()
                        .filter(party -> !party.id().equals(added.id()))
                        .filter(party -> Candidates.concerns(ApprovalRule.Who.CO_APPLICANTS, party))
                        .anyMatch(party -> party.identity().equals(added.identity()));
    }

    /** Faults what a case that awaits approval may not get: what was asked for, whole or in part (HAND-089). */
    public static void guard(Turn turn, Decision.Kind kind, String outcome) {
        if (SETTLING.contains(kind) && turn.current().awaitsApproval() && Replacement.grants(outcome)) {
            turn.fault("/outcome", FaultCode.APPROVAL_MISSING);
        }
    }

    /** Keeps the deficiencies in step with whether the case awaits approval (CASE-091). */
    public static void mark(Turn turn) {
        Case subject = turn.current();
        Stream<Fault> others = subject.deficiencies().stream().filter(gap -> gap.code() != FaultCode.APPROVAL_MISSING);
        Stream<Fault> missing = subject.awaitsApproval()
                ? Stream.of(Refusals.fault("/approval", FaultCode.APPROVAL_MISSING))
                : Stream.of();
        List<Fault> gaps = Stream.concat(others, missing)
                .sorted()
                .limit(Problem.MOST_FAULTS)
                .toList();
        turn.become(subject.toBuilder().form(subject.form(), gaps).build());
    }

    /** Lets the case have reached {@code reached}. */
    static void reach(Turn turn, Approval reached) {
        turn.become(turn.current().toBuilder().approval(reached).build());
        mark(turn);
    }

    /** Reckons anew how many must agree: of those who have, and those who were asked and not dispensed with. */
    static void reckon(Turn turn) {
        int needed = rule(turn).needed(given(turn) + unapproved(turn));
        reach(turn, turn.current().approval().orElseThrow().needing(needed));
    }

    /** Lets the requests lapse that nothing more is needed of; tells which, if any. */
    static JsonTree.ObjectNode lapse(Turn turn) {
        List<Request> open = turn.current().awaitsApproval()
                ? List.of()
                : turn.current().openRequests().stream()
                        .filter(Request::ofApproval)
                        .toList();
        open.forEach(request -> Requests.change(turn, request.in(Request.State.LAPSED)));
        return open.isEmpty()
                ? JsonTree.ObjectNode.EMPTY
                : JsonTree.object().putTexts("lapsed", ids(open)).build();
    }

    static List<String> ids(List<Request> requests) {
        return requests.stream().map(request -> request.id().toString()).toList();
    }

    private static void ask(Turn turn, ApprovalRule rule, Candidates candidates) {
        candidates.others().ifPresent(others -> {
            Approval reached = turn.current().approval().orElseThrow();
            reach(turn, reached.needing(rule.needed(reached.given() + others.size())));
            if (turn.current().awaitsApproval()) {
                turn.automatic();
                others.forEach(other -> request(turn, other));
            }
        });
    }

    private static void request(Turn turn, Candidate asked) {
        Requests.add(
                turn,
                new Request(
                        turn.newId(),
                        Request.Kind.APPROVAL,
                        new Request.Addressee.OfParty(asked.party()),
                        asked.representative(),
                        Wording.text("request.approval").sv(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Request.State.OPEN,
                        Optional.empty(),
                        Audience.ALL_PARTIES,
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static ApprovalRule rule(Turn turn) {
        return turn.situation().definition().approval().orElseThrow();
    }

    private static int given(Turn turn) {
        return turn.current().approval().map(Approval::given).orElse(0);
    }

    private static int unapproved(Turn turn) {
        return Math.toIntExact(
                turn.current().requests().stream().filter(Request::unapproved).count());
    }
}
