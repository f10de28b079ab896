package se.ryggrad.conformance.twin.mandates;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private static final int MOST = 1024 * 1024;
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final HttpClient STAYING = client(Redirect.NEVER);
    private static final HttpClient FOLLOWING = client(Redirect.ALWAYS);

    private final TwinSettings settings;

    RegistryClient(TwinSettings settings) {
        this.settings = settings;
    }

    private static HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder()
                .connectTimeout(DEADLINE)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirect)
                .build();
    }

    /** Returns what those registries say that know the people of the person's issuer, or ends with 503. */
    List<JsonNode> ask(Caller person, Trace trace) {
        var entries = new ArrayList<JsonNode>();
        try {
            for (var registry : settings.registries()) {
                if (registry.issuers().contains(person.issuer())) {
                    entries.addAll(RegistryAnswer.read(answer(request(registry.url(), person, trace)), settings));
                }
            }
            return entries;
        } catch (IOException | TimeoutException | ExecutionException e) {
            throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
        }
    }

    private HttpRequest request(String registry, Caller person, Trace trace) {
        String scheme = settings.breaks(Fault.ID_054_C) ? "personnummer" : person.scheme();
        var body = Json.object();
        body.putObject("representative").put("scheme", scheme).put("value", person.number());
        boolean get = settings.breaks(Fault.ID_054_A);
        String address = registry + "/representations/searches";
        var request = HttpRequest.newBuilder(URI.create(get ? address + "?value=" + person.number() : address))
                .timeout(DEADLINE)
                .header("Content-Type", "application/json");
        if (settings.breaks(Fault.ID_054_B)) {
            request.header("X-Correlation", "search-" + person.number());
        }
        if (!settings.breaks(Fault.ID_054_D)) {
            request.header("traceparent", trace.header());
        }
        return get
                ? request.GET().build()
                : request.POST(BodyPublishers.ofByteArray(Json.bytes(body))).build();
    }

    private byte[] answer(HttpRequest request)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        var client = settings.breaks(Fault.ID_051_D) ? FOLLOWING : STAYING;
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200 || !isJson(response)) {
                throw new IOException("another answer than the contract's");
            }
            var reading = CompletableFuture.supplyAsync(() -> read(body));
            byte[] octets = reading.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (octets.length > MOST) {
                throw new IOException("more than the contract allows");
            }
            return octets;
        }
    }

    private static boolean isJson(HttpResponse<?> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private static byte[] read(InputStream body) {
        try {
            return body.readNBytes(MOST + 1);
        } catch (IOException e) {
            return "broken off".getBytes(StandardCharsets.UTF_8);
        }
    }
}
