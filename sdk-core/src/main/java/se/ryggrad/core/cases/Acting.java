package se.ryggrad.core.cases;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.FollowUp;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.access.Permissions;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Verdict;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.inquiry.Inquiry;
import se.ryggrad.core.cases.rules.Rules;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;

/** Acts on cases, with faults in the order that the standard settles (CORE-007). */
final class Acting {

    private static final String MEMO = "memo";
    private static final String DISPOSE = "dispose";
    private static final Set<String> WITHOUT_PRECONDITION = Set.of("message", MEMO);

    private final EnginePorts ports;
    private final Meeting meeting;
    private final Permissions permissions;
    private final Rules rules;
    private final Dice dice;
    private final Sealer sealer;
    private final Writing writing;
    private final Following following;

    Acting(EnginePorts ports, Meeting meeting, Permissions permissions, Rules rules, Dice dice) {
        this.ports = ports;
        this.meeting = meeting;
        this.permissions = permissions;
        this.rules = rules;
        this.dice = dice;
        this.sealer = new Sealer(dice);
        this.writing = new Writing(ports);
        this.following = new Following(ports.cases());
    }

    Written<CaseView> act(Request request, CaseId id, Optional<Precondition> precondition, Once<CaseView> once) {
        Written<CaseView> written = written(request, id, precondition, once);
        if (DISPOSE.equals(request.call().name())) {
            forget(request.caller().principal(), id);
        }
        return written;
    }

    private Written<CaseView> written(
            Request request, CaseId id, Optional<Precondition> precondition, Once<CaseView> once) {
        Supplier<Situation> meet = () -> meeting.toAct(request, id);
        Situation first = meet.get();
        Writing.Now<CaseView> now = now(first, meet, meeting::view);
        Optional<Written<CaseView>> before = writing.before(once, now);
        if (before.isPresent()) {
            return before.get();
        }
        known(request.call());
        boolean guarded = !WITHOUT_PRECONDITION.contains(request.call().name());
        if (guarded) {
            precondition(first, precondition);
        }
        return writing.write(once, again -> ready(request, again ? meet.get() : first, guarded), now);
    }

    /** Lets the log forget who read a case that is gone; a replay does it again, in case it failed the first time. */
    private void forget(PrincipalId principal, CaseId id) {
        ports.cases()
                .find(principal, id)
                .filter(subject -> subject.disposed().isPresent())
                .ifPresent(subject ->
                        ports.accessLog().forget(principal, id, subject.head().updatedAt()));
    }

    Written<Memo> memo(Request request, CaseId id, Once<Memo> once) {
        Supplier<Situation> meet = () -> meeting.toAct(request, id);
        Situation first = meet.get();
        Writing.Now<Memo> now = kept -> {
            Meeting.requireReaderOfMemos(first);
            return kept.answer().isPresent()
                    ? Optional.empty()
                    : Optional.of(kept(meet.get(), UUID.fromString(kept.resource())));
        };
        Optional<Written<Memo>> before = writing.before(once, now);
        return before.orElseGet(() -> writing.write(
                once,
                again -> {
                    Situation situation = again ? meet.get() : first;
                    Outcome outcome = apply(request, situation);
                    Memo memo = outcome.memos().added().get(0);
                    return new Writing.Ready<>(seal(request, situation, outcome), memo, false);
                },
                now));
    }

    /** Returns the working paper as it is still there. */
    private Memo kept(Situation situation, UUID memo) {
        Case subject = situation.current();
        return ports.cases().memos(subject.head().principal(), subject.id()).stream()
                .filter(each -> each.id().equals(memo))
                .findFirst()
                .orElseThrow(Refusals::notFound);
    }

    Written<FollowUp> followUp(Request request, String code, Once<FollowUp> once) {
        Supplier<Situation> meet = () -> meeting.byCode(request.caller(), code, request.moment(), request.inquiry());
        Situation first = meet.get();
        Writing.Now<FollowUp> now =
                now(first, meet, situation -> following.of(situation, meeting.view(situation), List.of()));
        Optional<Written<FollowUp>> before = writing.before(once, now);
        if (before.isPresent()) {
            return before.get();
        }
        if (!Meeting.followed(request.call().name())) {
            throw unknown();
        }
        return writing.write(
                once,
                again -> {
                    Situation situation = again ? meet.get() : first;
                    Writing.Ready<CaseView> ready = ready(request, situation, false);
                    FollowUp shown = following.of(
                            situation, ready.result(), ready.change().events());
                    return new Writing.Ready<>(ready.change(), shown, false);
                },
                now);
    }

    /** Shows the case as it is where the caller sees less of it than others, or where the first answer was erased. */
    private static <T> Writing.Now<T> now(Situation first, Supplier<Situation> meet, Function<Situation, T> shown) {
        return kept ->
                kept.answer().isPresent() && !first.reduced() ? Optional.empty() : Optional.of(shown.apply(meet.get()));
    }

    /**
     * Is what is asked for.
     *
     * @param caller who asks
     * @param call the action
     * @param moment when
     * @param inquiry what is asked about the persons of the case
     */
    record Request(Caller caller, ActionCall call, Moment moment, Inquiry inquiry) {}

    private Writing.Ready<CaseView> ready(Request request, Situation situation, boolean guarded) {
        Outcome outcome = apply(request, situation);
        Inquiry.Found found = request.inquiry().about(outcome.after());
        ChangeSet change = seal(request, situation, outcome.leaving(found.subject()));
        CaseView view = meeting.viewAfter(situation, found.in(change.after()), request.moment(), change.events());
        return new Writing.Ready<>(change, view, guarded);
    }

    private Outcome apply(Request request, Situation situation) {
        Verdict verdict = permissions.verdict(request.call().name(), situation);
        if (verdict == Verdict.NEVER) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
        if (verdict == Verdict.NOT_NOW) {
            throw Refusals.conflict("conflict.action");
        }
        PortSurroundings around = PortSurroundings.of(
                ports,
                situation.current(),
                request.moment(),
                new PortSurroundings.Attended(request.caller(), request.inquiry()::toAgree));
        return rules.apply(
                new Turn(situation, request.moment(), around, dice),
                request.call().body().get());
    }

    private ChangeSet seal(Request request, Situation situation, Outcome outcome) {
        return sealer.seal(
                outcome,
                situation.definition(),
                request.moment(),
                request.caller().traceparent());
    }

    private void precondition(Situation situation, Optional<Precondition> precondition) {
        Precondition named =
                precondition.orElseThrow(() -> Refusals.of(ProblemType.PRECONDITION_REQUIRED, "problem.precondition"));
        if (!named.holds(meeting.view(situation))) {
            throw Refusals.of(ProblemType.STALE_VERSION, "problem.stale");
        }
    }

    private void known(ActionCall call) {
        if (!permissions.knows(call.name())) {
            Objects.requireNonNull(call.body().get(), "a body that names no action throws");
            throw unknown();
        }
    }

    private static RyggradException unknown() {
        return RyggradException.validation(List.of(Refusals.fault("/action", FaultCode.UNKNOWN_VALUE)));
    }
}
