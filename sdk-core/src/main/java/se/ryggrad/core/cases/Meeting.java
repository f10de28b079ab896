package se.ryggrad.core.cases;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.access.Permissions;
import se.ryggrad.core.cases.access.Reach;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.access.Standing.Role;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;

/** Brings callers and cases together: first whether the case exists for the caller, then the level. */
final class Meeting {

    private static final List<String> FOLLOW_UP = List.of("answer-request", "supplement", "message");
    private static final String REGISTER_SCOPE = "cases:register";

    private final EnginePorts ports;
    private final Permissions permissions;

    Meeting(EnginePorts ports, Permissions permissions) {
        this.ports = ports;
        this.permissions = permissions;
    }

    /** Meets a case in order to read it. */
    Situation toRead(Caller caller, CaseId id, Moment moment) {
        scope(caller.actor(), Standing.READ_SCOPE);
        return meet(caller, find(caller, id), moment, false);
    }

    /** Meets a case in order to act. */
    Situation toAct(Caller caller, CaseId id, Moment moment) {
        if (caller.actor() instanceof Actor.SystemActor system
                && !system.scopes().contains(Standing.READ_SCOPE)) {
            scope(system, REGISTER_SCOPE);
        }
        return meet(caller, find(caller, id), moment, true);
    }

    /** Meets the case that a follow-up code opens. */
    Situation byCode(Caller caller, String code, Moment moment) {
        Case subject = ports.cases()
                .findByFollowUp(caller.principal(), FollowUpCode.digest(code))
                .orElseThrow(Refusals::notFound);
        Standing standing = Standing.follower(caller.actor(), subject);
        if (!standing.visible()) {
            throw Refusals.notFound();
        }
        return new Situation(subject, standing, definition(subject), moment.today());
    }

    /** Returns what the caller sees of the case. */
    CaseView view(Situation situation) {
        List<String> allowed = permissions.allowed(situation);
        return Views.of(
                situation.current(),
                situation.standing(),
                situation.standing().is(Role.FOLLOWER)
                        ? allowed.stream().filter(FOLLOW_UP::contains).toList()
                        : allowed);
    }

    /** Returns what the caller sees of the case after an act, a last time if it is out of sight now. */
    CaseView viewAfter(Situation before, Case after, Moment moment) {
        if (before.standing().is(Role.FOLLOWER)) {
            Standing follower = Standing.follower(before.standing().actor(), after);
            return view(new Situation(after, follower, before.definition(), moment.today()));
        }
        Standing standing = before.standing().at(after);
        return standing.visible()
                ? view(new Situation(after, standing, before.definition(), moment.today()))
                : Views.of(after, before.standing(), List.of());
    }

    /** Returns whether the holder of a follow-up code may ask for {@code action}. */
    static boolean followed(String action) {
        return FOLLOW_UP.contains(action);
    }

    ServiceDefinition definition(Case subject) {
        PrincipalId principal = subject.head().principal();
        return ports.services()
                .version(
                        principal,
                        subject.head().service().id(),
                        subject.head().service().version())
                .orElseThrow(() -> new IllegalStateException("a case of a service that was never published"));
    }

    private Optional<Case> find(Caller caller, CaseId id) {
        return ports.cases().find(caller.principal(), id);
    }

    private Situation meet(Caller caller, Optional<Case> found, Moment moment, boolean acting) {
        Case subject = found.orElseThrow(Refusals::notFound);
        Standing standing = Standing.of(caller, subject);
        if (acting && standing.is(Role.PARTIAL)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.partial");
        }
        if (!standing.visible()) {
            throw Refusals.notFound();
        }
        ServiceDefinition definition = definition(subject);
        if (!Reach.holds(caller.representation(), definition, moment.today())) {
            throw Refusals.notFound();
        }
        Levels.check(caller.actor(), definition);
        return new Situation(subject, standing, definition, moment.today());
    }

    private static void scope(Actor actor, String scope) {
        if (actor instanceof Actor.SystemActor system && !system.scopes().contains(scope)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.scope");
        }
    }
}
