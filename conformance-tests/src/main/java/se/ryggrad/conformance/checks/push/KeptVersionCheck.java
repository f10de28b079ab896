package se.ryggrad.conformance.checks.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.JsonNode;

/** Checks the list by which a source finds out what a portal has of it. */
@ConformanceCheck
class KeptVersionCheck {

    /** A source of which little is kept, so that its list is short. */
    private static final PlayedSource SOURCE = PlayedSource.MUTE;

    private static final int DEFAULT = 100;
    private static final int FEW = 40;
    private static final long HIGHEST = 9_007_199_254_740_991L;

    @Requirement("MINA-056")
    @Test
    void mina056_listsEachItemByItsVersion(People people, OverviewIndex index) {
        PushingSource source = index.source(SOURCE);
        Push push = Push.of(people.person());
        Map<String, JsonNode> wanted = new TreeMap<>();
        for (String first : List.of("0", "7", "8", "f")) {
            String item = first + PushingSource.newItem().substring(1);
            source.takes(item, push.version(4));
            wanted.put(item, entry(item, 4, false));
        }
        String removed = source.takes(push);
        source.takes(removed, Push.removal(HIGHEST));
        wanted.put(removed, entry(removed, HIGHEST, true));
        String ended = source.takes(push.expires(Instant.now().minusSeconds(3600)));
        wanted.put(ended, entry(ended, 1, true));
        String unknown = source.takes(Push.removal(3));
        wanted.put(unknown, entry(unknown, 3, true));
        List<Part> kept = source.kept(index.feedLimit());
        expectOrdered(kept);
        wanted.forEach((item, entry) -> expectKept(kept, item, entry));
        source.takes(unknown, push.version(8));
        expectKept(source.kept(index.feedLimit()), unknown, entry(unknown, 8, false));
    }

    private static JsonNode entry(String item, long version, boolean removed) {
        return Json.object("id", item, "version", version, "removed", removed);
    }

    private static void expectKept(List<Part> kept, String item, JsonNode entry) {
        Pages.find(kept, item)
                .orElseThrow(() -> ConformanceFailure.of("the item " + item + " in the list", "none"))
                .satisfies(Json.write(entry), shown -> shown.equals(Json.read(Json.write(entry))));
    }

    private static void expectOrdered(List<Part> kept) {
        for (int i = 1; i < kept.size(); i++) {
            String before = kept.get(i - 1).at("/id").text();
            kept.get(i)
                    .at("/id")
                    .satisfies("an id after " + before, id -> id.asString("").compareTo(before) > 0);
        }
    }

    @Requirement("MINA-056")
    @Test
    void mina056_isOfOneSource(OverviewIndex index) {
        PushingSource mute = index.source(SOURCE);
        PushingSource aged = index.source(PlayedSource.AGED);
        String own = mute.takes(Push.removal(1));
        String others = aged.takes(Push.removal(1));
        Set<String> kept = new TreeSet<>(Pages.ids(mute.kept(index.feedLimit())));
        if (!kept.contains(own) || kept.contains(others)) {
            throw ConformanceFailure.of(
                    "the item of " + SOURCE.word() + " and not that of " + PlayedSource.AGED.word(),
                    "one of " + kept.size());
        }
    }

    @Requirement("MINA-056")
    @Test
    void mina056_goesOnWhereItEnded(OverviewIndex index) {
        PushingSource source = index.source(SOURCE);
        List<String> own = many(source, 2 * FEW);
        List<Part> kept = new ArrayList<>();
        Call call = source.listing().query("limit", FEW);
        Answer answer = call.send().expect(200);
        answer.at("/items").hasSize(FEW);
        answer.at("/limit").is(FEW);
        kept.addAll(answer.at("/items").items());
        while (answer.at("/next").present()) {
            many(source, 1);
            answer = source.listing()
                    .query("limit", FEW)
                    .query("after", answer.at("/next").text())
                    .send()
                    .expect(200);
            kept.addAll(answer.at("/items").items());
            if (answer.at("/next").present()) {
                answer.at("/items").hasSize(FEW);
            }
        }
        expectOrdered(kept);
        Set<String> missing = new TreeSet<>(own);
        Pages.ids(kept).forEach(missing::remove);
        if (!missing.isEmpty()) {
            answer.fail("all items of the source by way of next", "without " + missing, "/items");
        }
    }

    /** Removes items that never were, which leaves their versions, and returns their ids. */
    private static List<String> many(PushingSource source, int items) {
        Map<String, Push> removals = new LinkedHashMap<>();
        for (int i = 0; i < items; i++) {
            removals.put(PushingSource.newItem(), Push.removal(1));
        }
        source.takesAll(removals);
        return List.copyOf(removals.keySet());
    }

    @Requirement("MINA-056")
    @Test
    void mina056_endsWithoutNext(OverviewIndex index) {
        PushingSource source = index.source(SOURCE);
        many(source, 3);
        Answer first = source.listing().query("limit", 1).send().expect(200);
        first.at("/items").hasSize(1);
        String after = first.at("/next").text();
        Answer second =
                source.listing().query("limit", 1).query("after", after).send().expect(200);
        second.at("/items/0/id").isNot(first.at("/items/0/id").node());
        Answer all = source.listing().query("limit", index.feedLimit()).send().expect(200);
        if (all.at("/items").items().size() < index.feedLimit()) {
            all.at("/next").isMissing();
        }
    }

    @Requirement("MINA-056")
    @Test
    void mina056_boundsItsStretches(OverviewIndex index) {
        PushingSource source = index.source(SOURCE);
        many(source, DEFAULT + 1);
        Answer usual = source.listing().send().expect(200);
        usual.at("/items").hasSize(DEFAULT);
        usual.at("/limit").is(DEFAULT);
        usual.at("/next").exists();
        source.listing()
                .query("limit", index.feedLimit())
                .send()
                .expect(200)
                .at("/limit")
                .is(index.feedLimit());
        for (Object limit : List.of(0, -1, index.feedLimit() + 1, "alla")) {
            source.listing()
                    .query("limit", limit)
                    .send()
                    .expectProblem(400, "malformed")
                    .at("/errors/0/parameter")
                    .is("limit");
        }
    }

    @Requirement("MINA-056")
    @Test
    void mina056_refusesOtherPositions(OverviewIndex index) {
        PushingSource source = index.source(SOURCE);
        many(source, 2);
        String next = source.listing()
                .query("limit", 1)
                .send()
                .expect(200)
                .at("/next")
                .text();
        source.listing().query("after", next).send().expect(200);
        for (String bad : List.of("", "-1", "%", "!", next + "!", "å")) {
            source.listing()
                    .query("after", bad)
                    .send()
                    .hint("after is '" + bad + "'.")
                    .expectProblem(400, "malformed")
                    .at("/errors/0/parameter")
                    .is("after");
        }
    }
}
