package se.ryggrad.conformance.checks.parties;

import java.util.Arrays;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.Person;

/** Tells whether a case exists for somebody who has no other, in each way in which they can ask. */
final class Presence {

    private Presence() {}

    /** Expects that the case exists for a person who is a party of it, and that they may write in it. */
    static void expectSeen(LiveCase live, Person person) {
        Answer seen = live.read(person).expect(200);
        seen.at("/parties").satisfies("one party with self true", Papers::oneIsSelf);
        Answer list = list(live, person);
        list.at("/items").hasSize(1).at("/0/id").is(live.id());
        list.at("/total").is(1);
        live.events(person).expect(200);
        live.acting(person, Bodies.message("Hej.")).send().expect(200);
    }

    /** Expects that the case does not exist for a person. */
    static void expectUnseen(LiveCase live, Person person) {
        live.read(person).expectProblem(404, "not-found");
        live.events(person).expectProblem(404, "not-found");
        Answer list = list(live, person);
        list.at("/items").hasSize(0);
        list.at("/total").is(0);
        live.acting(person, Bodies.message("Hej.")).send().expectProblem(404, "not-found");
    }

    private static Answer list(LiveCase live, Person person) {
        return live.http()
                .get("/cases")
                .as(person)
                .query("count", "true")
                .send()
                .expect(200);
    }

    /** Returns the last event of a type, in which nothing tells who the people are. */
    static Part told(LiveCase live, Person reader, String type, Person... people) {
        Part event = Timeline.of(live, reader).expectSound().last(type);
        String content = event.at("/content").node().toString();
        boolean named = Arrays.stream(people).anyMatch(person -> content.contains(person.name()));
        CanarySearch numbers =
                new CanarySearch(Arrays.stream(people).map(Person::number).toList());
        if (named || numbers.find(content).isPresent()) {
            throw ConformanceFailure.of("an event without number and name of a party", "one of them in " + type);
        }
        return event;
    }
}
