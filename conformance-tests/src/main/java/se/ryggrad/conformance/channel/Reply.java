package se.ryggrad.conformance.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator answers.
 *
 * @param status the status; 0 ends the connection without an answer
 * @param body the body
 * @param headers further headers
 * @param gate what holds it back, if something does
 */
public record Reply(int status, String body, Map<String, String> headers, Optional<Gate> gate) {

    /** Copies the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** Answers with a status and an empty object. */
    public static Reply of(int status) {
        return of(status, "{}");
    }

    /** Answers with a status and a body, which need not be JSON. */
    public static Reply of(int status, String body) {
        return new Reply(status, body, Map.of(), Optional.empty());
    }

    /** Does not answer at all. */
    public static Reply none() {
        return of(0, "");
    }

    /** Says that the recipient is not reached. */
    public static Reply unreachable(String reason) {
        return of(200, "{\"reachable\":false,\"reason\":\"" + reason + "\"}");
    }

    /** Returns the same with a header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, more, gate);
    }

    /** Returns the same, but not before the gate is open. */
    public Reply behind(Gate held) {
        return new Reply(status, body, headers, Optional.of(held));
    }
}
