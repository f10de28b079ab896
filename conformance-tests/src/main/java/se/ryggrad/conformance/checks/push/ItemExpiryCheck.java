package se.ryggrad.conformance.checks.push;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.portal.SystemClock;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks that an item ends by itself, and counts from then on as removed. */
@ConformanceCheck
class ItemExpiryCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;
    private static final Duration SOON = Duration.ofSeconds(4);

    @Requirement("MINA-044")
    @Test
    void mina044_showsAnItemUntilItEnds(Http http, People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        SystemClock clock = new SystemClock(http);
        Person person = people.person();
        Instant end = clock.now().plus(SOON);
        Push push = Push.of(person).expires(end).version(4);
        String item = pushing.takes(push);
        Visitor visitor = index.visitor(person);
        Overview before = visitor.read();
        if (clock.now().isBefore(end.minusSeconds(1))) {
            before.expectAnswered(SOURCE, item);
        }
        clock.await(end);
        visitor.read().expectAnswered(SOURCE);
        expectRemoved(pushing, person, item, push);
        visitor.read().expectAnswered(SOURCE);
        pushing.push(item, Push.of(person).version(5)).expect(204);
        visitor.read().expectAnswered(SOURCE, item);
    }

    /** Expects of what has ended by version 4 what holds of a removal. */
    private static void expectRemoved(PushingSource pushing, Person person, String item, Push ended) {
        pushing.push(item, ended).expect(204);
        pushing.push(item, past(person).version(4)).expect(204);
        pushing.push(item, Push.removal(4)).expect(204);
        pushing.push(item, Push.of(person).version(4)).expectProblem(409, "state-conflict");
        pushing.push(item, Push.of(person).version(3)).expectProblem(409, "state-conflict");
        pushing.push(item, past(person).version(3)).expectProblem(409, "state-conflict");
        pushing.push(item, Push.removal(3)).expectProblem(409, "state-conflict");
    }

    private static Push past(Person person) {
        return Push.of(person).expires(Instant.now().minus(Duration.ofHours(1)));
    }

    @Requirement("MINA-044")
    @Test
    void mina044_takesAnItemThatHasEndedAlready(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push past = past(person).version(4);
        String item = PushingSource.newItem();
        pushing.push(item, past).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE);
        expectRemoved(pushing, person, item, past);
        index.visitor(person).read().expectAnswered(SOURCE);
    }

    @Requirement("MINA-044")
    @Test
    void mina044_endsAnItemByAnEndThatHasPassed(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String item = pushing.takes(Push.of(person).version(2));
        pushing.push(item, past(person).version(1)).expectProblem(409, "state-conflict");
        pushing.push(item, past(person).version(2)).expectProblem(409, "state-conflict");
        index.visitor(person).read().expectAnswered(SOURCE, item);
        pushing.push(item, past(person).version(4)).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE);
        expectRemoved(pushing, person, item, past(person).version(4));
    }

    @Requirement("MINA-044")
    @Test
    void mina044_agreesWithARemoval(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String item = pushing.takes(Push.of(person));
        pushing.takes(item, Push.removal(4));
        expectRemoved(pushing, person, item, past(person).version(4));
        index.visitor(person).read().expectAnswered(SOURCE);
    }
}
