package se.ryggrad.conformance.checks.push;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks how an item is removed, and that nothing older brings it back. */
@ConformanceCheck
class RemovalCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;

    @Requirement("MINA-042")
    @Test
    void mina042_removesAnItem(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String kept = pushing.takes(Push.of(person));
        String item = pushing.takes(Push.of(person).version(4));
        pushing.push(item, Push.removal(5)).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE, kept);
        pushing.push(item, Push.removal(5)).expect(204);
        pushing.push(item, Push.removal(9)).expect(204);
        pushing.push(item, Push.removal(8)).expectProblem(409, "state-conflict");
        pushing.push(item, Push.removal(9)).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE, kept);
    }

    @Requirement("MINA-042")
    @Test
    void mina042_removesNothingByAnOldVersion(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String item = pushing.takes(Push.of(person).version(4));
        for (long version : List.of(4L, 3L, 1L)) {
            pushing.push(item, Push.removal(version)).expectProblem(409, "state-conflict");
            index.visitor(person).read().expectAnswered(SOURCE, item);
        }
        pushing.push(item, Push.removal(5)).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE);
    }

    @Requirement("MINA-042")
    @Test
    void mina042_takesARemovalOfWhatItNeverHad(OverviewIndex index) {
        PushingSource pushing = index.pushing();
        String item = PushingSource.newItem();
        pushing.push(item, Push.removal(3)).expect(204);
        pushing.push(item, Push.removal(3)).expect(204);
        pushing.push(item, Push.removal(2)).expectProblem(409, "state-conflict");
    }

    @Requirement("MINA-042")
    @Test
    void mina042_readsNothingBesideARemoval(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String item = pushing.takes(Push.of(person));
        Push odd = Push.removal(2)
                .with("owner", 7)
                .with("assurance", "x")
                .with("representatives", "alla")
                .with("expiresAt", "aldrig")
                .with("item", Json.array());
        pushing.push(item, odd).expect(204);
        pushing.push(item, Push.of(person).version(2).with("removed", true)).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE);
        pushing.expectFaults(odd.without("version"), "/version required");
    }

    @Requirement("MINA-043")
    @Test
    void mina043_keepsAnItemAway(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push push = Push.of(person);
        String item = pushing.takes(push.version(4));
        pushing.takes(item, Push.removal(6));
        expectAway(pushing, item, push, 6);
        index.visitor(person).read().expectAnswered(SOURCE);
        pushing.push(item, push.version(7)).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE, item);
    }

    /** Expects that nothing up to the version of the removal brings the item back. */
    private static void expectAway(PushingSource pushing, String item, Push push, long removed) {
        for (long version : List.of(1L, removed - 2, removed - 1, removed)) {
            pushing.push(item, push.version(version))
                    .hint("The item was removed by version " + removed + ".")
                    .expectProblem(409, "state-conflict");
        }
    }

    @Requirement("MINA-043")
    @Test
    void mina043_keepsAwayWhatWasRemovedFirst(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push push = Push.of(person);
        String item = PushingSource.newItem();
        pushing.takes(item, Push.removal(6));
        expectAway(pushing, item, push, 6);
        pushing.push(item, push.owned(people.person()).version(5)).expectProblem(409, "state-conflict");
        index.visitor(person).read().expectAnswered(SOURCE);
        pushing.push(item, push.version(7)).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE, item);
        pushing.takes(item, Push.removal(8));
        expectAway(pushing, item, push, 8);
    }
}
