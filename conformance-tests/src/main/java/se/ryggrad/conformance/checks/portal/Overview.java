package se.ryggrad.conformance.checks.portal;

import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.source.PlayedSource;

/**
 * An overview that a portal has shown.
 *
 * @param answer the answer
 */
record Overview(Answer answer) {

    /** The form of the ids of the suite's sources. */
    static final String ID = "suite-[0-9]+-";

    /** Returns what the overview says of a source, which it must name once. */
    Part source(PlayedSource source) {
        List<Part> found = answer.at("/sources").items().stream()
                .filter(entry -> isOf(entry.node().path("id").asString(""), source))
                .toList();
        return found.size() == 1 ? found.get(0) : answer.at("/sources").fail("the source " + source.word() + " once");
    }

    /** Returns the items of a source, in order. */
    List<Part> items(PlayedSource source) {
        return answer.at("/items").items().stream()
                .filter(item -> isOf(item.node().path("source").asString(""), source))
                .toList();
    }

    /** Returns an item that must be there. */
    Part item(PlayedSource source, String id) {
        return Pages.find(items(source), id)
                .orElseThrow(() -> answer.failure("the item " + id + " of " + source.word(), "none", "/items"));
    }

    /** Expects that a source is in a state. */
    Overview expect(PlayedSource source, String state) {
        source(source).at("/state").is(state);
        return this;
    }

    /** Expects that a source has answered, and just these items of it in that order. */
    Overview expectAnswered(PlayedSource source, String... ids) {
        return expect(source, "ok").expectItems(source, ids);
    }

    /** Expects that a source is in a state, and that no item of it is shown. */
    Overview expectNothing(PlayedSource source, String state) {
        return expect(source, state).expectItems(source);
    }

    /** Expects just these items of a source, in that order. */
    Overview expectItems(PlayedSource source, String... ids) {
        List<String> shown = Pages.ids(items(source));
        if (!shown.equals(List.of(ids))) {
            answer.fail("of " + source.word() + " the items " + List.of(ids), shown.toString(), "/items");
        }
        source(source).at("/count").is(ids.length);
        return this;
    }

    /** Expects just these items in that order, each written {@code source/id}. */
    void expectOrder(String... items) {
        List<String> shown = order(answer).toList();
        if (!shown.equals(List.of(items))) {
            answer.fail("the items " + List.of(items), shown.toString(), "/items");
        }
    }

    /** Returns the items of an answer in order, each written {@code source/id}. */
    static Stream<String> order(Answer answer) {
        return answer.at("/items").items().stream()
                .map(item -> item.at("/source").text().replaceFirst("^" + ID, "") + "/"
                        + item.at("/id").text());
    }

    private static boolean isOf(String id, PlayedSource source) {
        return id.matches(ID + source.word());
    }
}
