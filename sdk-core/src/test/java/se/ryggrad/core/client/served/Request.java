package se.ryggrad.core.client.served;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.Language;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.identity.VerifiedToken;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Trace;

/** Is a request that came, with its body. */
record Request(
        String method,
        List<String> segments,
        Map<String, String> query,
        Map<String, List<String>> headers,
        Optional<Exchange.Body> body) {

    /** The path of the base URL. */
    static final String BASE = "/ryggrad/2581/v1";

    private static final JsonInput INPUT = new JsonInput(JsonLimits.DEFAULT);
    private static final String BEARER = "Bearer ";

    static Request read(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getPath().substring(BASE.length() + 1);
        return new Request(
                http.getRequestMethod(),
                List.of(path.split("/", -1)),
                query(http.getRequestURI().getRawQuery()),
                http.getRequestHeaders(),
                body(http.getRequestBody().readAllBytes()));
    }

    private static Optional<Exchange.Body> body(byte[] octets) {
        return octets.length == 0
                ? Optional.empty()
                : Optional.of(new Exchange.Body(INPUT.parse(octets), Sha256.hex("application/json", octets)));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            Arrays.stream(raw.split("&", -1))
                    .map(each -> each.split("=", 2))
                    .forEach(each -> query.put(each[0], URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
        }
        return query;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    Optional<String> token() {
        return header("Authorization").map(text -> text.substring(BEARER.length()));
    }

    /** Returns what the gate would pass on. */
    Exchange exchange(Optional<Caller> caller) {
        return new Exchange(
                World.principals().all().get(0),
                '/' + String.join("/", segments),
                segments.size() > 1 ? List.of(segments.get(1), segments.get(segments.size() - 1)) : List.of(),
                query,
                caller.map(Request::verified),
                caller.flatMap(Caller::representation),
                header("Accept-Language").filter("en"::equals).isPresent() ? Language.EN : Language.SV,
                Trace.of(header("traceparent").orElse("")),
                header("Idempotency-Key").map(UUID::fromString).map(IdempotencyKey::new),
                body);
    }

    private static VerifiedToken verified(Caller caller) {
        Actor actor = caller.actor();
        ActorKind kind = actor instanceof Actor.Person
                ? ActorKind.PERSON
                : actor instanceof Actor.Officer ? ActorKind.OFFICER : ActorKind.SYSTEM;
        return new VerifiedToken(
                "token",
                "https://issuer.example.se",
                "subject",
                actor,
                kind,
                Optional.empty(),
                Instant.MAX,
                Optional.empty());
    }
}
