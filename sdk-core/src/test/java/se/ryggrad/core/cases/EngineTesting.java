package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.Caller;

/** Holds what the tests of the engine share: a world, its actors, and looks at what is refused. */
public abstract class EngineTesting {

    /** Is a person with cases. */
    protected static final Caller ANNA = People.person(People.ANNA);

    /** Is another person. */
    protected static final Caller BERTIL = People.person(People.BERTIL);

    /** Handles cases. */
    protected static final Caller KARIN = People.handler("Karin Ek");

    /** Handles cases of the same unit. */
    protected static final Caller OLA = People.handler("Ola Ask");

    /** Handles cases of another unit. */
    protected static final Caller OTHER_UNIT =
            People.officer("Eva", "case-officer@conformance-a", "unit:unit-a2@conformance-a");

    /** Is the day on which it all happens. */
    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** Asks for a page. */
    protected static final PageRequest PAGE = new PageRequest(1, 20, true);

    /** Is the world of the test. */
    protected final World world = new World();

    /** Returns a case of Anna that Karin handles. */
    protected CaseId assigned() {
        CaseId id = world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        return id;
    }

    /** Returns the first party of a case of Anna. */
    protected PartyId party(CaseId id) {
        return world.engine.find(ANNA, id).shown().parties().get(0).id();
    }

    /** Returns a final decision that was made on a day. */
    protected static CaseAction dated(LocalDate on) {
        return Acts.decide(Decision.Kind.FINAL, Optional.empty(), Optional.of(on), Circle.EVERYBODY);
    }

    /** Returns the types of the events that somebody sees. */
    protected List<String> types(Caller caller, CaseView view) {
        return world.timeline(caller, view.shown().id()).stream()
                .map(event -> event.event().type().code())
                .toList();
    }

    /** Returns the latest event that somebody sees. */
    protected EventView last(Caller caller, CaseId id) {
        List<EventView> timeline = world.timeline(caller, id);
        return timeline.get(timeline.size() - 1);
    }

    /** Says which version was seen. */
    protected static Optional<Precondition> seen(long version) {
        return Optional.of(Precondition.version(new Version(version)));
    }

    /** Returns how an action is refused. */
    protected Problem act(Caller caller, CaseId id, String action, Optional<Precondition> precondition) {
        ActionCall call = new ActionCall(action, () -> new CaseAction.Extension(action));
        return refused(() ->
                world.engine.act(caller, id, call, precondition, world.once(view -> new Answer(200, Map.of(), ""))));
    }

    /** Returns the places of the faults of what is refused, each with its code. */
    protected static List<String> places(ThrowingCallable call) {
        Problem problem = refused(call);
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        return problem.faults().stream()
                .map(fault -> fault.where() + ' ' + fault.code().code())
                .toList();
    }

    /** Returns how a call is refused. */
    protected static Problem refused(ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        return refused.problem();
    }
}
