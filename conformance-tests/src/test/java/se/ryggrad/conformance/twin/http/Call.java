package se.ryggrad.conformance.twin.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.agreeing.Named;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.protection.Ruling;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds one request while it is handled. */
public final class Call {

    private final String method;
    private final String path;
    private final String rawQuery;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;
    private final Trace trace;
    private final long arrivedAt = System.nanoTime();
    private Map<String, String> pathValues = Map.of();
    private Caller caller = Caller.anonymous();
    private Ruling ruling = Ruling.nobody();
    private Named named = Named.nobody();
    private @Nullable JsonNode json;

    /** Keeps what arrived; the path is the part below the base URL. */
    public Call(String method, String path, @Nullable String rawQuery, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery == null ? "" : rawQuery;
        this.headers.putAll(headers);
        this.body = body;
        this.trace = Trace.of(header("traceparent").orElse(""));
    }

    /** Returns when it arrived, on the clock of {@link System#nanoTime()}. */
    public long arrivedAt() {
        return arrivedAt;
    }

    /** Returns the method in upper case. */
    public String method() {
        return method.toUpperCase(Locale.ROOT);
    }

    /** Returns the raw path below the base URL. */
    public String path() {
        return path;
    }

    /** Returns the query parameters. */
    public Query query() {
        return Query.parse(rawQuery);
    }

    /** Returns all fields of a header. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Returns the first field of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** Returns the octets of the body. */
    public byte[] body() {
        return body;
    }

    /** Returns the trace context of the answer. */
    public Trace trace() {
        return trace;
    }

    /** Returns the language of texts for people. */
    public String language() {
        return Media.language(headers("Accept-Language"));
    }

    /** Sets what the path's places hold. */
    void pathValues(Map<String, String> values) {
        pathValues = values;
    }

    /** Returns what a place of the path holds. */
    public String pathValue(String name) {
        return pathValues.getOrDefault(name, "");
    }

    /** Sets who calls. */
    void caller(Caller who) {
        caller = who;
    }

    /** Returns who calls. */
    public Caller caller() {
        return caller;
    }

    /** Sets what holds about the parties of the case that it is about. */
    public void ruling(Ruling found) {
        ruling = found;
    }

    /** Returns what holds about the parties of the case that it is about. */
    public Ruling ruling() {
        return ruling;
    }

    /** Sets whom the registries name as representatives of the parties of the case that it is about. */
    public void named(Named found) {
        named = found;
    }

    /** Returns whom the registries name as representatives of the parties of the case that it is about. */
    public Named named() {
        return named;
    }

    /** Sets the parsed body. */
    void json(JsonNode node) {
        json = node;
    }

    /** Returns whether the body is an object. */
    public boolean isObject() {
        return json instanceof ObjectNode;
    }

    /** Returns the body as an object, or ends with 422 when it is something else. */
    public ObjectNode object() {
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw Fail.invalid("", "type");
    }
}
