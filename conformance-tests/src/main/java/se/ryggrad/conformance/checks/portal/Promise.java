package se.ryggrad.conformance.checks.portal;

import java.time.DateTimeException;
import java.time.Duration;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;

/**
 * What a portal promises of its overview in {@code /capabilities}.
 *
 * @param part the promise
 */
record Promise(Part part) {

    /** Reads it. */
    static Promise of(Http http) {
        Answer answer = http.get("/capabilities").send().expect(200);
        return new Promise(answer.at("/overview"));
    }

    /** Returns how long sources have. */
    Duration deadline() {
        return duration("/deadline");
    }

    /** Returns how many octets of an answer are read. */
    int answerBytes() {
        return (int) part.at("/answerBytes").number();
    }

    /** Returns a duration that must be there. */
    Duration duration(String member) {
        try {
            return Duration.parse(part.at(member).text());
        } catch (DateTimeException other) {
            part.at(member).fail("a duration");
            throw other;
        }
    }
}
