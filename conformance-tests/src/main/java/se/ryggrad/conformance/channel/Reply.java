package se.ryggrad.conformance.channel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator, or a receiver of webhooks, answers.
 *
 * @param status the status; 0 ends the connection without an answer
 * @param body the body
 * @param headers further headers
 * @param gate what holds it back, if something does
 * @param begun whether the gate lets status and headers pass, and holds back the body alone
 */
public record Reply(int status, String body, Map<String, String> headers, Optional<Gate> gate, boolean begun) {

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
        return new Reply(status, body, Map.of(), Optional.empty(), false);
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
        return new Reply(status, body, more, gate, begun);
    }

    /** Returns the same, but not before the gate is open. */
    public Reply behind(Gate held) {
        return new Reply(status, body, headers, Optional.of(held), false);
    }

    /** Returns the same, whose body does not end before the gate is open. */
    public Reply unfinishedBefore(Gate held) {
        return new Reply(status, body, headers, Optional.of(held), true);
    }

    /** Answers, when the gate lets it; a connection that is to end without an answer is left for the caller to close. */
    public void play(HttpExchange exchange) throws IOException {
        gate.filter(held -> !begun).ifPresent(Gate::await);
        if (status == 0) {
            return;
        }
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        OutputStream out = exchange.getResponseBody();
        if (begun) {
            out.write(octets, 0, 1);
            out.flush();
            gate.ifPresent(Gate::await);
            out.write(octets, 1, octets.length - 1);
        } else {
            out.write(octets);
        }
    }
}
