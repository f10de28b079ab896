package se.ryggrad.core.cases.walk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.action.CaseAction.Delaying;
import se.ryggrad.api.cases.action.CaseAction.Placing;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.MemoFate;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.action.Unnotified;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.law.Demand;
import se.ryggrad.core.cases.law.Replacement;

/** Makes a body without faults for what an actor tries, as far as the case allows one. */
final class Bodies {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 9, 23);
    private static final Circle SECRET =
            new Circle(Audience.OFFICERS, List.of(new Circle.Ground("OSL 26 kap. 1 §", "parterna")));

    private final Caller caller;
    private final Case subject;
    private final List<Memo> memos;
    private final List<UUID> redactable;
    private final int choice;

    Bodies(Caller caller, Case subject, List<Memo> memos, List<UUID> redactable, int choice) {
        this.caller = caller;
        this.subject = subject;
        this.memos = memos;
        this.redactable = redactable;
        this.choice = choice;
    }

    CaseAction of(String action) {
        return switch (action) {
            case "register" -> new Placing.Register();
            case "assign" -> new Placing.Assign(officer());
            case "reroute" -> new Placing.Reroute(otherUnit(), Optional.empty());
            case "request" -> Acts.ask(parties().addressee(otherUnit()), TODAY.plusDays(choice % 3), Circle.EVERYBODY);
            case "answer-request" -> answer();
            case "close-request" -> new CaseAction.Asking.CloseRequest(anyOpen(), Optional.empty());
            case "supplement" -> supplement();
            case "message" -> message();
            case "record-note" ->
                new Adding.RecordNote("Anteckning", Optional.empty(), choice % 4 == 0 ? SECRET : Circle.EVERYBODY);
            case "memo" -> new Adding.WriteMemo("Minne");
            case "approve" -> approve();
            case "refuse-approval" -> refuse();
            case "dispense-approval" -> dispense();
            case "add-party", "change-party", "end-party" -> parties().of(action);
            case "notify-delay" -> new Delaying.NotifyDelay("Sjukdom");
            case "demand-decision" ->
                new Delaying.DemandDecision(Optional.empty(), recorded(party -> Demand.mayBeMadeBy(party, subject)));
            case "refuse-demand" -> Acts.refuseDemand();
            case "decide" -> decide();
            case "notify-decision" -> notification();
            case "record-service" -> service();
            case "acknowledge-receipt" ->
                new Appealing.AcknowledgeReceipt(unserved(self().filter(party -> party.may(Party.Right.BE_NOTIFIED))));
            case "correct-decision" -> Acts.correct(standing());
            case "change-decision" -> change();
            case "appeal" -> appeal();
            case "dismiss-appeal" ->
                new Appealing.DismissAppeal(
                        any(each -> each.open() && each.late()), new JsonText("{\"text\":\"För sent\"}"));
            case "forward-appeal" -> new Appealing.ForwardAppeal(any(Appeal::open), "Förvaltningsrätten");
            case "record-ruling" -> ruling();
            case "complete" -> new Ending.Complete(new JsonText("{\"text\":\"Klart\"}"), fates());
            case "close" -> new Ending.Close(untold(), fates());
            case "withdraw" -> new Ending.Withdraw(Optional.empty(), recorded(Party.Right.WITHDRAW));
            case "reopen" -> Acts.reopen();
            case "redact" ->
                Acts.redact(redactable.isEmpty() ? new UUID(0, 0) : redactable.get(choice % redactable.size()));
            case "dispose" -> Acts.dispose();
            default -> new CaseAction.Extension(action);
        };
    }

    private PartyBodies parties() {
        return new PartyBodies(subject, choice);
    }

    private Optional<ActorId> officer() {
        boolean self = choice % 2 == 0
                && caller.actor() instanceof Actor.Officer officer
                && officer.handles(People.AUTHORITY, subject.head().unit());
        String entitled = subject.head().unit().value().equals("unit-a") ? "officer" : "officer of another unit";
        return self
                ? Optional.empty()
                : Optional.of(Cast.actor(entitled).actor().id());
    }

    private UnitId otherUnit() {
        return new UnitId(subject.head().unit().value().equals("unit-a") ? "unit-a2" : "unit-a");
    }

    private CaseAction answer() {
        List<Request> mine =
                subject.openQuestions().stream().filter(this::answers).toList();
        if (mine.isEmpty()) {
            return Acts.answer(anyOpen(), Optional.empty());
        }
        Request request = mine.get(choice % mine.size());
        return Acts.answer(request.id(), recorded(request));
    }

    private CaseAction approve() {
        Optional<Request> mine = outstanding(this::answers);
        return new CaseAction.Agreeing.Approve(id(mine), mine.flatMap(this::recorded));
    }

    private CaseAction refuse() {
        Optional<Request> mine = outstanding(request -> answers(request) && !request.refused());
        return new CaseAction.Agreeing.RefuseApproval(id(mine), mine.flatMap(this::recorded));
    }

    private CaseAction dispense() {
        Optional<UUID> one = outstanding(request -> choice % 2 == 0).map(Request::id);
        return new CaseAction.Agreeing.DispenseApproval(one, "FB 6 kap. 13 a §");
    }

    private Optional<Request> outstanding(Predicate<Request> fits) {
        return subject.outstandingApprovals().stream().filter(fits).findFirst();
    }

    private static UUID id(Optional<Request> request) {
        return request.map(Request::id).orElse(new UUID(0, 0));
    }

    private Optional<Recorded> recorded(Request request) {
        return request.addressee() instanceof Request.Addressee.OfParty to && official()
                ? Optional.of(Acts.onPaper(to.party(), TODAY))
                : Optional.empty();
    }

    private boolean answers(Request request) {
        if (request.addressee() instanceof Request.Addressee.OfParty to) {
            return parties().responds(to.party())
                    && (records() || self().anyMatch(party -> party.id().equals(to.party())));
        }
        UnitId unit = request.addressee() instanceof Request.Addressee.OfUnit to
                ? to.unit()
                : subject.head().unit();
        return caller.actor() instanceof Actor.Officer officer && officer.handles(People.AUTHORITY, unit);
    }

    private boolean records() {
        return caller.actor() instanceof Actor.Officer officer
                && (officer.registers(People.AUTHORITY)
                        || subject.head()
                                .officer()
                                .filter(assigned -> assigned.officer().equals(officer.id()))
                                .isPresent());
    }

    private CaseAction supplement() {
        return new Adding.Supplement(Optional.of("Mer"), Optional.empty(), List.of(), recorded(Party.Right.SUPPLEMENT));
    }

    private CaseAction message() {
        boolean officer = caller.actor() instanceof Actor.Officer of
                && of.handles(People.AUTHORITY, subject.head().unit());
        Circle circle = officer && choice % 3 == 0 ? SECRET : Circle.EVERYBODY;
        boolean calls = caller.actor() instanceof Actor.Officer of && of.answersCalls(People.AUTHORITY);
        boolean own = officer || (calls && choice % 2 == 0);
        return new Adding.WriteMessage("Hej", List.of(), own ? Optional.empty() : recorded(Party.Right.SEE), circle);
    }

    private CaseAction decide() {
        Decision.Kind kind = choice % 2 == 0 ? Decision.Kind.FINAL : Decision.Kind.INTERIM;
        Optional<UUID> replaces = finals().reduce((earlier, later) -> later).map(Decision::id);
        boolean longAgo = choice % 3 != 0 && subject.head().receivedOn().isBefore(LONG_AGO);
        return Acts.decide(
                kind,
                subject.awaitsApproval() ? "other" : "approved",
                Acts.UNSAID,
                kind == Decision.Kind.FINAL ? replaces : Optional.empty(),
                Optional.of(longAgo ? LONG_AGO : TODAY),
                Circle.EVERYBODY);
    }

    private Stream<Decision> finals() {
        return subject.decisions().stream().filter(each -> each.kind() == Decision.Kind.FINAL);
    }

    private List<Unnotified> untold() {
        return subject.parties().stream()
                .filter(party -> party.may(Party.Right.BE_NOTIFIED))
                .map(party -> new Unnotified(party.id(), "Avliden"))
                .toList();
    }

    private List<MemoFate> fates() {
        return memos.stream()
                .map(memo -> new MemoFate(memo.id(), choice % 2 == 0))
                .toList();
    }

    private CaseAction service() {
        List<Party> told = subject.parties().stream()
                .filter(party -> subject.decisions().stream()
                        .anyMatch(each -> each.unserved(party.id()).isPresent()))
                .toList();
        PartyId party = told.isEmpty()
                ? PartyId.random()
                : told.get(choice % told.size()).id();
        return new Appealing.RecordService(
                unserved(told.stream().filter(each -> each.id().equals(party))),
                party,
                servedOn(party),
                Optional.empty());
    }

    private LocalDate servedOn(PartyId party) {
        return subject.decisions().stream()
                .flatMap(each -> each.unserved(party).stream())
                .map(Decision.Notification::sentOn)
                .findFirst()
                .orElse(TODAY);
    }

    private CaseAction notification() {
        Optional<LocalDate> decidedOn =
                subject.decisions().stream().map(Decision::decidedOn).findFirst();
        return new Ending.NotifyDecision(anyDecision(), List.of(), "post", decidedOn);
    }

    private UUID unserved(Stream<Party> parties) {
        List<PartyId> ids = parties.map(Party::id).toList();
        return subject.decisions().stream()
                .filter(each -> ids.stream().anyMatch(id -> each.unserved(id).isPresent()))
                .map(Decision::id)
                .findFirst()
                .orElse(new UUID(0, 0));
    }

    private UUID standing() {
        return subject.decisions().stream()
                .filter(each -> Replacement.stands(subject, each))
                .map(Decision::id)
                .findFirst()
                .orElse(new UUID(0, 0));
    }

    private CaseAction change() {
        Optional<Decision> changing = subject.decisions().stream()
                .filter(each -> Replacement.changes(subject, each) && !Replacement.handedOver(subject, each))
                .findFirst();
        return Acts.change(
                changing.map(Decision::id).orElse(new UUID(0, 0)),
                ChangeGround.CLEARLY_INCORRECT,
                subject.awaitsApproval()
                        ? "other"
                        : changing.map(Decision::outcome).orElse("approved"));
    }

    private CaseAction appeal() {
        return new Appealing.MakeAppeal(anyDecision(), "Nej", List.of(), recorded(Party.Right.APPEAL));
    }

    private CaseAction ruling() {
        Appeal.Outcome[] outcomes = Appeal.Outcome.values();
        return new Appealing.RecordRuling(
                any(Appeal::pending), new Appeal.Ruling(outcomes[choice % outcomes.length], TODAY, Optional.empty()));
    }

    private UUID any(Predicate<Appeal> fits) {
        return subject.appeals().stream()
                .filter(fits)
                .map(Appeal::id)
                .findFirst()
                .orElse(new UUID(0, 0));
    }

    private Optional<Recorded> recorded(Party.Right right) {
        return recorded(party -> party.may(right));
    }

    private Optional<Recorded> recorded(Predicate<Party> entitled) {
        return official()
                ? subject.activeParties().stream()
                        .filter(entitled)
                        .findFirst()
                        .map(party -> Acts.onPaper(party.id(), TODAY))
                : Optional.empty();
    }

    private boolean official() {
        return !(caller.actor() instanceof Actor.Person);
    }

    private Stream<Party> self() {
        return caller.actor() instanceof Actor.Person person
                ? subject.activeParties().stream()
                        .filter(party -> party.identity().equals(person.identity()))
                : Stream.empty();
    }

    private UUID anyOpen() {
        return subject.openQuestions().stream().map(Request::id).findFirst().orElse(new UUID(0, 0));
    }

    private UUID anyDecision() {
        return subject.decisions().stream().map(Decision::id).findFirst().orElse(new UUID(0, 0));
    }
}
