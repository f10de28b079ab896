package se.ryggrad.conformance.twin.protection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Trace;
import se.ryggrad.conformance.twin.mandates.RegistryPost;

/** Asks a registry whose personal data is protected. */
final class PersonsClient {

    /** The most persons of a question. */
    static final int AT_ONCE = 100;

    /** As almost every request asks, an answer may take so long that a busy machine is no silent registry. */
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final TwinSettings settings;

    PersonsClient(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns the protections that a registry names, or fails when it does not answer. */
    Map<Identity, String> ask(String registry, List<Identity> persons, Trace trace) throws IOException {
        var found = new HashMap<Identity, String>();
        for (int from = 0; from < persons.size(); from += AT_ONCE) {
            var some = persons.subList(from, Math.min(from + AT_ONCE, persons.size()));
            byte[] answer = RegistryPost.answer(request(registry, some, trace), DEADLINE, false);
            found.putAll(PersonsAnswer.read(answer, settings));
        }
        return found;
    }

    private static HttpRequest.Builder request(String registry, List<Identity> persons, Trace trace) {
        var body = Json.object();
        var list = body.putArray("persons");
        persons.forEach(p -> list.addObject().put("scheme", p.scheme()).put("value", p.value()));
        return HttpRequest.newBuilder(URI.create(registry + "/persons/searches"))
                .header("Content-Type", "application/json")
                .header("traceparent", trace.header())
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
    }
}
