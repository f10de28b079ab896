package se.ryggrad.conformance.twin.mandates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Trace;
import se.ryggrad.conformance.twin.identity.Caller;
import tools.jackson.databind.JsonNode;

/** Asks the registries whom somebody may represent. */
final class RegistryClient {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final TwinSettings settings;

    RegistryClient(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns what those registries say that know the people of the person's issuer, or ends with 503. */
    List<JsonNode> ask(Caller person, Trace trace) {
        var entries = new ArrayList<JsonNode>();
        try {
            for (var registry : settings.registries()) {
                if (registry.issuers().contains(person.issuer())) {
                    boolean following = settings.breaks(Fault.ID_051_D);
                    byte[] answer = RegistryPost.answer(request(registry.url(), person, trace), DEADLINE, following);
                    entries.addAll(RegistryAnswer.read(answer, settings));
                }
            }
            return entries;
        } catch (IOException e) {
            throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
        }
    }

    private HttpRequest.Builder request(String registry, Caller person, Trace trace) {
        String scheme = settings.breaks(Fault.ID_054_C) ? "personnummer" : person.scheme();
        var body = Json.object();
        body.putObject("representative").put("scheme", scheme).put("value", person.number());
        boolean get = settings.breaks(Fault.ID_054_A);
        String address = registry + "/representations/searches";
        var request = HttpRequest.newBuilder(URI.create(get ? address + "?value=" + person.number() : address))
                .header("Content-Type", "application/json");
        if (settings.breaks(Fault.ID_054_B)) {
            request.header("X-Correlation", "search-" + person.number());
        }
        if (!settings.breaks(Fault.ID_054_D)) {
            request.header("traceparent", trace.header());
        }
        return get ? request.GET() : request.POST(BodyPublishers.ofByteArray(Json.bytes(body)));
    }
}
