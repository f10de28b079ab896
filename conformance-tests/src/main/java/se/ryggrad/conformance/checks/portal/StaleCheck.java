package se.ryggrad.conformance.checks.portal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.source.Acting;
import se.ryggrad.conformance.source.Behaviour;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.JsonNode;

/** Checks when an earlier answer is shown, and to whom. */
@ConformanceCheck
@ResourceLock(Wavering.TURN)
class StaleCheck {

    private static final PlayedSource SOURCE = PlayedSource.WAVERING;
    private static final Plan FAILING = Plan.of(PlayedItem.of("now")).but(Behaviour.FAILS);

    @Requirement("MINA-028")
    @Test
    void mina028_showsTheLatestAnswerOfASourceThatFails(Http http, People people) {
        Visitor visitor = Visitor.of(http, people);
        read(visitor, "first");
        JsonNode at = read(visitor, "latest").source(SOURCE).at("/at").node();
        Overview stale = visitor.with(SOURCE, FAILING).read();
        stale.expect(SOURCE, "stale").expectItems(SOURCE, "latest");
        stale.source(SOURCE).at("/at").is(at);
        Wavering.expectAgain(visitor);
    }

    @Requirement("MINA-028")
    @Test
    void mina028_showsTheLatestAnswerOfASourceThatIsLate(Http http, People people) {
        Visitor visitor = Visitor.of(http, people);
        read(visitor, "before");
        visitor.with(SOURCE, Plan.of(PlayedItem.of("late")).but(Behaviour.HANGS));
        visitor.read().expect(SOURCE, "stale").expectItems(SOURCE, "before");
        Wavering.expectAgain(visitor);
    }

    @Requirement("MINA-029")
    @Test
    void mina029_isForTheSameLevelAlone(Http http, People people) {
        Person person = people.person();
        Visitor low = Visitor.of(http, people, person);
        read(low, "low");
        low.with(SOURCE, FAILING);
        low.as(person.at(Assurance.LOA4)).read().expectNothing(SOURCE, "failed");
        low.read().expect(SOURCE, "stale").expectItems(SOURCE, "low");
        Wavering.expectAgain(low);
    }

    @Requirement("MINA-029")
    @Test
    void mina029_isForTheSamePersonAlone(Http http, People people) {
        Visitor visitor = Visitor.of(http, people);
        read(visitor, "own");
        Visitor other = Visitor.of(http, people).with(SOURCE, FAILING);
        other.read().expectNothing(SOURCE, "failed");
        visitor.with(SOURCE, FAILING).read().expect(SOURCE, "stale").expectItems(SOURCE, "own");
        Wavering.expectAgain(visitor);
    }

    @Requirement("MINA-029")
    @Test
    void mina029_isForTheSameRepresentedAlone(Http http, People people, Representatives representatives) {
        Proxy proxy = representatives.of(people.person());
        Visitor own = Visitor.of(http, people, proxy.person());
        Plan plan = Plan.of(PlayedItem.of("own"))
                .acting(new Acting("there", List.of("read"), List.of(PlayedItem.of("theirs"))));
        own.with(SOURCE, plan).read().expectAnswered(SOURCE, "own");
        own.with(SOURCE, plan.but(Behaviour.FAILS));
        own.as(proxy).read().expectNothing(SOURCE, "failed");
        own.with(SOURCE, plan);
        own.as(proxy).read().expectAnswered(SOURCE, "theirs");
        own.with(SOURCE, plan.but(Behaviour.FAILS));
        own.read().expect(SOURCE, "stale").expectItems(SOURCE, "own");
        own.as(proxy).read().expect(SOURCE, "stale").expectItems(SOURCE, "theirs");
        Wavering.expectAgain(own);
    }

    @Requirement("MINA-029")
    @Test
    void mina029_isNotShownSinceTheSourceDenied(Http http, People people) {
        Visitor visitor = Visitor.of(http, people);
        read(visitor, "before");
        visitor.with(SOURCE, FAILING.but(Behaviour.REFUSES)).read().expectNothing(SOURCE, "denied");
        visitor.with(SOURCE, FAILING).read().expectNothing(SOURCE, "failed");
        Wavering.expectAgain(visitor);
        visitor.with(SOURCE, FAILING).read().expect(SOURCE, "stale").expectItems(SOURCE, "again");
        Wavering.expectAgain(visitor);
    }

    private static Overview read(Visitor visitor, String id) {
        return visitor.with(SOURCE, PlayedItem.of(id)).read().expectAnswered(SOURCE, id);
    }
}
