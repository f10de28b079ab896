package se.ryggrad.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.event.CaseEvent;
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
import se.ryggrad.core.cases.chain.FollowUpCode;
import se.ryggrad.core.cases.inquiry.Inquiries;
import se.ryggrad.core.cases.inquiry.Inquiry;
import se.ryggrad.core.cases.rules.erasing.Closings;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;

/** Brings callers and cases together: first whether the case exists for the caller, then the level. */
final class Meeting {

    private static final List<String> FOLLOW_UP = List.of("answer-request", "supplement", "message");
    private static final Set<ProblemType> KEPT_OUT =
            Set.of(ProblemType.NOT_FOUND, ProblemType.FORBIDDEN, ProblemType.INSUFFICIENT_ASSURANCE);
    private static final String REGISTER_SCOPE = "cases:register";

    private final EnginePorts ports;
    private final Permissions permissions;
    private final Inquiries inquiries;

    Meeting(EnginePorts ports, Permissions permissions, Inquiries inquiries) {
        this.ports = ports;
        this.permissions = permissions;
        this.inquiries = inquiries;
    }

    /** Meets a case in order to read it. */
    Situation toRead(Caller caller, CaseId id, Moment moment) {
        scope(caller.actor(), Standing.READ_SCOPE);
        return meet(caller, find(caller, id), moment, inquiries.of(caller), false);
    }

    /** Meets a case in order to read what lies in it, which a limited sight does not reach (ID-074). */
    Situation toReadWhole(Caller caller, CaseId id, Moment moment) {
        Situation situation = toRead(caller, id, moment);
        if (situation.standing().limited()) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
        return situation;
    }

    /** Refuses whoever may not read the working papers of the case that they meet (HAND-027). */
    static void requireReaderOfMemos(Situation situation) {
        if (!situation.standing().is(Role.OFFICER)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
    }

    /** Meets a case in order to act. */
    Situation toAct(Acting.Request request, CaseId id) {
        Caller caller = request.caller();
        if (caller.actor() instanceof Actor.SystemActor system
                && !system.scopes().contains(Standing.READ_SCOPE)) {
            scope(system, REGISTER_SCOPE);
        }
        return meet(caller, find(caller, id), request.moment(), request.inquiry(), true);
    }

    /**
     * Meets those of some cases that let the caller in, in order to write to their parties, beside the cases. Registries are
     * asked about the persons of all at once.
     */
    List<Situation> toWrite(Caller caller, Set<CaseId> ids, Moment moment) {
        Inquiry inquiry = inquiries.of(caller);
        List<Admitted> admitted = ids.stream()
                .flatMap(id -> let(() -> admit(caller, find(caller, id), moment, inquiry, true)).stream())
                .toList();
        inquiry.aboutAll(admitted.stream().map(Admitted::subject).toList());
        return admitted.stream()
                .flatMap(each -> let(() -> met(caller, each, moment, inquiry)).stream())
                .toList();
    }

    private static <T> Optional<T> let(Supplier<T> meeting) {
        try {
            return Optional.of(meeting.get());
        } catch (RyggradException refused) {
            if (KEPT_OUT.contains(refused.problem().type())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Meets the case that a follow-up code opens. */
    Situation byCode(Caller caller, String code, Moment moment, Inquiry inquiry) {
        Inquiry.Found found = inquiry.about(ports.cases()
                .findByFollowUp(caller.principal(), FollowUpCode.digest(code))
                .orElseThrow(Refusals::notFound));
        Standing follower = Standing.follower(caller.actor(), found.subject());
        if (!follower.visible()) {
            throw Refusals.notFound();
        }
        return situation(found, follower, definition(found.subject()), moment);
    }

    /** Meets a case that the caller has begun, perhaps out of sight by now. */
    Situation again(Caller caller, Case begun, Moment moment, Inquiry inquiry) {
        Inquiry.Found found = inquiry.about(begun);
        Standing standing = caller.actor() instanceof Actor.Anonymous
                ? Standing.follower(caller.actor(), begun)
                : Standing.of(caller, begun, inquiry::represented);
        return situation(found, standing, definition(begun), moment);
    }

    /** Returns what the caller sees of the case. */
    CaseView view(Situation situation) {
        if (situation.hidden()) {
            return Views.of(situation, List.of(), ports.wording());
        }
        List<String> allowed = permissions.allowed(situation);
        return Views.of(
                situation,
                situation.standing().is(Role.FOLLOWER)
                        ? allowed.stream().filter(FOLLOW_UP::contains).toList()
                        : allowed,
                ports.wording());
    }

    /**
     * Returns what the caller sees of the case after an act, a last time if it is out of sight now.
     *
     * @param added the events of the act, which are about to be written
     */
    CaseView viewAfter(Situation before, Inquiry.Found after, Moment moment, List<CaseEvent> added) {
        Standing standing = before.standing().is(Role.FOLLOWER)
                ? Standing.follower(before.standing().actor(), after.subject())
                : before.standing().at(after.subject());
        boolean seen = standing.is(Role.FOLLOWER) || standing.visible();
        Situation now = situation(after, seen ? standing : before.standing(), before.definition(), moment, added);
        return seen ? view(now) : Views.of(now, List.of(), ports.wording());
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

    /**
     * Is a case that exists for a caller as far as its persons do not keep it from them.
     *
     * @param partial whether the caller sees it, and may not act in it
     */
    private record Admitted(Case subject, Standing standing, ServiceDefinition definition, boolean partial) {}

    private Situation meet(Caller caller, Optional<Case> found, Moment moment, Inquiry inquiry, boolean acting) {
        return met(caller, admit(caller, found, moment, inquiry, acting), moment, inquiry);
    }

    private Admitted admit(Caller caller, Optional<Case> found, Moment moment, Inquiry inquiry, boolean acting) {
        Case subject = found.orElseThrow(Refusals::notFound);
        Standing standing = Standing.of(caller, subject, inquiry::represented);
        boolean partial = acting && standing.is(Role.PARTIAL);
        if (!partial && !standing.visible()) {
            throw Refusals.notFound();
        }
        ServiceDefinition definition = definition(subject);
        if (standing.keptOutBy(definition) || !Reach.holds(caller.representation(), definition, moment.today())) {
            throw Refusals.notFound();
        }
        return new Admitted(subject, standing, definition, partial);
    }

    /** Asks registries last of all that tells whether the case exists for the caller: not for strangers. */
    private Situation met(Caller caller, Admitted admitted, Moment moment, Inquiry inquiry) {
        Situation situation =
                situation(inquiry.about(admitted.subject()), admitted.standing(), admitted.definition(), moment);
        if (situation.hidden()) {
            throw Refusals.notFound();
        }
        if (admitted.partial()) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.partial");
        }
        Levels.check(caller.actor(), admitted.definition());
        return situation;
    }

    private Situation situation(Inquiry.Found found, Standing standing, ServiceDefinition definition, Moment moment) {
        return situation(found, standing, definition, moment, List.of());
    }

    private Situation situation(
            Inquiry.Found found,
            Standing standing,
            ServiceDefinition definition,
            Moment moment,
            List<CaseEvent> added) {
        Case subject = found.subject();
        return new Situation(
                subject, standing, definition, moment.today(), found.known(), () -> closedOn(subject, added));
    }

    private Optional<LocalDate> closedOn(Case subject, List<CaseEvent> added) {
        return Closings.last(added)
                .or(() -> Closings.last(ports.cases().allEvents(subject.head().principal(), subject.id())));
    }

    private static void scope(Actor actor, String scope) {
        if (actor instanceof Actor.SystemActor system && !system.scopes().contains(scope)) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.scope");
        }
    }
}
