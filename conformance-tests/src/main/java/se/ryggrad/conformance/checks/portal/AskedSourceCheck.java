package se.ryggrad.conformance.checks.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.Behaviour;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;

/** Checks what an overview tells of each source, and whether it is whole. */
@ConformanceCheck
class AskedSourceCheck {

    private static final String INSTANT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z";

    private static final Set<String> SHOWN = Set.of("id", "title", "state", "at", "count", "more");

    @Requirement("MINA-013")
    @Test
    void mina013_tellsOfEachSourceOfTheIssuer(Http http, People people, Target target) {
        Visitor visitor = Visitor.of(http, people)
                .with(PlayedSource.STEADY, PlayedItem.of("a"), PlayedItem.of("b"))
                .with(PlayedSource.WAVERING, Plan.of(PlayedItem.of("c")).andMore());
        Overview overview = visitor.read();
        expectNamed(overview.answer(), registered(target, PlayedSource::isForEverybody));
        for (PlayedSource source : PlayedSource.good()) {
            Part entry = overview.source(source);
            entry.at("/title").is(title(source));
            entry.at("/state").is("ok");
            entry.at("/at").matches(INSTANT);
            expectMembers(entry, SHOWN);
        }
        overview.source(PlayedSource.STEADY).at("/count").is(2);
        overview.source(PlayedSource.SECOND).at("/count").is(0);
        overview.source(PlayedSource.STEADY).at("/more").is(false);
        overview.source(PlayedSource.WAVERING).at("/more").is(true);
    }

    @Requirement("MINA-013")
    @Test
    void mina013_countsTheWholeOverview(Http http, People people) {
        Visitor visitor = Visitor.of(http, people)
                .with(PlayedSource.STEADY, PlayedItem.of("a"), PlayedItem.of("b"))
                .with(PlayedSource.SECOND, PlayedItem.of("c"));
        visitor.read().expectAnswered(PlayedSource.STEADY, "a", "b");
        Overview page = new Overview(visitor.call().query("limit", 1).send().expect(200));
        page.answer().at("/items").hasSize(1);
        page.source(PlayedSource.STEADY).at("/count").is(2);
        page.source(PlayedSource.SECOND).at("/count").is(1);
    }

    @Requirement("MINA-013")
    @Test
    void mina013_tellsOfBadSourcesToo(Http http, People people, Target target) {
        Overview overview = Visitor.amongBadSources(http, people)
                .with(PlayedSource.STEADY, PlayedItem.of("a"))
                .read();
        List<PlayedSource> registered = registered(target, source -> true);
        expectNamed(overview.answer(), registered);
        for (PlayedSource source : registered) {
            Part entry = overview.source(source);
            entry.at("/title").is(title(source));
            entry.at("/count").is(overview.items(source).size());
            boolean shown = Set.of("ok", "stale").contains(entry.at("/state").text());
            expectMembers(entry, shown ? SHOWN : Set.of("id", "title", "state", "count", "more"));
        }
        overview.source(PlayedSource.STEADY).at("/count").is(1);
    }

    /** Returns those of the sources that the system is to have registered: with an index also those that push. */
    private static List<PlayedSource> registered(Target target, Predicate<PlayedSource> of) {
        boolean pushed = OverviewIndex.offeredBy(target);
        return Arrays.stream(PlayedSource.values())
                .filter(of)
                .filter(source -> pushed || !source.pushes())
                .toList();
    }

    @Requirement("MINA-017")
    @Test
    void mina017_isCompleteWhenNothingIsMissing(Http http, People people, OverviewIndex index) {
        index.freshen();
        Visitor visitor = Visitor.of(http, people).with(PlayedSource.STEADY, PlayedItem.of("a"));
        visitor.read().answer().at("/complete").is(true);
        visitor.with(PlayedSource.SECOND, Plan.of(PlayedItem.of("b")).andMore());
        visitor.read().answer().at("/complete").is(false);
        visitor.with(PlayedSource.SECOND, PlayedItem.of("b"));
        visitor.read().answer().at("/complete").is(true);
    }

    @Requirement("MINA-017")
    @ResourceLock(Wavering.TURN)
    @Test
    void mina017_isNotCompleteWithoutASource(Http http, People people, OverviewIndex index) {
        index.freshen();
        Visitor visitor = Visitor.of(http, people).with(PlayedSource.WAVERING, PlayedItem.of("a"));
        visitor.read().answer().at("/complete").is(true);
        Plan plan = Plan.of(PlayedItem.of("b"));
        visitor.with(PlayedSource.WAVERING, plan.but(Behaviour.FAILS));
        visitor.read().answer().at("/complete").is(false);
        visitor.with(PlayedSource.WAVERING, plan.but(Behaviour.REFUSES));
        visitor.read().answer().at("/complete").is(false);
        Wavering.expectAgain(visitor);
        visitor.read().answer().at("/complete").is(true);
    }

    /** Expects the ids of just these sources, each as the suite prints it, in order. */
    private static void expectNamed(Answer answer, List<PlayedSource> sources) {
        List<String> told = answer.at("/sources").items().stream()
                .map(entry -> entry.at("/id").text())
                .toList();
        List<String> wanted = sources.stream()
                .map(PlayedSource::word)
                .sorted()
                .map(word -> run(told) + word)
                .toList();
        if (!told.equals(wanted)) {
            answer.fail("the sources " + wanted, told.toString(), "/sources");
        }
    }

    /** Returns with what the ids of a run begin, by the first. */
    private static String run(List<String> ids) {
        return ids.stream()
                .filter(id -> id.matches(Overview.ID + ".*"))
                .map(id -> String.join("-", Arrays.copyOf(id.split("-", -1), 2)) + "-")
                .findFirst()
                .orElse("suite-1-");
    }

    private static JsonNode title(PlayedSource source) {
        return Json.object("sv", source.swedish(), "en", source.english());
    }

    private static void expectMembers(Part entry, Set<String> members) {
        entry.satisfies(
                "just the members " + members.stream().sorted().toList(),
                node -> Set.copyOf(node.propertyNames()).equals(members));
    }
}
