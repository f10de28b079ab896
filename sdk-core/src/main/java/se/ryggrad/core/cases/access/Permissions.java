package se.ryggrad.core.cases.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.action.Lifecycle;
import se.ryggrad.api.cases.action.LifecycleRow;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.cases.access.Standing.Role;
import se.ryggrad.core.cases.law.Demand;

/**
 * Applies the table of actions to a case and a caller: the one place that tells what is allowed, so that
 * {@code allowedActions} and the answers to actions cannot differ (HAND-001 to HAND-003).
 */
public final class Permissions {

    private static final String ANSWER_REQUEST = "answer-request";
    private static final String THE_ONE_ASKED = "the-one-asked";
    private static final Set<String> UNDOING = Set.of("withdraw", "appeal");
    private static final String ACKNOWLEDGE = "acknowledge-receipt";

    private final Lifecycle lifecycle;

    /** Creates the permissions of {@code lifecycle}. */
    public Permissions(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Returns whether {@code action} is one that a case that exists can be asked for. */
    public boolean knows(String action) {
        return lifecycle.of(action).stream().anyMatch(row -> !row.from().isEmpty());
    }

    /** Returns what the caller may do now, in the table's order, without duplicates. */
    public List<String> allowed(Situation situation) {
        return lifecycle.rows().stream()
                .map(LifecycleRow::action)
                .distinct()
                .filter(action -> verdict(action, situation) == Verdict.ALLOWED)
                .toList();
    }

    /** Returns whether the caller may do {@code action}. */
    public Verdict verdict(String action, Situation situation) {
        if (!entrusted(action, situation)) {
            return Verdict.NEVER;
        }
        return lifecycle.of(action).stream()
                .filter(row -> !row.from().isEmpty())
                .map(row -> verdict(row, situation))
                .reduce(Verdict.NEVER, Verdict::or);
    }

    /** Returns whether the caller acts for themselves, or has the right to do this for another (ID-046). */
    private static boolean entrusted(String action, Situation situation) {
        RepresentationRight needed = action.equals(ACKNOWLEDGE) ? RepresentationRight.RECEIVE : RepresentationRight.ACT;
        Optional<Representation> by = situation.standing().representation();
        boolean amongOthers = situation.current().approval().isPresent() && !UNDOING.contains(action);
        return amongOthers
                ? Reach.gives(by, needed, situation.definition())
                : by.map(each -> each.may(needed)).orElse(true);
    }

    private static Verdict verdict(LifecycleRow row, Situation situation) {
        Verdict by =
                row.by().stream().map(kind -> verdict(kind, row, situation)).reduce(Verdict.NEVER, Verdict::or);
        return by == Verdict.NEVER ? by : by.and(Verdict.now(open(row, situation)));
    }

    private static boolean open(LifecycleRow row, Situation situation) {
        Case subject = situation.current();
        return row.offered()
                && subject.disposed().isEmpty()
                && row.from().contains(subject.head().status())
                && row.tracks().contains(subject.head().service().track())
                && Openings.hold(row.action(), situation);
    }

    private static Verdict verdict(String kind, LifecycleRow row, Situation situation) {
        Standing standing = situation.standing();
        return switch (kind) {
            case "officer" -> officer(row, situation);
            case "assigned-officer" ->
                Verdict.ever(standing.is(Role.OFFICER)).and(Verdict.now(standing.is(Role.ASSIGNED)));
            case "registrar" -> Verdict.ever(standing.is(Role.REGISTRAR));
            case "recorder" -> recorder(row, situation);
            case "contact-centre" -> Verdict.ever(situation.answersCalls());
            case "party", "initiating-party" -> Verdict.ever(party(row, situation));
            case THE_ONE_ASKED -> Approvers.own(row.action(), situation);
            case "addressee" -> addressee(row, situation);
            case "archivist" -> Verdict.ever(standing.is(Role.ARCHIVIST));
            case "system" -> Verdict.ever(system(row, situation));
            default -> Verdict.NEVER;
        };
    }

    private static Verdict officer(LifecycleRow row, Situation situation) {
        Verdict ever = Verdict.ever(situation.standing().is(Role.OFFICER));
        return row.action().equals(ANSWER_REQUEST) ? ever.and(asked(situation, Request.Addressee.OfName.class)) : ever;
    }

    private static Verdict recorder(LifecycleRow row, Situation situation) {
        Standing standing = situation.standing();
        boolean ever = standing.is(Role.REGISTRAR) || standing.is(Role.OFFICER);
        return Verdict.ever(ever)
                .and(Verdict.now(standing.records()))
                .and(
                        row.by().contains(THE_ONE_ASKED)
                                ? Approvers.anybody(row.action(), situation)
                                : somebody(row, situation));
    }

    /** Tells whether there is a party whose act can be recorded. */
    private static Verdict somebody(LifecycleRow row, Situation situation) {
        return row.action().equals(ANSWER_REQUEST)
                ? asked(situation, Request.Addressee.OfParty.class).and(Verdict.now(answerable(situation.current())))
                : Verdict.now(situation.current().activeParties().stream()
                        .anyMatch(party -> holds(row, party, situation.current())));
    }

    /** Returns whether a party is asked who can still answer: one that has not ended, and has the right. */
    private static boolean answerable(Case subject) {
        Set<PartyId> able = subject.activeParties().stream()
                .filter(party -> party.may(Party.Right.RESPOND))
                .map(Party::id)
                .collect(Collectors.toSet());
        return asked(subject, able);
    }

    /** Tells whether somebody of a kind is asked: never while others alone are, not now while nobody is. */
    private static Verdict asked(Situation situation, Class<? extends Request.Addressee> kind) {
        boolean nobody = situation.current().openQuestions().isEmpty();
        return nobody ? Verdict.NOT_NOW : Verdict.ever(asks(situation, kind));
    }

    private static Verdict addressee(LifecycleRow row, Situation situation) {
        Standing standing = situation.standing();
        if (standing.is(Role.CONSULTED)) {
            return Verdict.ALLOWED;
        }
        boolean asked = asked(situation.current(), standing.partiesWith(Party.Right.RESPOND));
        boolean othersAsked = !asked && !situation.current().openQuestions().isEmpty();
        return Verdict.ever(party(row, situation) && !othersAsked).and(Verdict.now(asked));
    }

    private static boolean asked(Case subject, Set<PartyId> parties) {
        return subject.openQuestions().stream()
                .map(Request::addressee)
                .anyMatch(to -> to instanceof Request.Addressee.OfParty of && parties.contains(of.party()));
    }

    private static boolean asks(Situation situation, Class<? extends Request.Addressee> kind) {
        return situation.current().openQuestions().stream().anyMatch(request -> kind.isInstance(request.addressee()));
    }

    private static boolean party(LifecycleRow row, Situation situation) {
        return situation.standing().self().stream().anyMatch(party -> holds(row, party, situation.current()));
    }

    private static boolean holds(LifecycleRow row, Party party, Case subject) {
        boolean initiates = !row.by().contains("initiating-party") || Demand.mayBeMadeBy(party, subject);
        return initiates && row.right().map(party::may).orElse(true);
    }

    private static boolean system(LifecycleRow row, Situation situation) {
        return situation.standing().actor() instanceof Actor.SystemActor system
                && row.scope()
                        .filter(scope ->
                                system.may(scope, situation.current().head().authority()))
                        .isPresent();
    }
}
