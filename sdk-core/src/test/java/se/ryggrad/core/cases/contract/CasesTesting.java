package se.ryggrad.core.cases.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import se.ryggrad.api.Page;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Cases;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Placing;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;

/** Holds what the contracts of cases share: cases that a caller speaks to, and what is done with them. */
public abstract class CasesTesting extends EngineTesting {

    /** More than there is of anything, lest pages that never end keep a test for ever. */
    static final int MANY = 100;

    private static final String FORM = "{\"subject\":\"Kanariefågel\"}";

    /** Returns the cases of {@link #world}. */
    protected abstract Cases cases();

    @BeforeEach
    void signIn() {
        Stream.of(KARIN, OLA, People.registrar()).forEach(world::seen);
    }

    final CaseId id(Caller caller) {
        return started(caller, UUID.randomUUID()).view().shown().id();
    }

    /** Returns a case of Anna that Karin handles. */
    final CaseId taken() {
        CaseId id = id(ANNA);
        act(KARIN, id, new Placing.Assign(Optional.empty()));
        return id;
    }

    final Started started(Caller caller, UUID key) {
        return first(start(caller, key));
    }

    final Written<Started> start(Caller caller, UUID key) {
        return cases().start(caller, StartCall.of(World.submission("plain", FORM)), once(key));
    }

    final CaseView act(Caller caller, CaseId id, CaseAction action) {
        Optional<Precondition> now = Optional.of(Precondition.version(world.version(id)));
        return first(cases().act(caller, id, ActionCall.of(action), now, shown()));
    }

    final ProblemType refusal(Caller caller, CaseId id, CaseAction action, Optional<Precondition> precondition) {
        return refused(() -> cases().act(caller, id, ActionCall.of(action), precondition, shown()))
                .type();
    }

    final List<EventView> timeline(Caller caller, CaseId id) {
        return Page.all(2, page -> cases().events(caller, id, page)).limit(MANY).toList();
    }

    final List<CaseId> listed(CaseQuery.Filter filter) {
        return cases().list(KARIN, filter, PAGE).items().stream()
                .map(view -> view.shown().id())
                .toList();
    }

    final Once<Started> once(UUID key) {
        return world.once(key, world::answer);
    }

    final Once<Started> conflicting(UUID key) {
        return world.otherBody(key);
    }

    final Once<CaseView> shown() {
        return rendered(view -> new Answer(200, Map.of(), ""));
    }

    final <T> Once<T> rendered(Function<T, Answer> render) {
        return world.once(render);
    }

    static <T> T first(Written<T> written) {
        return ((Written.First<T>) written).result();
    }
}
