package se.ryggrad.conformance.checks.minasidor;

import java.util.Arrays;
import java.util.List;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;

/** What a source shows somebody: its items, and the list of cases that they are compared with. */
final class Overview {

    /** Where it is. */
    static final String PATH = "/overview-items";

    private static final int ALL = 100;

    private final Http http;
    private final Credential reader;

    /** Looks through somebody's eyes. */
    Overview(Http http, Credential reader) {
        this.http = http;
        this.reader = reader;
    }

    /** Reads the first hundred items. */
    Answer read() {
        return http.get(PATH).as(reader).query("limit", ALL).send().expect(200);
    }

    /** Reads the items of cases, of whatever other kinds a source has items too. */
    List<Part> cases() {
        return ofCases(read().at("/items").items());
    }

    /** Keeps the items of cases. */
    static List<Part> ofCases(List<Part> items) {
        return items.stream()
                .filter(item -> item.node().path("kind").asString("").equals("case"))
                .toList();
    }

    /** Reads the item of a case, which must be there. */
    Part item(LiveCase live) {
        Answer answer = read();
        return Pages.find(answer.at("/items").items(), live.id())
                .orElseThrow(() -> answer.failure("an item of the case " + live.id(), "none", "/items"));
    }

    /** Reads the list of cases in a language. */
    List<Part> listed(String language) {
        return http.get("/cases")
                .as(reader)
                .language(language)
                .query("limit", ALL)
                .send()
                .require(200)
                .at("/items")
                .items();
    }

    /**
     * Expects an item for each of these cases and for no other, as the list of cases has them; that the list has just
     * these is on the way there.
     */
    void expectAsListed(LiveCase... cases) {
        List<Part> swedish = listed("sv");
        List<Part> english = listed("en");
        List<String> ids = Pages.ids(swedish);
        requireSame(ids, cases);
        List<Part> items = cases();
        if (!Pages.ids(items).equals(ids)) {
            read().fail("items of the cases " + ids, Pages.ids(items).toString(), "/items");
        }
        for (int i = 0; i < items.size(); i++) {
            items.get(i).at("/updatedAt").is(swedish.get(i).at("/updatedAt").node());
            items.get(i).at("/title/sv").is(swedish.get(i).at("/service/title").node());
            items.get(i).at("/title/en").is(english.get(i).at("/service/title").node());
        }
    }

    private static void requireSame(List<String> ids, LiveCase... cases) {
        List<String> wanted = Arrays.stream(cases).map(LiveCase::id).sorted().toList();
        if (!ids.stream().sorted().toList().equals(wanted)) {
            throw new NotObserved(Finding.of("GET /cases with " + wanted, ids.toString()), Blame.SYSTEM);
        }
    }
}
