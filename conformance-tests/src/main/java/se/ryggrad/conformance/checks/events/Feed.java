package se.ryggrad.conformance.checks.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;

/** A reader of the feed. For one thread. */
final class Feed {

    private static final int MOST = 10_000;

    private final Http http;
    private final Credential reader;
    private @Nullable String position;

    Feed(Http http, Credential reader) {
        this.http = http;
        this.reader = reader;
    }

    /** Returns another reader at the same place. */
    Feed copy() {
        Feed copy = new Feed(http, reader);
        copy.position = position;
        return copy;
    }

    /** Reads what is next, at most that many events, without going on. */
    Answer peek(int limit) {
        Call call = http.get("/events").as(reader).query("limit", limit);
        String after = position;
        return (after == null ? call : call.query("after", after)).send();
    }

    /** Reads what is next, at most that many events, and goes on. */
    List<Part> next(int limit) {
        Answer answer = peek(limit).expect(200);
        position = answer.at("/next").text();
        return answer.at("/items").items();
    }

    /** Reads all there is. */
    List<Part> rest(int limit) {
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            List<Part> items = next(limit);
            all.addAll(items);
            if (items.isEmpty()) {
                return all;
            }
        }
        throw ConformanceFailure.of("an end of the feed", "none after " + MOST + " answers");
    }

    /** Goes to the end. */
    Feed toEnd() {
        rest(1000);
        return this;
    }

    /** Returns the place where this reader is. */
    String position() {
        return position == null ? "" : position;
    }

    /** Returns those of the events that are of a case. */
    static List<Part> of(List<Part> events, String caseId) {
        return events.stream()
                .filter(e -> caseId.equals(e.node().path("subject").asString("")))
                .toList();
    }
}
