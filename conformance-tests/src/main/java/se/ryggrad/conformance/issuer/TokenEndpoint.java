package se.ryggrad.conformance.issuer;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.representation.Lookup;
import se.ryggrad.conformance.source.Minting;
import se.ryggrad.conformance.source.PlayedSource;
import se.ryggrad.conformance.source.Shown;
import se.ryggrad.conformance.source.Sources;
import tools.jackson.databind.JsonNode;

/**
 * Where the suite's issuers of persons exchange a person's token for one of a source (RFC 8693), for one portal.
 *
 * <p>A portal that asks in another way than it should is answered all the same, and judged for how it asked. Every request
 * is kept under the person of its token. Safe for many threads.
 */
public final class TokenEndpoint {

    /** The id of the portal that may exchange tokens. */
    public static final String CLIENT = "suite-portal";

    /** Its secret, which is good for the suite's tests and nothing else. */
    public static final String SECRET = "suite-portal-secret";

    private static final String TYPE = "urn:ietf:params:oauth:token-type:access_token";
    private static final int LIFETIME = 240;

    private final Sources sources;
    private final ConcurrentMap<String, List<TokenExchange>> exchanges = new ConcurrentHashMap<>();

    TokenEndpoint(Sources sources) {
        this.sources = sources;
    }

    /** Returns the requests with tokens of somebody so far, in order. */
    public List<TokenExchange> exchanges(String person) {
        return List.copyOf(exchanges.getOrDefault(person, List.of()));
    }

    /** Answers a request to an issuer, now or never, and closes it then. */
    void answer(HttpExchange exchange, Issuer issuer) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> form = form(body);
        Shown subject = Shown.of(first(form, "subject_token"));
        String resource = form.containsKey("resource") ? first(form, "resource") : first(form, "audience");
        Optional<PlayedSource> source = sources.at(resource);
        Lookup request = Lookup.of(exchange, body);
        boolean known = isClient(request, form);
        Minting minting =
                source.map(s -> sources.planned(subject.person(), s).minting()).orElse(Minting.REFUSES);
        String issued = known ? new Mint(issuer, subject, resource).issue(minting) : "";
        exchanges
                .computeIfAbsent(subject.person(), p -> new CopyOnWriteArrayList<>())
                .add(new TokenExchange(issuer.url(), request, form, issued));
        if (!known) {
            write(exchange, 401, Json.object("error", "invalid_client"));
        } else {
            play(exchange, minting, issued);
        }
    }

    private void play(HttpExchange exchange, Minting minting, String issued) throws IOException {
        switch (minting) {
            case HANGS -> sources.hold(exchange);
            case REFUSES -> write(exchange, 400, Json.object("error", "invalid_target"));
            case FAILS -> write(exchange, 500, good(issued));
            case SPEAKS_OTHERWISE -> write(exchange, 200, Json.object("token", issued));
            case LEADS_AWAY -> {
                exchange.getResponseHeaders().set("Location", sources.trap() + "/token");
                write(exchange, 307, good(issued));
            }
            default -> write(exchange, 200, good(issued));
        }
    }

    private static JsonNode good(String issued) {
        return Json.object("access_token", issued, "issued_token_type", TYPE, "token_type", "Bearer")
                .put("expires_in", LIFETIME)
                .put("scope", "overview:read");
    }

    private static void write(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        byte[] octets = Json.write(answer).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, octets.length);
            exchange.getResponseBody().write(octets);
        }
    }

    private static boolean isClient(Lookup request, Map<String, List<String>> form) {
        String pair = CLIENT + ":" + SECRET;
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        boolean inBody = first(form, "client_id").equals(CLIENT)
                && first(form, "client_secret").equals(SECRET);
        return request.header("authorization").equals(List.of(basic)) || inBody;
    }

    private static Map<String, List<String>> form(String body) {
        Map<String, List<String>> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                form.computeIfAbsent(decoded(pair.substring(0, at)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(at + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).get(0);
    }
}
