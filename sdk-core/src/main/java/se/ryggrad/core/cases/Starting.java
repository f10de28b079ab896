package se.ryggrad.core.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.cases.access.Protected;
import se.ryggrad.core.cases.access.Reach;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.chain.FollowUpCode;
import se.ryggrad.core.cases.inquiry.Inquiry;
import se.ryggrad.core.cases.rules.StartingRules;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;

/** Begins cases, with faults in the order that the standard settles (CORE-007). */
final class Starting {

    private static final String OPEN_SCOPE = "cases:open";

    private final EnginePorts ports;
    private final Meeting meeting;
    private final StartingRules rules;
    private final Dice dice;
    private final Sealer sealer;
    private final Writing writing;

    Starting(EnginePorts ports, Meeting meeting, StartingRules rules, Dice dice) {
        this.ports = ports;
        this.meeting = meeting;
        this.rules = rules;
        this.dice = dice;
        this.sealer = new Sealer(dice);
        this.writing = new Writing(ports);
    }

    /**
     * Is who begins a case.
     *
     * @param caller who
     * @param moment when
     * @param inquiry what is asked about the persons of the case
     */
    record Beginning(Caller caller, Moment moment, Inquiry inquiry) {}

    Written<Started> start(Beginning beginning, StartCall call, Once<Started> once) {
        Caller caller = beginning.caller();
        Optional<ServiceDefinition> named = call.service().flatMap(id -> named(caller, id, call.version()));
        entitled(caller, call.initiatedBy(), named, beginning.moment());
        named.ifPresent(definition -> Levels.check(caller.actor(), definition));
        return writing.write(
                once,
                again -> ready(beginning, call.body().get(), named),
                kept -> kept.answer().isPresent() ? withheld(beginning, kept) : Optional.of(left(beginning, kept)));
    }

    /**
     * Returns what a replay shows instead of the first answer, when the caller sees less of the case than others by now.
     *
     * @throws RyggradException {@code not-found} where the case does not exist for the caller any more
     */
    private Optional<Started> withheld(Beginning beginning, KeptAnswer kept) {
        if (beginning.caller().actor() instanceof Actor.Anonymous) {
            return Optional.empty();
        }
        Optional<Situation> begun = begun(beginning, kept);
        if (begun.filter(Starting::gone).isPresent()) {
            throw Refusals.notFound();
        }
        return begun.filter(Situation::reduced).map(this::started);
    }

    /**
     * Returns whether the case does not exist any more for whoever began it: for the secrecy that its service names
     * (ID-073), since an officer is partial by now (ID-075), or since the case or the party has left them. A system may
     * begin cases without ever seeing more of them than the first answer.
     */
    private static boolean gone(Situation situation) {
        Standing standing = situation.standing();
        return situation.secret() || !(standing.visible() || standing.actor() instanceof Actor.SystemActor);
    }

    /** Returns what a replay shows of a case from which something was erased, if it exists for the caller. */
    private Started left(Beginning beginning, KeptAnswer kept) {
        return begun(beginning, kept)
                .filter(situation -> situation.standing().visible() && !situation.hidden() && !situation.secret())
                .map(this::started)
                .orElseThrow(Refusals::notFound);
    }

    private Optional<Situation> begun(Beginning beginning, KeptAnswer kept) {
        return ports.cases()
                .find(beginning.caller().principal(), new CaseId(UUID.fromString(kept.resource())))
                .map(begun -> meeting.again(beginning.caller(), begun, beginning.moment(), beginning.inquiry()));
    }

    private Started started(Situation situation) {
        return new Started(meeting.view(situation), Optional.empty());
    }

    /** Returns the version that is named, for it says who may begin the case (CASE-006); else the current one. */
    private Optional<ServiceDefinition> named(Caller caller, ServiceId id, Optional<String> version) {
        return version.flatMap(wanted -> ports.services().version(caller.principal(), id, wanted))
                .or(() -> ports.services().current(caller.principal(), id));
    }

    private Writing.Ready<Started> ready(
            Beginning beginning, Submission submission, Optional<ServiceDefinition> named) {
        Caller caller = beginning.caller();
        Moment moment = beginning.moment();
        ServiceDefinition definition = definition(submission, named);
        entitled(caller, submission.initiatedBy(), Optional.of(definition), moment);
        Levels.check(caller.actor(), definition);
        Optional<String> code =
                caller.actor() instanceof Actor.Anonymous ? Optional.of(FollowUpCode.create(dice)) : Optional.empty();
        Case blank = Beginnings.blank(
                new Beginnings.Setting(caller, definition, moment, dice), submission, code.map(FollowUpCode::digest));
        Standing standing = code.isPresent()
                ? Standing.follower(caller.actor(), blank)
                : Standing.of(caller, blank, beginning.inquiry()::represented);
        if (standing.is(Standing.Role.PARTIAL)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.partial");
        }
        Situation situation = new Situation(blank, standing, definition, moment.today(), Protected.NOBODY);
        PortSurroundings around = PortSurroundings.of(
                ports, blank, moment, new PortSurroundings.Attended(caller, beginning.inquiry()::toAgree));
        Turn turn = new Turn(situation, moment, around, dice);
        Outcome outcome = rules.apply(turn, submission);
        Inquiry.Found found = beginning.inquiry().aboutNew(outcome.after());
        ChangeSet change = sealer.seal(outcome.leaving(found.subject()), definition, moment, caller.traceparent());
        CaseView view = meeting.viewAfter(situation, found.in(change.after()), moment, change.events());
        Started started = new Started(view, code);
        return new Writing.Ready<>(change, started, false);
    }

    private static ServiceDefinition definition(Submission submission, Optional<ServiceDefinition> named) {
        ServiceDefinition definition = named.orElseThrow(() -> unknown("/service/id"));
        if (submission
                .version()
                .filter(wanted -> !wanted.equals(definition.version()))
                .isPresent()) {
            throw unknown("/service/version");
        }
        return definition;
    }

    private static RyggradException unknown(String pointer) {
        return RyggradException.validation(List.of(Refusals.fault(pointer, FaultCode.UNKNOWN_VALUE)));
    }

    /** Refuses who may not begin the case; a service that is unknown is refused later, by its value. */
    private static void entitled(
            Caller caller, CaseHead.Initiator initiator, Optional<ServiceDefinition> definition, Moment moment) {
        Actor actor = caller.actor();
        if (actor instanceof Actor.Anonymous
                && definition.filter(ServiceDefinition::anonymous).isEmpty()) {
            throw Refusals.of(ProblemType.NOT_AUTHENTICATED, "problem.not-authenticated");
        }
        boolean may =
                initiator == CaseHead.Initiator.AUTHORITY ? mayOpen(actor, definition) : maySubmit(actor, definition);
        if (!may || !entrusted(caller.representation(), definition, moment)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
    }

    /** Returns whether the caller acts for themselves, or may begin such a case for another (ID-046, ID-048). */
    private static boolean entrusted(
            Optional<Representation> representation, Optional<ServiceDefinition> definition, Moment moment) {
        boolean alone =
                representation.map(each -> each.may(RepresentationRight.SUBMIT)).orElse(true);
        return definition
                .map(service -> Reach.holds(representation, service, moment.today())
                        && Reach.gives(representation, RepresentationRight.SUBMIT, service))
                .orElse(alone);
    }

    private static boolean mayOpen(Actor actor, Optional<ServiceDefinition> definition) {
        if (actor instanceof Actor.Officer officer) {
            return definition
                    .map(service -> officer.handles(service.authority(), service.unit()))
                    .orElseGet(() -> inAny(officer, OfficerGroup.CASE_OFFICER));
        }
        return actor instanceof Actor.SystemActor system
                && definition
                        .map(service -> system.may(OPEN_SCOPE, service.authority()))
                        .orElseGet(() -> system.scopes().contains(OPEN_SCOPE));
    }

    private static boolean maySubmit(Actor actor, Optional<ServiceDefinition> definition) {
        if (actor instanceof Actor.Officer officer) {
            return definition
                    .map(service -> officer.registers(service.authority()) || officer.answersCalls(service.authority()))
                    .orElseGet(() ->
                            inAny(officer, OfficerGroup.REGISTRAR) || inAny(officer, OfficerGroup.CONTACT_CENTRE));
        }
        return !(actor instanceof Actor.SystemActor);
    }

    private static boolean inAny(Actor.Officer officer, String group) {
        return officer.groups().stream().anyMatch(each -> each.name().equals(group));
    }
}
