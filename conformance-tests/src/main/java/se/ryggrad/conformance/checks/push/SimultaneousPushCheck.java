package se.ryggrad.conformance.checks.push;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks that several versions of an item at once come to the same as one after the other. */
@ConformanceCheck
class SimultaneousPushCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;
    private static final int ROUNDS = 4;
    private static final int VERSIONS = 8;

    @Requirement("MINA-041")
    @Test
    void mina041_keepsTheHighestOfSeveralAtOnce(People people, OverviewIndex index, Nonces nonces) {
        PushingSource pushing = index.pushing();
        for (int round = 0; round < ROUNDS; round++) {
            Person person = people.person();
            String item = PushingSource.newItem();
            List<Push> pushes = new ArrayList<>();
            for (int version = 1; version <= VERSIONS; version++) {
                boolean removal = version % 3 == 0;
                pushes.add(
                        removal
                                ? Push.removal(version)
                                : Push.of(person).version(version).titled("v" + version));
            }
            atOnce(pushing, item, pushes, new Random(nonces.below(Integer.MAX_VALUE)));
            Overview overview = index.visitor(person).read().expectAnswered(SOURCE, item);
            overview.item(SOURCE, item).at("/title/en").is("v" + VERSIONS + " in English");
            pushing.push(item, pushes.get(VERSIONS - 2)).expectProblem(409, "state-conflict");
        }
    }

    @Requirement("MINA-041")
    @Test
    void mina041_keepsARemovalThatIsTheHighest(People people, OverviewIndex index, Nonces nonces) {
        PushingSource pushing = index.pushing();
        for (int round = 0; round < ROUNDS; round++) {
            Person person = people.person();
            String item = pushing.takes(Push.of(person));
            List<Push> pushes = new ArrayList<>(List.of(Push.removal(VERSIONS)));
            for (int version = 2; version < VERSIONS; version++) {
                pushes.add(0, Push.of(person).version(version));
            }
            atOnce(pushing, item, pushes, new Random(nonces.below(Integer.MAX_VALUE)));
            index.visitor(person).read().expectAnswered(SOURCE);
            pushing.push(item, Push.of(person).version(VERSIONS - 1)).expectProblem(409, "state-conflict");
        }
    }

    /** Sends all at once, the highest version the last of the list, and expects that this is taken. */
    private static void atOnce(PushingSource pushing, String item, List<Push> pushes, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pushes.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<Callable<Answer>> sending = new ArrayList<>();
        order.forEach(i -> sending.add(() -> pushing.push(item, pushes.get(i))));
        List<Answer> answers = Together.all(sending);
        for (int i = 0; i < answers.size(); i++) {
            boolean highest = order.get(i) == pushes.size() - 1;
            if (highest) {
                answers.get(i).expect(204);
            } else if (answers.get(i).expect(204, 409).status() == 409) {
                answers.get(i).expectProblem(409, "state-conflict");
            }
        }
    }
}
