package se.ryggrad.conformance.checks.sight;

import java.util.Arrays;
import java.util.List;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Searches for cases, of somebody or by number. */
final class Searches {

    /** Where they are posted. */
    static final String PATH = "/cases/searches";

    private Searches() {}

    /** Returns the search for the cases of a person. */
    static ObjectNode of(Person party) {
        return of("personnummer", party.number().digits());
    }

    /** Returns the search for the cases of whoever has a number, good or bad. */
    static ObjectNode of(String scheme, String value) {
        return Json.object("identity", Json.object("scheme", scheme, "value", value));
    }

    /** Returns the search for the case with a registry number. */
    static ObjectNode of(String registryNumber) {
        return Json.object("registryNumber", registryNumber);
    }

    /** Begins a search; the check adds the parameters that it wants. */
    static Call call(Http http, Credential officer, JsonNode wanted) {
        return http.post(PATH).as(officer).json(wanted);
    }

    /** Expects that an officer finds just these cases, the newest first, and that no more are counted. */
    static Answer expectFound(Credential officer, JsonNode wanted, String hint, Http http, LiveCase... cases) {
        Answer answer = call(http, officer, wanted)
                .query("count", "true")
                .send()
                .hint(hint)
                .expect(200);
        List<Part> items = answer.at("/items").items();
        List<String> found = Pages.ids(items).stream().sorted().toList();
        List<String> expected = Arrays.stream(cases).map(LiveCase::id).sorted().toList();
        if (!found.equals(expected)) {
            answer.fail("the cases " + expected, found.toString(), "/items");
        }
        expectNewestFirst(items);
        answer.at("/total").is(cases.length);
        return answer;
    }

    private static void expectNewestFirst(List<Part> items) {
        for (int i = 1; i < items.size(); i++) {
            String before = items.get(i - 1).at("/receivedAt").text();
            if (items.get(i).at("/receivedAt").text().compareTo(before) > 0) {
                items.get(i).fail("cases by receivedAt, descending, as in GET /cases");
            }
        }
    }
}
