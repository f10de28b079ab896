package se.ryggrad.conformance.checks.push;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.JsonNode;

/** Checks that what is wrong with an item is told, each fault where it is. */
@ConformanceCheck
class PushedContentCheck {

    private static final int KIND = 63;
    private static final int TEXT = 300;
    private static final int LINK = 2000;

    /** One character of four octets, which is two in UTF-16. */
    private static final String TREE = "🌲";

    @Requirement("MINA-038")
    @Test
    void mina038_asksForWhatAnItemHas(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = Push.of(people.person());
        pushing.push(PushingSource.newItem(), good).expect(204);
        for (String member : List.of("kind", "title", "status", "updatedAt", "actionRequired")) {
            pushing.expectFaults(good.itemWithout(member), "/item/" + member + " required");
        }
        for (String text : List.of("title", "status")) {
            pushing.expectFaults(good.item(text, Json.object("sv", "x")), "/item/" + text + "/en required");
            pushing.expectFaults(good.item(text, Json.object("en", "x")), "/item/" + text + "/sv required");
        }
        pushing.expectFaults(
                good.with("item", Json.object()),
                "/item/actionRequired required",
                "/item/kind required",
                "/item/status required",
                "/item/title required",
                "/item/updatedAt required");
    }

    @Requirement("MINA-038")
    @Test
    void mina038_tellsWhatIsOfAnotherKind(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = Push.of(people.person());
        pushing.push(PushingSource.newItem(), good).expect(204);
        pushing.expectFaults(good.item("kind", 7), "/item/kind type");
        pushing.expectFaults(good.item("title", "Bygglov"), "/item/title type");
        pushing.expectFaults(good.item("title", Json.object("sv", 7, "en", "x")), "/item/title/sv type");
        pushing.expectFaults(good.item("status", Json.array()), "/item/status type");
        pushing.expectFaults(good.item("status", Json.object("sv", "x", "en", true)), "/item/status/en type");
        pushing.expectFaults(good.item("updatedAt", 1_800_000_000), "/item/updatedAt type");
        pushing.expectFaults(good.item("actionRequired", "false"), "/item/actionRequired type");
        pushing.expectFaults(good.item("dueOn", 20_270_504), "/item/dueOn type");
        pushing.expectFaults(good.item("link", Json.object()), "/item/link type");
    }

    @Requirement("MINA-038")
    @Test
    void mina038_takesDaysAndInstantsAlone(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = Push.of(people.person());
        for (String instant : List.of("2026-02-30T00:00:00Z", "2026-11-24", "i går", "")) {
            pushing.expectFaults(good.item("updatedAt", instant), "/item/updatedAt format");
        }
        pushing.expectFaults(good.item("updatedAt", "2026-11-24T08:12:07.412"), "/item/updatedAt offset-missing");
        for (String day : List.of("2026-02-30", "2026-2-3", "2026-02-03T00:00:00Z", "")) {
            pushing.expectFaults(good.item("dueOn", day), "/item/dueOn format");
        }
        pushing.push(PushingSource.newItem(), good.item("dueOn", "2026-02-03")).expect(204);
    }

    @Requirement("MINA-038")
    @Test
    void mina038_readsInstantsAsRequestsHaveThem(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        String item = PushingSource.newItem();
        pushing.push(item, Push.of(person).item("updatedAt", "2026-11-24T10:12:07.5+02:00"))
                .expect(204);
        shown(index, person, item).at("/updatedAt").is("2026-11-24T08:12:07.500Z");
    }

    private static Part shown(OverviewIndex index, Person person, String item) {
        return index.visitor(person).read().item(PlayedSource.PUSHING, item);
    }

    @Requirement("MINA-038")
    @Test
    void mina038_boundsTexts(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push good = Push.of(person);
        for (String member : List.of("title", "status")) {
            for (String language : List.of("sv", "en")) {
                String place = "/item/" + member + "/" + language;
                pushing.expectFaults(good.item(member, text(language, "")), place + " min-length");
                pushing.expectFaults(good.item(member, text(language, "å".repeat(TEXT + 1))), place + " max-length");
            }
        }
        JsonNode longest = Json.object("sv", "å".repeat(TEXT), "en", TREE.repeat(TEXT));
        String item = PushingSource.newItem();
        pushing.push(item, good.item("title", longest).item("status", longest))
                .hint("A character is a code point, as in JSON Schema.")
                .expect(204);
        Part shown = shown(index, person, item);
        shown.at("/title").is(longest);
        shown.at("/status").is(longest);
    }

    private static JsonNode text(String language, String value) {
        return Json.object("sv", "x", "en", "x").put(language, value);
    }

    @Requirement("MINA-038")
    @Test
    void mina038_boundsKindAndLink(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push good = Push.of(person);
        pushing.expectFaults(good.item("kind", ""), "/item/kind min-length");
        pushing.expectFaults(good.item("kind", "k".repeat(KIND + 1)), "/item/kind max-length");
        String link = PlayedSource.PUSHING.origin() + "/";
        String longest = link + "a".repeat(LINK - link.length());
        pushing.expectFaults(good.item("link", longest + "a"), "/item/link max-length");
        String item = PushingSource.newItem();
        pushing.push(item, good.item("kind", "k".repeat(KIND)).item("link", longest))
                .expect(204);
        shown(index, person, item).at("/link").is(longest);
    }

    @Requirement("MINA-038")
    @Test
    void mina038_takesLinksAndKindsOfAnySort(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = Push.of(people.person());
        for (String link :
                List.of("http://pushing.example.se/", "https://example.org/", "javascript:alert(1)", "/x", "")) {
            pushing.push(PushingSource.newItem(), good.item("link", link))
                    .hint("Links are judged when they are shown.")
                    .expect(204);
        }
        pushing.push(PushingSource.newItem(), good.item("kind", "prophecy")).expect(204);
    }

    @Requirement("MINA-038")
    @Test
    void mina038_leavesForAndIdAside(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push good = Push.of(person);
        String item = PushingSource.newItem();
        pushing.push(item, good.item("for", 7).item("id", Json.array())).expect(204);
        shown(index, person, item).at("/id").is(item);
        String other = PushingSource.newItem();
        pushing.push(other, good.item("for", "somebody-else").item("id", item)).expect(204);
        shown(index, person, other).at("/id").is(other);
    }
}
