package se.ryggrad.core.rest.resource;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ryggrad.api.Page;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.rest.Exchange;

/** Builds answers in JSON. */
public final class Answers {

    private static final String JSON = "application/json";
    private static final String LANGUAGE = "Content-Language";

    private Answers() {}

    /** Answers 200 with {@code body}. */
    public static Response json(Exchange exchange, JsonTree body) {
        return builder(exchange, body).build();
    }

    static Response.ResponseBuilder builder(Exchange exchange, JsonTree body) {
        return Response.ok(JsonOutput.bytes(body), JSON)
                .header(LANGUAGE, exchange.language().tag());
    }

    /** Answers with a tag, or with 304 when the client has that tag already (CORE-039). */
    static Response tagged(Exchange exchange, JsonTree body, String tag, Optional<String> ifNoneMatch) {
        if (EntityTags.anyMatches(ifNoneMatch, tag)) {
            return Response.notModified().header("ETag", tag).build();
        }
        return builder(exchange, body).header("ETag", tag).build();
    }

    /** Answers as the first time; a replay is the same to the octet (CORE-029). */
    public static Response kept(Answer answer) {
        Response.ResponseBuilder builder =
                Response.status(answer.status()).entity(answer.body().getBytes(StandardCharsets.UTF_8));
        answer.headers().forEach(builder::header);
        return builder.build();
    }

    /** Returns the answer to keep. */
    public static Answer toKeep(int status, Map<String, String> headers, Exchange exchange, JsonTree body) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", JSON);
        all.put(LANGUAGE, exchange.language().tag());
        return new Answer(status, all, JsonOutput.text(body));
    }

    /** Returns the wish to write once under the key of {@code exchange}. */
    public static <T> Once<T> once(
            Exchange exchange, String method, String digest, Instant now, Function<T, Answer> render) {
        Claim.Scope scope = new Claim.Scope(
                exchange.principal().id(), exchange.actor().id(), represented(exchange), method, exchange.path());
        Claim claim = new Claim(scope, exchange.key().orElseThrow(), digest, now.truncatedTo(ChronoUnit.MILLIS));
        return new Once<>(claim, render);
    }

    /** Returns for whom the key counts: by the representation's id, or nobody but the caller (ID-052). */
    private static String represented(Exchange exchange) {
        return exchange.representation().map(by -> by.id().toString()).orElse("");
    }

    /** Answers with a page of a list; the link to the next one is absolute (CORE-022 to CORE-026). */
    public static <T> Response list(Exchange exchange, Page<T> page, Function<T, JsonTree> write) {
        JsonBuilder body = JsonTree.object()
                .put("items", page.items().stream().map(write).toList())
                .put("page", page.request().number())
                .put("limit", page.request().limit());
        if (page.request().count()) {
            page.total().ifPresent(total -> body.put("total", total));
        }
        Response.ResponseBuilder answer = builder(exchange, body.build());
        if (page.more()) {
            answer.header("Link", "<" + next(exchange) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static String next(Exchange exchange) {
        Map<String, String> query = new TreeMap<>(exchange.query());
        query.put("page", Integer.toString(exchange.page().number() + 1));
        return exchange.address(exchange.path())
                + query.entrySet().stream()
                        .map(parameter -> parameter.getKey()
                                + '='
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
