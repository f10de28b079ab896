package se.ryggrad.conformance.twin.agreeing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Registry;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Trace;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.mandates.RegistryPost;
import se.ryggrad.conformance.twin.protection.Identity;

/** Asks the registries who represents somebody. */
public final class RepresentativesClient {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final TwinSettings settings;

    /** Asks the registries of the settings. */
    public RepresentativesClient(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns whom all registries name that know the people of the caller's issuer. */
    public Named ask(Caller caller, Collection<Identity> represented, Trace trace) {
        var registries = settings.registries().stream()
                .filter(r -> r.issuers().contains(caller.issuer()))
                .toList();
        var found = new HashMap<Identity, List<Representative>>();
        for (var one : represented) {
            named(registries, one, trace).ifPresent(all -> found.put(one, all));
        }
        return new Named(found);
    }

    private Optional<List<Representative>> named(List<Registry> registries, Identity represented, Trace trace) {
        var all = new ArrayList<Representative>();
        try {
            for (var registry : registries) {
                byte[] answer = RegistryPost.answer(request(registry.url(), represented, trace), DEADLINE, false);
                all.addAll(RepresentativesAnswer.read(answer));
            }
        } catch (IOException silent) {
            return Optional.empty();
        }
        return registries.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private HttpRequest.Builder request(String registry, Identity represented, Trace trace) {
        var body = Json.object();
        body.putObject("represented").put("scheme", represented.scheme()).put("value", represented.value());
        boolean shown = settings.breaks(Fault.ID_070_D);
        String address = registry + "/representatives/searches" + (shown ? "?about=" + represented.value() : "");
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("traceparent", trace.header())
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
    }
}
