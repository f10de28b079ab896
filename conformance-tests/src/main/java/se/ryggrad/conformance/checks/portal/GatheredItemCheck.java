package se.ryggrad.conformance.checks.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.node.ObjectNode;

/** Checks that items are shown as the sources gave them, but for what could hurt. */
@ConformanceCheck
class GatheredItemCheck {

    private static final List<String> KINDS =
            List.of("case", "task", "message", "booking", "queue", "invoice", "offer", "information");

    /** Texts that somebody could want to mend: markup, entities, marks of direction, what is not composed, blanks, signs. */
    private static final List<String> TEXTS = List.of(
            "<script>alert('x')</script> & <b>fet</b>",
            "&amp; &lt;b&gt; &#x27; %3Cb%3E \\u003c",
            "\u202Eשלום\u202C \u200Fabc\u200E",
            "a\u030A o\u0308 \uFB01 \u212B",
            "  två  blanka \t ",
            "🏗️ 👩‍👩‍👧 \uD835\uDC9C",
            "rad ett\nrad två \u2028 slut");

    @Requirement("MINA-014")
    @Test
    void mina014_showsEachMemberAsTheSourceGaveIt(Http http, People people) {
        ObjectNode full = PlayedItem.due("full", "2027-03-01").put("kind", "booking");
        full.put("link", PlayedSource.STEADY.origin() + "/a/1?b=c%20d#e");
        ObjectNode quiet = PlayedItem.of("quiet").put("dueOn", "2027-02-01").put("kind", "invoice");
        Overview overview =
                Visitor.of(http, people).with(PlayedSource.STEADY, full, quiet).read();
        Schemas.expect(overview.answer(), "overview");
        for (ObjectNode planned : List.of(full, quiet)) {
            Part item = overview.item(PlayedSource.STEADY, planned.path("id").asString());
            ObjectNode shown = (ObjectNode) item.node().deepCopy();
            shown.remove("source");
            item.satisfies("the item of the source: " + Json.write(planned), node -> shown.equals(planned));
            item.at("/source").is(overview.source(PlayedSource.STEADY).at("/id").node());
        }
    }

    @Requirement("MINA-014")
    @Test
    void mina014_showsTextsCharacterByCharacter(Http http, People people) {
        List<ObjectNode> planned = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            ObjectNode item = PlayedItem.of("text-" + i);
            item.set("title", Json.object("sv", TEXTS.get(i), "en", "en " + TEXTS.get(i)));
            planned.add(item.set("status", Json.object("sv", "st " + TEXTS.get(i), "en", TEXTS.get(i) + " st")));
        }
        Visitor visitor = Visitor.of(http, people).with(PlayedSource.SECOND, Plan.of(planned));
        Overview overview = visitor.read();
        for (ObjectNode item : planned) {
            Part shown = overview.item(PlayedSource.SECOND, item.path("id").asString());
            shown.at("/title").is(item.path("title"));
            shown.at("/status").is(item.path("status"));
        }
    }

    @Requirement("MINA-014")
    @Test
    void mina014_readsAnUnknownKindAsInformation(Http http, People people) {
        List<ObjectNode> planned = new ArrayList<>();
        KINDS.forEach(kind -> planned.add(PlayedItem.of(kind).put("kind", kind)));
        planned.add(PlayedItem.of("unknown").put("kind", "dispensation"));
        Overview overview = Visitor.of(http, people)
                .with(PlayedSource.STEADY, Plan.of(planned))
                .read();
        KINDS.forEach(
                kind -> overview.item(PlayedSource.STEADY, kind).at("/kind").is(kind));
        overview.item(PlayedSource.STEADY, "unknown").at("/kind").is("information");
    }

    @Requirement("MINA-014")
    @Test
    void mina014_leavesOutWhatItDoesNotKnow(Http http, People people) {
        ObjectNode more = PlayedItem.of("more").put("amount", "1200.00").put("html", "<b>x</b>");
        Overview overview = Visitor.of(http, people)
                .with(PlayedSource.STEADY, more, PlayedItem.of("plain"))
                .read();
        Set<String> known =
                Set.copyOf(overview.item(PlayedSource.STEADY, "plain").node().propertyNames());
        overview.item(PlayedSource.STEADY, "more")
                .satisfies(
                        "no other members than " + known,
                        item -> Set.copyOf(item.propertyNames()).equals(known));
    }

    @Requirement("MINA-015")
    @Test
    void mina015_showsEachItemOnce(Http http, People people) {
        String[] ids = new String[20];
        ObjectNode[] items = new ObjectNode[ids.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "item-" + (i + 10);
            items[i] = PlayedItem.of(ids[i]);
        }
        Overview overview = Visitor.of(http, people)
                .with(PlayedSource.STEADY, items)
                .with(PlayedSource.SECOND, items)
                .read();
        overview.expectAnswered(PlayedSource.STEADY, ids).expectAnswered(PlayedSource.SECOND, ids);
    }

    @Requirement("MINA-015")
    @Test
    void mina015_showsTheLatestOfSeveralOfOneId(Http http, People people) {
        Overview overview = Visitor.of(http, people)
                .with(
                        PlayedSource.STEADY,
                        PlayedItem.of("twice", "2026-11-01T00:00:00.000Z"),
                        PlayedItem.of("thrice", "2026-11-03T00:00:00.000Z"),
                        PlayedItem.of("twice", "2026-11-02T00:00:00.001Z"),
                        PlayedItem.of("thrice", "2026-11-01T00:00:00.000Z"),
                        PlayedItem.of("thrice", "2026-11-02T00:00:00.000Z"))
                .read();
        overview.expectAnswered(PlayedSource.STEADY, "thrice", "twice");
        overview.item(PlayedSource.STEADY, "twice").at("/updatedAt").is("2026-11-02T00:00:00.001Z");
        overview.item(PlayedSource.STEADY, "thrice").at("/updatedAt").is("2026-11-03T00:00:00.000Z");
    }

    @Requirement("MINA-024")
    @Test
    void mina024_keepsLinksToTheSource(Http http, People people) {
        String origin = PlayedSource.STEADY.origin();
        expectLinks(http, people, true, List.of(origin + "/arenden/1", origin, origin + "/?a=b&c=%C3%A5#d"));
    }

    @Requirement("MINA-024")
    @Test
    void mina024_leavesOtherLinksOut(Http http, People people) {
        String host = PlayedSource.STEADY.origin().substring("https://".length());
        expectLinks(
                http,
                people,
                false,
                List.of(
                        PlayedSource.SECOND.origin() + "/arenden/1",
                        "https://example.org/",
                        "https://" + host + ".example.org/",
                        "https://" + host + "@example.org/",
                        "https://kim@" + host + "/",
                        "https://kim:hemligt@" + host + "/",
                        "https://" + host + ":8443/",
                        "https://x." + host + "/",
                        "http://" + host + "/arenden/1",
                        "ftp://" + host + "/arenden/1",
                        "javascript:alert(1)",
                        "javascript://" + host + "/%0Aalert(1)",
                        "data:text/html,x",
                        "//" + host + "/x",
                        "/arenden/1",
                        "https:// " + host + "/"));
    }

    private static void expectLinks(Http http, People people, boolean kept, List<String> links) {
        Map<String, ObjectNode> planned = new LinkedHashMap<>();
        for (String link : links) {
            String id = "link-" + (planned.size() + 10);
            planned.put(id, PlayedItem.of(id).put("link", link));
        }
        Overview overview = Visitor.of(http, people)
                .with(PlayedSource.STEADY, Plan.of(List.copyOf(planned.values())))
                .read();
        overview.expectAnswered(PlayedSource.STEADY, planned.keySet().toArray(String[]::new));
        planned.forEach((id, item) -> {
            Part link = overview.item(PlayedSource.STEADY, id).at("/link");
            if (kept) {
                link.is(item.path("link"));
            } else {
                link.isMissing();
            }
        });
    }
}
