package se.ryggrad.conformance.checks.push;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.node.ObjectNode;

/** Checks that of an item the highest version is what holds. */
@ConformanceCheck
class ItemVersionCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;
    private static final LocalDate FAR = LocalDate.of(2099, 1, 1);
    private static final String UPDATED = "2026-11-24T08:12:07.412Z";

    @Requirement("MINA-040")
    @Test
    void mina040_replacesAnItemWhole(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push first = Push.of(person)
                .titled("Första")
                .due("2027-02-10")
                .item("link", SOURCE.origin() + "/1")
                .version(3);
        String item = pushing.takes(first);
        shown(index, person, item).at("/dueOn").is("2027-02-10");
        pushing.push(item, Push.of(person).titled("Andra").version(5)).expect(204);
        Part second = shown(index, person, item);
        second.at("/title/en").is("Andra in English");
        second.at("/actionRequired").is(false);
        second.at("/dueOn").isMissing();
        second.at("/link").isMissing();
        pushing.push(item, first.version(9_007_199_254_740_991L)).expect(204);
        shown(index, person, item).at("/title/en").is("Första in English");
    }

    private static Part shown(OverviewIndex index, Person person, String item) {
        return index.visitor(person).read().expectAnswered(SOURCE, item).item(SOURCE, item);
    }

    @Requirement("MINA-040")
    @Test
    void mina040_replacesTheOwner(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person former = people.person();
        Person owner = people.person();
        String item = pushing.takes(Push.of(former));
        index.visitor(former).read().expectAnswered(SOURCE, item);
        pushing.push(item, Push.of(owner).version(2)).expect(204);
        index.visitor(former).read().expectAnswered(SOURCE);
        index.visitor(owner).read().expectAnswered(SOURCE, item);
        pushing.push(item, Push.of(former)).expectProblem(409, "state-conflict");
        index.visitor(owner).read().expectAnswered(SOURCE, item);
    }

    @Requirement("MINA-040")
    @Test
    void mina040_replacesWhoSeesIt(People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Proxy proxy = representatives.of(people.person());
        Person person = people.person();
        Proxy other = representatives.of(person);
        Push open = Push.of(person).to("power-of-attorney");
        String item = pushing.takes(open);
        index.visitor(other.person()).as(other).read().expectItems(SOURCE, item);
        index.visitor(proxy.person()).as(proxy).read().expectItems(SOURCE);
        pushing.push(item, Push.of(person).from(Assurance.LOA4).version(2)).expect(204);
        index.visitor(other.person()).as(other).read().expectItems(SOURCE);
        index.visitor(person).read().expectItems(SOURCE);
        index.visitor(person.at(Assurance.LOA4)).read().expectItems(SOURCE, item);
    }

    @Requirement("MINA-040")
    @Test
    void mina040_takesTheSameOnceMore(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push good = Push.of(person)
                .item("updatedAt", UPDATED)
                .to("guardian", FAR)
                .to("god-man")
                .version(4);
        String item = pushing.takes(good);
        Push turned = good.without("representatives").to("god-man").to("guardian", FAR);
        for (Push same : List.of(
                good,
                new Push(backwards(good.body())),
                turned,
                good.with("note", "x").item("note", "x").item("id", "x").with("removed", false),
                good.item("updatedAt", "2026-11-24T10:12:07.412+02:00"),
                good.item("updatedAt", "2026-11-24T08:12:07.41200Z"))) {
            pushing.push(item, same).expect(204);
        }
        shown(index, person, item).at("/updatedAt").is(UPDATED);
    }

    /** Returns an object with its members, and those of the objects in it, in the other order. */
    private static ObjectNode backwards(ObjectNode object) {
        ObjectNode turned = Json.object();
        List<String> names = new ArrayList<>(object.propertyNames());
        Collections.reverse(names);
        for (String name : names) {
            turned.set(name, object.path(name) instanceof ObjectNode inner ? backwards(inner) : object.path(name));
        }
        return turned;
    }

    @Requirement("MINA-040")
    @Test
    void mina040_refusesOtherContentOfTheSameVersion(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push good = Push.of(person).due("2027-02-10").to("guardian", FAR).version(4);
        String item = pushing.takes(good);
        Push who = good.without("representatives");
        Map<String, Push> others = new LinkedHashMap<>();
        others.put("owner", good.owned(people.person()));
        others.put("assurance", good.from(Assurance.LOA1));
        others.put("representatives", who);
        others.put("representatives/kind", who.to("god-man", FAR));
        others.put("representatives/until", who.to("guardian", FAR.plusDays(1)));
        others.put("representatives without until", who.to("guardian"));
        others.put("one more representative", good.to("god-man"));
        others.put("expiresAt", good.expires(Instant.now().plusSeconds(300)));
        others.put("kind", good.item("kind", "task"));
        others.put("title", good.titled("Annan"));
        others.put("status", good.item("status", Json.object("sv", "Handläggs", "en", "Other")));
        others.put("updatedAt", good.item("updatedAt", "2026-11-20T08:00:00.001Z"));
        others.put("actionRequired", good.item("actionRequired", false));
        others.put("dueOn", good.item("dueOn", "2027-02-11"));
        others.put("link", good.item("link", SOURCE.origin() + "/1"));
        others.forEach((what, other) -> pushing.push(item, other)
                .hint("The same version has another " + what + ".")
                .expectProblem(409, "state-conflict"));
        pushing.push(item, good).expect(204);
        shown(index, person, item).at("/dueOn").is("2027-02-10");
    }

    @Requirement("MINA-040")
    @Test
    void mina040_refusesALowerVersion(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push good = Push.of(person).titled("Senaste");
        String item = pushing.takes(good.version(20));
        for (long lower : List.of(19L, 3L, 1L)) {
            pushing.push(item, good.version(lower)).expectProblem(409, "state-conflict");
            pushing.push(item, good.version(lower).titled("Gammal")).expectProblem(409, "state-conflict");
        }
        pushing.push(item, good.version(20)).expect(204);
        shown(index, person, item).at("/title/en").is("Senaste in English");
        pushing.push(item, good.version(21).titled("Ny")).expect(204);
        shown(index, person, item).at("/title/en").is("Ny in English");
    }

    @Requirement("MINA-040")
    @Test
    void mina040_tellsFaultsOfTheBodyFirst(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = Push.of(people.person());
        String item = pushing.takes(good.version(2));
        pushing.push(item, good).expectProblem(409, "state-conflict");
        pushing.push(item, good.without("assurance"))
                .expectProblem(422, "validation")
                .expectErrors("/assurance required");
    }
}
