package se.ryggrad.conformance.twin.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Client;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;

/** Exchanges a person's token for one of a source (RFC 8693). */
final class Exchanging {

    private static final String TYPE = "urn:ietf:params:oauth:token-type:access_token";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final TwinSettings settings;

    Exchanging(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns the new token, judged. */
    ExchangedToken exchange(Asking asking, Source source, Calls calls) throws SourceFault {
        if (breaks(Fault.MINA_026_A)) {
            return ExchangedToken.read(asking.token());
        }
        var client = Objects.requireNonNull(settings.portal().clients().get(issuer(asking)));
        var response = calls.toIssuer(request(client, parameters(asking, source)));
        var token = ExchangedToken.read(issued(response));
        token.expectGood(asking, source, settings);
        return token;
    }

    /** A broken twin exchanges every token where most are issued. */
    private String issuer(Asking asking) {
        String own = asking.caller().issuer();
        return breaks(Fault.MINA_025_F) ? own.replace("/person-2", "/person") : own;
    }

    private Map<String, String> parameters(Asking asking, Source source) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("grant_type", GRANT);
        parameters.put("subject_token", asking.token());
        parameters.put("subject_token_type", breaks(Fault.MINA_025_E) ? TYPE.replace("access_token", "jwt") : TYPE);
        if (!breaks(Fault.MINA_025_D)) {
            parameters.put("requested_token_type", TYPE);
        }
        parameters.put(breaks(Fault.MINA_025_A) ? "audience" : "resource", source.url());
        if (!breaks(Fault.MINA_025_B)) {
            parameters.put("scope", "overview:read");
        }
        return parameters;
    }

    private HttpRequest.Builder request(Client client, Map<String, String> parameters) {
        var request =
                HttpRequest.newBuilder(client.endpoint()).header("Content-Type", "application/x-www-form-urlencoded");
        if (breaks(Fault.MINA_025_C)) {
            parameters.put("client_id", client.id());
            parameters.put("client_secret", client.secret());
        } else {
            byte[] pair = (client.id() + ":" + client.secret()).getBytes(UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        String form = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return request.POST(BodyPublishers.ofString(form));
    }

    private String issued(HttpResponse<byte[]> response) throws SourceFault {
        int status = response.statusCode();
        if (status >= 400 && status < 500) {
            throw SourceFault.of(breaks(Fault.MINA_022_C) ? State.FAILED : State.DENIED);
        }
        if (status != 200) {
            throw SourceFault.of(State.FAILED);
        }
        try {
            var body = Json.parse(response.body());
            boolean whole = isText(body.path("access_token"))
                    && isText(body.path("issued_token_type"))
                    && isText(body.path("token_type"));
            if (whole) {
                return body.path("access_token").asString();
            }
            throw SourceFault.of(State.FAILED);
        } catch (Fail unreadable) {
            throw SourceFault.of(State.FAILED);
        }
    }

    private static boolean isText(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty();
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
