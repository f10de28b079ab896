package se.ryggrad.conformance.run;

import java.util.List;
import java.util.Optional;

/**
 * What shows a verdict, with tokens and identity numbers taken out.
 *
 * @param expected what the requirement leads one to expect
 * @param actual what was there instead
 * @param pointer where in the answer's body
 * @param hint what a developer could look at
 * @param request the request that shows it, as text
 * @param response the answer that shows it, as text
 * @param curl a command that shows it again
 * @param steps the check's requests in order, each with the status of its answer
 */
public record Evidence(
        String expected,
        String actual,
        Optional<String> pointer,
        Optional<String> hint,
        Optional<String> request,
        Optional<String> response,
        Optional<String> curl,
        List<String> steps) {

    /** Copies the steps. */
    public Evidence {
        steps = List.copyOf(steps);
    }

    /** Returns the same evidence with another hint. */
    Evidence hinting(String other) {
        return new Evidence(expected, actual, pointer, Optional.of(other), request, response, curl, steps);
    }
}
