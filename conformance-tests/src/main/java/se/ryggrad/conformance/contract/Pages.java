package se.ryggrad.conformance.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;

/** Reads lists in whole, page by page. */
public final class Pages {

    private static final int LIMIT = 100;
    private static final int MOST = 500;
    private static final int READINGS = 5;

    private Pages() {}

    /** Reads every item of a list; the path may have query parameters. */
    public static List<Part> all(Http http, String path, Credential reader) {
        return all(
                page -> http.get(path)
                        .as(reader)
                        .query("limit", LIMIT)
                        .query("page", page)
                        .send(),
                LIMIT);
    }

    /**
     * Reads every item of a list that others change meanwhile: what they update moves between the pages, so
     * that one reading can miss an item. Reads until {@code id} is there, a few times at most.
     */
    public static List<Part> allWith(Http http, String path, Credential reader, String id) {
        List<Part> items = all(http, path, reader);
        for (int again = 0; again < READINGS && find(items, id).isEmpty(); again++) {
            items = all(http, path, reader);
        }
        return items;
    }

    /** Reads every item of a list that needs no token. */
    public static List<Part> all(Http http, String path) {
        return all(
                page -> http.get(path).query("limit", LIMIT).query("page", page).send(), LIMIT);
    }

    /** Reads every item of a list in pages of a size. */
    public static List<Part> all(IntFunction<Answer> pages, int limit) {
        List<Part> all = new ArrayList<>();
        for (int page = 1; page <= MOST; page++) {
            List<Part> items = pages.apply(page).require(200).at("/items").items();
            all.addAll(items);
            if (items.size() < limit) {
                return all;
            }
        }
        throw new IllegalStateException("a list of more than " + MOST + " pages");
    }

    /** Returns the item with that id, if it is there. */
    public static Optional<Part> find(List<Part> items, String id) {
        return items.stream()
                .filter(i -> i.node().path("id").asString("").equals(id))
                .findFirst();
    }

    /** Returns the ids of items in order. */
    public static List<String> ids(List<Part> items) {
        return items.stream().map(i -> i.node().path("id").asString("")).toList();
    }

    /** Expects that a list holds just these cases for a reader, in that order, and counts no more. */
    public static void expectListed(Http http, Credential reader, String path, String... ids) {
        Answer answer = http.get(path).as(reader).query("count", "true").send().expect(200);
        List<String> listed = ids(answer.at("/items").items());
        if (!listed.equals(List.of(ids))) {
            answer.fail("the cases " + List.of(ids), listed.toString(), "/items");
        }
        answer.at("/total").is(ids.length);
    }
}
