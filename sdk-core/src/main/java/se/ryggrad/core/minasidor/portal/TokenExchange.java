package se.ryggrad.core.minasidor.portal;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.minasidor.register.ExchangeClient;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/**
 * Exchanges a person's access token for one that is good at one source alone (RFC 8693, MINA-025 to MINA-027). Thread-safe.
 *
 * @param clients the portal's clients by issuer
 */
record TokenExchange(Map<String, ExchangeClient> clients) {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    /** Returns the request to the issuer of {@code own}. */
    HttpRequest request(PresentedToken own, RegisteredSource source, String traceparent) {
        ExchangeClient client = clients.get(own.issuer());
        if (client == null) {
            throw new IllegalArgumentException("no client at the issuer");
        }
        return HttpRequest.newBuilder(client.tokenEndpoint())
                .header("Authorization", client.authorization())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("traceparent", traceparent)
                .POST(HttpRequest.BodyPublishers.ofString(form(own, source.url())))
                .build();
    }

    private static String form(PresentedToken own, URI source) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", GRANT);
        form.put("subject_token", own.value());
        form.put("subject_token_type", ACCESS_TOKEN);
        form.put("requested_token_type", ACCESS_TOKEN);
        form.put("resource", source.toString());
        form.put("scope", ExchangedToken.SCOPE);
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * Returns the token in the issuer's answer (RFC 8693 section 2.2).
     *
     * @throws UnansweredException {@code DENIED} for a status from 400 to 499, {@code MISTAKEN} for a token that must not be sent,
     *     else {@code FAILED}
     */
    static ExchangedToken token(BoundedCalls.Answered answer, PresentedToken own, RegisteredSource source) {
        if (answer.status() >= 400 && answer.status() <= 499) {
            throw new UnansweredException(Reason.DENIED);
        }
        if (answer.status() != 200 || !answer.json()) {
            throw new UnansweredException(Reason.FAILED);
        }
        JsonTree.ObjectNode given = AnswerReader.object(answer.body());
        boolean whole = given.text("issued_token_type").isPresent()
                && given.text("token_type").filter("bearer"::equalsIgnoreCase).isPresent();
        return given.text("access_token")
                .filter(token -> whole)
                .map(token -> ExchangedToken.judged(token, own, source))
                .orElseThrow(() -> new UnansweredException(Reason.FAILED));
    }
}
