package se.ryggrad.conformance.checks.index;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.node.ObjectNode;

/** Checks that what was pushed is shown, as it was pushed. */
@ConformanceCheck
class PushedItemCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;

    @Requirement("MINA-036")
    @Test
    void mina036_showsTheValuesOfTheItem(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push push = Push.of(person)
                .item("kind", "invoice")
                .item("title", Json.object("sv", "  Åäö å <b>&amp;</b>\n", "en", "🌲 \"quoted\" \\ é "))
                .item("status", Json.object("sv", "Väntar på dig", "en", "Waits for you"))
                .item("updatedAt", "2026-11-20T08:00:00.007Z")
                .item("link", SOURCE.origin() + "/fakturor/1?a=%C3%A5")
                .due("2027-02-28");
        String item = PushingSource.newItem();
        pushing.push(item, push).expect(204);
        expectShown(index.visitor(person).read(), pushing, item, push);
    }

    @Requirement("MINA-036")
    @Test
    void mina036_showsNoMoreThanWasPushed(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push plain = Push.of(person);
        String item =
                pushing.takes(plain.with("secret", "x").item("secret", "x").item("note", Json.object()));
        expectShown(index.visitor(person).read(), pushing, item, plain);
    }

    private static void expectShown(Overview overview, PushingSource pushing, String item, Push push) {
        ObjectNode wanted = (ObjectNode) push.item().deepCopy();
        wanted.put("source", pushing.id()).put("id", item);
        overview.item(pushing.source(), item).is(wanted);
    }

    @Requirement("MINA-036")
    @Test
    void mina036_showsItToWhoeverTheOwnerIs(Http http, People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Person coordinated = people.coordinated();
        for (Person owner : List.of(person, coordinated)) {
            String item = pushing.takes(Push.of(owner));
            index.visitor(owner).read().expectAnswered(SOURCE, item);
        }
        String prid = people.prid("NO");
        String item = pushing.takes(Push.of("prid", prid));
        http.get(Visitor.PATH)
                .as(people.visitor(prid, Assurance.EIDAS_SUBSTANTIAL))
                .send()
                .expect(200)
                .at("/items")
                .hasSize(1)
                .at("/0/id")
                .is(item);
        Person other = person.by(people.issuers().otherPerson());
        index.visitor(other).read().source(SOURCE).at("/count").is(1);
    }

    @Requirement("MINA-036")
    @Test
    void mina036_showsItFromTheNextOverviewOn(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Visitor visitor = index.visitor(person);
        visitor.read().expectAnswered(SOURCE);
        TreeSet<String> all = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            all.add(pushing.takes(Push.of(person)));
            visitor.read().expect(SOURCE, "ok").expectShown(SOURCE, all);
        }
    }

    @Requirement("MINA-036")
    @Test
    void mina036_namesItBySmallLetters(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String item = "ABCDEF" + PushingSource.newItem().substring(6).toUpperCase(Locale.ROOT);
        String small = item.toLowerCase(Locale.ROOT);
        pushing.push(item, Push.of(person)).expect(204);
        index.visitor(person).read().expectAnswered(SOURCE, small);
        pushing.push(small, Push.of(person).version(2).titled("Samma")).expect(204);
        Overview overview = index.visitor(person).read().expectAnswered(SOURCE, small);
        overview.item(SOURCE, small).at("/title/en").is("Samma in English");
    }

    @Requirement("MINA-036")
    @Test
    void mina036_takesUuidsAlone(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String good = PushingSource.newItem();
        for (String bad : List.of(
                "1",
                "arende-1",
                "1-1-1-1-1",
                good.replace("-", ""),
                good.substring(1),
                good + "0",
                "g" + good.substring(1),
                "%7B" + good + "%7D",
                "urn:uuid:" + good,
                good + "%20")) {
            pushing.push(bad, Push.of(person)).hint("The item is " + bad).expectProblem(404, "not-found");
            pushing.pushing(bad, Json.object()).send().expectProblem(404, "not-found");
        }
        String named =
                UUID.nameUUIDFromBytes(good.getBytes(StandardCharsets.UTF_8)).toString();
        pushing.push(good, Push.of(person)).expect(204);
        pushing.push(named, Push.of(person)).expect(204);
        index.visitor(person).read().expectShown(SOURCE, new TreeSet<>(List.of(good, named)));
    }

    @Requirement("MINA-036")
    @Test
    void mina036_isOfItsSource(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        PushingSource posting = index.posting();
        Person person = people.person();
        String item = PushingSource.newItem();
        pushing.push(item, Push.of(person).version(7).titled("Den ena")).expect(204);
        posting.push(item, Push.of(person).version(3).titled("Den andra")).expect(204);
        Overview overview = index.visitor(person).read();
        overview.expectAnswered(SOURCE, item).item(SOURCE, item).at("/title/sv").is("Den ena på svenska");
        overview.expectAnswered(PlayedSource.POSTING, item)
                .item(PlayedSource.POSTING, item)
                .at("/title/sv")
                .is("Den andra på svenska");
    }

    @Requirement("MINA-036")
    @Test
    void mina036_readsAnUnknownKindAsInformation(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String known = pushing.takes(Push.of(person).item("kind", "booking"));
        String unknown = pushing.takes(Push.of(person).item("kind", "prophecy"));
        Overview overview = index.visitor(person).read();
        overview.item(SOURCE, known).at("/kind").is("booking");
        overview.item(SOURCE, unknown).at("/kind").is("information");
    }

    @Requirement("MINA-036")
    @Test
    void mina036_keepsLinksToTheSource(People people, OverviewIndex index) {
        String origin = SOURCE.origin();
        expectLinks(people, index, true, List.of(origin, origin + "/arenden/1", origin + "/?a=b&c=%C3%A5#d"));
    }

    @Requirement("MINA-036")
    @Test
    void mina036_leavesOutLinksThatLeadElsewhere(People people, OverviewIndex index) {
        String host = SOURCE.origin().substring("https://".length());
        expectLinks(
                people,
                index,
                false,
                List.of(
                        PlayedSource.STEADY.origin() + "/arenden/1",
                        PlayedSource.POSTING.origin() + "/arenden/1",
                        "https://" + host + ".example.org/",
                        "https://" + host + "@example.org/",
                        "https://kim@" + host + "/",
                        "https://" + host + ":8443/",
                        "http://" + host + "/arenden/1",
                        "javascript:alert(1)",
                        "//" + host + "/x",
                        "/arenden/1",
                        "https:// " + host + "/",
                        ""));
    }

    private static void expectLinks(People people, OverviewIndex index, boolean kept, List<String> links) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Map<String, String> items = new HashMap<>();
        links.forEach(link -> {
            String item = PushingSource.newItem();
            pushing.push(item, Push.of(person).item("link", link))
                    .hint("A link is judged when it is shown.")
                    .expect(204);
            items.put(item, link);
        });
        Overview overview = index.visitor(person).read();
        items.forEach((item, link) -> {
            Part shown = overview.item(SOURCE, item).at("/link");
            if (kept) {
                shown.is(link);
            } else {
                shown.isMissing();
            }
        });
    }
}
