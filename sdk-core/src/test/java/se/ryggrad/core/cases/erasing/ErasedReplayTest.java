package se.ryggrad.core.cases.erasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.FollowUp;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.MemoFate;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;

/** Tries what an earlier key is answered with once something was erased (HAND-077). */
class ErasedReplayTest extends Archive {

    private final UUID key = UUID.randomUUID();

    @Test
    void showsTheCaseAsItIsNow() {
        StartCall call = StartCall.of(World.submission("disposal", "{\"subject\":\"Kanarie\"}"));
        CaseId id = World.started(world.engine.start(ANNA, call, started()))
                .view()
                .shown()
                .id();
        Once<CaseView> written = message();
        act(ANNA, id, Acts.message("Kanarie", Circle.EVERYBODY), written);

        world.act(ARNE, id, Acts.redact(first(id)));

        Written<Started> again = world.engine.start(ANNA, call, started());
        assertThat(again).isInstanceOf(Written.Again.class);
        assertThat(again.answer().status()).isEqualTo(201);
        assertThat(again.answer().headers()).containsEntry("Location", "/cases/" + id.value());
        assertThat(again.answer().body()).isEqualTo("{}");
        assertThat(act(ANNA, id, Acts.message("Kanarie", Circle.EVERYBODY), written)
                        .answer()
                        .body())
                .isEqualTo("{} 4");
        assertThat(type(() -> world.engine.start(ANNA, call, world.otherBody(key))))
                .isEqualTo(ProblemType.IDEMPOTENCY_CONFLICT);

        close(id);
        world.act(ARNE, id, Acts.dispose());
        assertThat(type(() -> world.engine.start(ANNA, call, started()))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> act(ANNA, id, Acts.message("Kanarie", Circle.EVERYBODY), written)))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> world.engine.start(ANNA, call, world.otherBody(key))))
                .isEqualTo(ProblemType.IDEMPOTENCY_CONFLICT);
    }

    @Test
    void givesTheOwnAnswerOfTheRedactionAndTheDisposal() {
        CaseId id = close(submit("disposal"));
        CaseAction.Erasing.Redact redact = Acts.redact(first(id));
        Once<CaseView> redaction = message();
        Once<CaseView> disposal = world.once(UUID.randomUUID(), view -> new Answer(200, Map.of(), "disposed"));

        Answer first = act(ARNE, id, redact, redaction).answer();
        assertThat(act(ARNE, id, redact, redaction).answer()).isEqualTo(first);
        Answer last = act(ARNE, id, Acts.dispose(), disposal).answer();
        assertThat(act(ARNE, id, Acts.dispose(), disposal).answer()).isEqualTo(last);
        assertThat(act(ARNE, id, redact, redaction)).isInstanceOf(Written.Again.class);
        assertThat(act(ARNE, id, redact, redaction).answer().body()).isNotEqualTo(first.body());
    }

    @Test
    void showsAWorkingPaperThatIsStillThere() {
        CaseId id = submit("disposal");
        Once<Memo> once = world.once(key, memo -> new Answer(201, Map.of(), memo.text()));
        ActionCall call = ActionCall.of(new CaseAction.Adding.WriteMemo("Ring"));
        world.engine.memo(KARIN, id, call, once);

        world.act(ARNE, id, Acts.redact(first(id)));
        assertThat(world.engine.memo(KARIN, id, call, once).answer().body()).isEqualTo("Ring");
        UUID memo = world.engine.memos(KARIN, id).get(0).id();
        close(KARIN, id, new Ending.Close(List.of(), List.of(new MemoFate(memo, false))));

        assertThat(type(() -> world.engine.memo(KARIN, id, call, once))).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void showsWhoeverHasTheCodeTheCaseAsItIsNow() {
        Once<FollowUp> once = world.once(
                key,
                followed -> new Answer(200, Map.of(), "" + followed.messages().size()));
        Once<Started> begin = started();
        UUID other = UUID.randomUUID();
        Once<Started> start = world.once(other, begin.render());
        StartCall body = StartCall.of(World.submission("anonymous", "{\"subject\":\"Gropen\"}"));
        Started begun = World.started(world.engine.start(People.nobody(), body, start));
        String code = begun.followUpCode().orElseThrow();
        CaseId id = begun.view().shown().id();
        ActionCall call = ActionCall.of(Acts.message("Kanarie", Circle.EVERYBODY));
        assertThat(world.engine
                        .followUp(People.nobody(), code, call, once)
                        .answer()
                        .body())
                .isEqualTo("1");

        world.act(ARNE, id, Acts.redact(last(id), first(id)));

        assertThat(world.engine
                        .followUp(People.nobody(), code, call, once)
                        .answer()
                        .body())
                .isEqualTo("0");
        Answer again = world.engine.start(People.nobody(), body, start).answer();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body())
                .as("without the code, which nobody knows any more")
                .isEqualTo("{}");
    }

    private Once<Started> started() {
        return world.once(
                key,
                started -> new Answer(
                        201,
                        Map.of(
                                "Location",
                                "/cases/" + started.view().shown().id().value()),
                        started.view().shown().form().text()
                                + started.followUpCode().orElse("")));
    }

    private Once<CaseView> message() {
        return world.once(
                UUID.randomUUID(),
                view -> new Answer(
                        200,
                        Map.of(),
                        view.shown().form().text() + " "
                                + view.shown().head().version().number()));
    }

    private Written<CaseView> act(Caller caller, CaseId id, CaseAction action, Once<CaseView> once) {
        return world.engine.act(caller, id, ActionCall.of(action), Optional.of(current -> true), once);
    }
}
