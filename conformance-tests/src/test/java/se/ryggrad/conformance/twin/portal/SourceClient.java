package se.ryggrad.conformance.twin.portal;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.mandates.Mandate;
import tools.jackson.databind.JsonNode;

/** Asks one source for one person. */
final class SourceClient {

    private static final Map<String, ExchangedToken> FIRST = new ConcurrentHashMap<>();

    private final TwinSettings settings;
    private final Exchanging exchanging;

    SourceClient(TwinSettings settings) {
        this.settings = settings;
        this.exchanging = new Exchanging(settings);
    }

    /** Returns what the source answers now, or ends with what becomes of it. */
    Gathered ask(Asking asking, Source source, Calls calls) throws SourceFault {
        var token = shown(asking, exchanging.exchange(asking, source, calls));
        Optional<String> behalf =
                asking.mandate().isPresent() ? behalf(asking, source, token.compact(), calls) : Optional.empty();
        String identity =
                breaks(Fault.MINA_026_C) ? "&person=" + asking.caller().number() : "";
        var request = request(source.url() + "/overview-items?limit=" + Gathering.ITEMS + identity, token.compact());
        behalf.ifPresent(id -> request.header("On-Behalf-Of", id));
        if (breaks(Fault.MINA_026_D)) {
            request.header("X-Person", asking.caller().number().substring(2));
        }
        var response = calls.toSource(request.GET());
        expectStatus(response);
        return new SourceAnswer(settings, source, token.subject()).read(parsed(response), hasMore(response));
    }

    /** Returns the token that the source is shown: its own, or that of whichever source was first. */
    private ExchangedToken shown(Asking asking, ExchangedToken own) {
        return breaks(Fault.MINA_026_B) ? FIRST.computeIfAbsent(asking.token(), t -> own) : own;
    }

    private Optional<String> behalf(Asking asking, Source source, String token, Calls calls) throws SourceFault {
        var mandate = asking.mandate().orElseThrow();
        if (breaks(Fault.MINA_031_A)) {
            return Optional.of(mandate.id());
        }
        var response = calls.toSource(search(asking, mandate, source, token));
        expectStatus(response);
        Optional<String> found = parsed(response)
                .path("items")
                .valueStream()
                .filter(item -> isReadable(item) || breaks(Fault.MINA_031_B))
                .map(item -> item.path("id").asString(""))
                .findFirst();
        if (found.isEmpty() && !breaks(Fault.MINA_031_D)) {
            throw SourceFault.of(breaks(Fault.MINA_031_E) ? State.FAILED : State.DENIED);
        }
        return breaks(Fault.MINA_031_C) ? Optional.empty() : found;
    }

    private HttpRequest.Builder search(Asking asking, Mandate mandate, Source source, String token) {
        boolean turned = breaks(Fault.MINA_031_F);
        var body = Json.object();
        body.putObject("represented")
                .put("scheme", turned ? asking.caller().scheme() : mandate.scheme())
                .put("value", turned ? asking.caller().number() : mandate.value());
        String query = breaks(Fault.MINA_026_E) ? "?represented=" + mandate.value() : "";
        return request(source.url() + "/me/representations/searches" + query, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    private static boolean isReadable(JsonNode item) {
        return item.path("rights")
                .valueStream()
                .anyMatch(right -> right.asString("").equals("read"));
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private void expectStatus(HttpResponse<byte[]> response) throws SourceFault {
        int status = response.statusCode();
        boolean denied = (status == 401 && !breaks(Fault.MINA_022_B))
                || (status == 403 && !breaks(Fault.MINA_022_A))
                || (status == 404 && breaks(Fault.MINA_020_H));
        if (denied) {
            throw SourceFault.of(State.DENIED);
        }
        boolean loose = (status == 206 || status == 404) && breaks(Fault.MINA_020_A);
        if (status != 200 && !loose) {
            throw SourceFault.of(State.FAILED);
        }
    }

    private JsonNode parsed(HttpResponse<byte[]> response) throws SourceFault {
        try {
            return Json.parse(response.body());
        } catch (Fail unreadable) {
            if (breaks(Fault.MINA_020_D)) {
                return Json.read("{\"items\":[],\"page\":1,\"limit\":100}");
            }
            throw SourceFault.of(State.FAILED);
        }
    }

    private static boolean hasMore(HttpResponse<byte[]> response) {
        return response.headers().allValues("Link").stream().anyMatch(link -> link.contains("rel=\"next\""));
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
