package se.ryggrad.conformance.twin.http;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Holds one answer before it is written. */
public final class Answer {

    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    private Answer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** Returns an answer with a JSON body. */
    public static Answer json(int status, JsonNode body) {
        return raw(status, "application/json", Json.bytes(body));
    }

    /** Returns an answer with any body. */
    public static Answer raw(int status, String mediaType, byte[] body) {
        return new Answer(status, body).header("Content-Type", mediaType);
    }

    /** Returns an answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, new byte[0]);
    }

    /** Sets a header. */
    public Answer header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sets a header unless the answer has it. */
    public Answer defaultHeader(String name, String value) {
        headers.putIfAbsent(name, value);
        return this;
    }

    /** Removes a header. */
    public Answer without(String name) {
        headers.remove(name);
        return this;
    }

    /** Returns the same answer with another body. */
    public Answer withBody(byte[] other) {
        return copy(status, other);
    }

    /** Returns the same answer with another status. */
    public Answer withStatus(int other) {
        return copy(other, body);
    }

    /** Returns a copy that can be changed without changing this answer. */
    public Answer copy() {
        return copy(status, body);
    }

    private Answer copy(int otherStatus, byte[] otherBody) {
        var copy = new Answer(otherStatus, otherBody);
        copy.headers.putAll(headers);
        return copy;
    }

    /** Returns the status code. */
    public int status() {
        return status;
    }

    /** Returns the headers. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the octets of the body. */
    public byte[] body() {
        return body;
    }
}
