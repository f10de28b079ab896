package se.ryggrad.conformance.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.wire.Exchange;
import se.ryggrad.conformance.wire.Header;
import se.ryggrad.conformance.wire.Octets;
import se.ryggrad.conformance.wire.Received;
import se.ryggrad.conformance.wire.Sent;
import tools.jackson.databind.JsonNode;

/** A request in the making. Header lines are sent as added, duplicates included. */
public final class Call {

    private final Http http;
    private final String method;
    private final List<Header> headers = new ArrayList<>();
    private String url;
    private Octets body = Octets.none();
    private boolean raw;

    Call(Http http, String method, String url) {
        this.http = http;
        this.method = method;
        this.url = url;
    }

    /** Shows the token of somebody, and for whom they act if it is for another. */
    public Call as(Credential credential) {
        credential.onBehalfOf().ifPresent(this::onBehalfOf);
        return bearer(credential.bearer());
    }

    /** Acts for somebody else by a representation, good or bad. */
    public Call onBehalfOf(String representation) {
        return header("On-Behalf-Of", representation);
    }

    /** Shows a token, good or bad. */
    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Adds a header line. */
    public Call header(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    /** Adds a query parameter, encoded. */
    public Call query(String name, Object value) {
        url += (url.contains("?") ? "&" : "?") + encoded(name) + "=" + encoded(value.toString());
        return this;
    }

    /** Adds a fresh idempotency key. */
    public Call key() {
        return key(UUID.randomUUID().toString());
    }

    /** Adds an idempotency key, good or bad. */
    public Call key(String key) {
        return header("Idempotency-Key", key);
    }

    /** Adds the version that the change starts from. */
    public Call ifMatch(String tag) {
        return header("If-Match", tag);
    }

    /** Asks for a language. */
    public Call language(String range) {
        return header("Accept-Language", range);
    }

    /** Sends a JSON value. */
    public Call json(JsonNode value) {
        return json(Json.write(value));
    }

    /** Sends text as JSON, whether it is JSON or not. */
    public Call json(String text) {
        return body("application/json", Octets.of(text));
    }

    /** Sends octets under a media type. */
    public Call body(String mediaType, Octets octets) {
        header("Content-Type", mediaType);
        return body(octets);
    }

    /** Sends octets without saying what they are. */
    public Call body(Octets octets) {
        body = octets;
        return this;
    }

    /** Sends over a socket of its own, without the care that a client takes. */
    public Call raw() {
        raw = true;
        return this;
    }

    /**
     * Sends the request and waits for the answer; sends it again when the system asks for patience.
     *
     * @throws NotObserved if no answer came
     */
    public Answer send() {
        Answer answer = once();
        for (int again = 0; http.patience().waits(answer, again); again++) {
            answer = once();
        }
        return answer;
    }

    /**
     * Sends the request and takes the first answer, whatever patience that asks for.
     *
     * @throws NotObserved if no answer came
     */
    public Answer once() {
        Sent request = new Sent(method, url, headers, body);
        long start = System.nanoTime();
        try {
            Received received = http.line(raw).send(request);
            Exchange exchange = new Exchange(request, received, Duration.ofNanos(System.nanoTime() - start));
            http.recorder().record(exchange);
            return new Answer(exchange);
        } catch (IOException fault) {
            String told = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
            Finding finding = Finding.of("an answer to " + method + " " + url, "none: " + told);
            throw (NotObserved) new NotObserved(finding, Blame.NETWORK).initCause(fault);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
