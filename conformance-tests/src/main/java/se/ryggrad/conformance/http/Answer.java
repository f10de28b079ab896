package se.ryggrad.conformance.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import se.ryggrad.conformance.wire.Exchange;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;

/**
 * An answer as a check judges it.
 *
 * <p>Methods named {@code expect…} throw a {@link ConformanceFailure} that carries the exchange; {@code require} throws
 * {@link NotObserved} and is for the steps that lead to the point of a check.
 */
public final class Answer {

    private static final String PROBLEM = "urn:ryggrad:problem:";

    private final Exchange exchange;
    private @Nullable JsonNode tree;
    private @Nullable String hint;

    Answer(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Sets what a developer should look at if the next expectation is not met. */
    public Answer hint(String text) {
        this.hint = text;
        return this;
    }

    /** Returns the status code. */
    public int status() {
        return exchange.response().status();
    }

    /** Returns the exchange behind the answer. */
    public Exchange exchange() {
        return exchange;
    }

    /** Returns the body. */
    public Octets body() {
        return exchange.response().body();
    }

    /** Returns the first value of a header, if it is there. */
    public Optional<String> header(String name) {
        return exchange.response().value(name);
    }

    /** Returns the value of a header that must be there. */
    public String expectHeader(String name) {
        return header(name).orElseThrow(() -> failure("a header " + name, "none", null));
    }

    /** Expects a header whose whole value matches the pattern. */
    public Answer expectHeader(String name, String pattern) {
        String value = expectHeader(name);
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(value).matches()
                ? this
                : fail("a header " + name + " that matches " + pattern, value, null);
    }

    /** Expects that a header is not there. */
    public Answer expectNoHeader(String name) {
        return header(name).isEmpty()
                ? this
                : fail("no header " + name, header(name).orElse(""), null);
    }

    /** Returns the body as strictly read JSON. */
    public JsonNode json() {
        JsonNode known = tree;
        if (known == null) {
            known = read();
            tree = known;
        }
        return known;
    }

    /** Returns the part of the body at a JSON pointer; it may be missing. */
    public Part at(String pointer) {
        return new Part(this, pointer, json().at(pointer));
    }

    /** Expects one of the status codes. */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).anyMatch(s -> s == status())) {
            return this;
        }
        return fail("status " + named(statuses), described(), null);
    }

    /** Expects a problem of a status and a type, the type without its prefix, in whole. */
    public Answer expectProblem(int status, String type) {
        expect(status);
        expectHeader("Content-Type", "(?i)application/problem\\+json\\s*(;.*)?");
        at("/type").is(PROBLEM + type);
        at("/status").is(status);
        return this;
    }

    /** Expects a member of {@code errors[]} with that pointer and code. */
    public Answer expectError(String pointer, String code) {
        boolean there =
                errors().stream().anyMatch(e -> pointer.equals(text(e, "pointer")) && code.equals(text(e, "code")));
        return there ? this : fail("an error " + code + " at " + pointer, erroneous(), "/errors");
    }

    /** Expects exactly the given errors in order, each written as {@code pointer code}. */
    public Answer expectErrors(String... pointersAndCodes) {
        String expected = Arrays.stream(pointersAndCodes).collect(Collectors.joining(", "));
        return expected.equals(erroneous()) ? this : fail("the errors " + expected, erroneous(), "/errors");
    }

    /**
     * Requires one of the status codes for a step on the way.
     *
     * @throws NotObserved if it is another
     */
    public Answer require(int... statuses) {
        if (Arrays.stream(statuses).anyMatch(s -> s == status())) {
            return this;
        }
        Finding finding = finding("status " + named(statuses) + " on the way to the check", described(), null);
        throw new NotObserved(finding, blame());
    }

    /** A key is new each time, so whoever knows it already has it from before the run. */
    private Blame blame() {
        boolean known = status() == 409 && described().contains("idempotency-conflict");
        return status() == 401 ? Blame.IDENTITY : known ? Blame.DATA : Blame.SYSTEM;
    }

    /** Returns a failure that shows this answer. */
    public ConformanceFailure failure(String expected, String actual, @Nullable String pointer) {
        return new ConformanceFailure(finding(expected, actual, pointer));
    }

    /** Fails with this answer as evidence. */
    public Answer fail(String expected, String actual, @Nullable String pointer) {
        throw failure(expected, actual, pointer);
    }

    private Finding finding(String expected, String actual, @Nullable String pointer) {
        return new Finding(expected, actual, pointer, exchange, hint);
    }

    private JsonNode read() {
        try {
            return Json.read(body().bytes());
        } catch (JsonFault fault) {
            throw failure("a body of strict JSON", "no JSON: " + fault.getMessage(), null);
        }
    }

    private List<JsonNode> errors() {
        return List.copyOf(json().path("errors").values());
    }

    private String erroneous() {
        return errors().stream()
                .map(e -> text(e, "pointer") + " " + text(e, "code"))
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private String described() {
        String type = header("Content-Type").orElse("").startsWith("application/problem+json") ? problemType() : "";
        return "status " + status() + type;
    }

    private String problemType() {
        try {
            return " (" + Json.read(body().bytes()).path("type").asString("no type") + ")";
        } catch (JsonFault fault) {
            return " (problem that is no JSON)";
        }
    }

    private static String named(int... statuses) {
        return Arrays.stream(statuses).mapToObj(String::valueOf).collect(Collectors.joining(" or "));
    }
}
