package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.chain.HashChain;

/** Says what every store of cases does with requests that come at the same moment. */
public abstract class CaseStoreRaceContract extends CaseStoreScene {

    @Test
    final void makesOneCaseOfSixteenRequestsWithOneKey() {
        UUID key = UUID.randomUUID();
        StartCall call = StartCall.of(World.submission("plain", "{\"subject\":\"å\"}"));

        List<Answer> answers = Together.run(
                16,
                place -> world.engine
                        .start(ANNA, call, world.once(key, world::answer))
                        .answer());

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(list(CaseQuery.Filter.NONE, new PageRequest(1, 10, true), OWN)
                        .total())
                .hasValue(1);
    }

    @Test
    final void letsOneOfTwoOfficersWin() {
        CaseId id = submit();
        List<Caller> officers = List.of(KARIN, People.handler("Ola Ask"));
        officers.forEach(world::seen);

        List<String> ends = Together.run(
                2,
                place -> Together.outcome(() ->
                        world.actAt(officers.get(place), id, new CaseAction.Placing.Assign(Optional.empty()), 2)));

        assertThat(ends).containsExactlyInAnyOrder("done", "stale-version");
        assertThat(kept(id).head().version().number()).isEqualTo(3);
    }

    @Test
    final void losesNoMessageOfMany() {
        CaseId id = submit();

        Together.run(
                8,
                place -> world.engine.act(
                        ANNA,
                        id,
                        ActionCall.of(Acts.message("nr " + place, Circle.EVERYBODY)),
                        Optional.empty(),
                        world.once(view -> new Answer(200, Map.of(), ""))));

        assertThat(world.cases.allEvents(People.PRINCIPAL, id)).hasSize(10);
        assertThat(HashChain.holds(world.cases.allEvents(People.PRINCIPAL, id))).isTrue();
    }

    @Test
    final void givesEveryCaseANumberOfItsOwnAndEveryEventAPlaceInTheFeed() {
        Together.run(
                16, place -> IntStream.range(0, 4).mapToObj(count -> submit()).toList());

        Page<Case> all = list(CaseQuery.Filter.NONE, new PageRequest(1, 100, false), OWN);
        assertThat(all.items().stream().map(each -> each.head().registryNumber().orElseThrow()))
                .hasSize(64)
                .doesNotHaveDuplicates();
        List<FeedEvent> feed = world.log.read(People.PRINCIPAL, Set.of(People.AUTHORITY), 0, 1000);
        assertThat(feed).hasSize(128);
        assertThat(feed.stream().map(FeedEvent::position)).isSorted().doesNotHaveDuplicates();
        assertThat(feed.stream().filter(event -> event.sequence() == 1)).hasSize(64);
        long middle = feed.get(63).position();
        assertThat(world.log.read(People.PRINCIPAL, Set.of(People.AUTHORITY), middle, 10))
                .isEqualTo(feed.subList(64, 74));
        assertThat(world.log.knows(People.PRINCIPAL, middle)).isTrue();
        assertThat(world.log.read(People.PRINCIPAL, Set.of(), 0, 10)).isEmpty();
    }
}
