package se.ryggrad.conformance.twin.webhooks.sending;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.messaging.delivery.Threads;

/** Calls receivers. */
final class ReceiverClient {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration HASTY = Duration.ofSeconds(2);
    private static final int MOST = 4096;
    private static final int MUCH = 1_000_000;
    private static final HttpClient STAYING = client(Redirect.NEVER);
    private static final HttpClient FOLLOWING = client(Redirect.ALWAYS);

    private final TwinSettings settings;

    ReceiverClient(TwinSettings settings) {
        this.settings = settings;
    }

    private static HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirect)
                .executor(Threads.calls())
                .build();
    }

    /** A status, 0 where there was no answer, and what came with it. */
    record Said(int status, String body) {

        static final Said NOTHING = new Said(0, "");

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    private Duration deadline() {
        if (settings.breaks(Fault.EVT_024_J)) {
            return HASTY;
        }
        return settings.breaks(Fault.EVT_024_G) ? PATIENT : DEADLINE;
    }

    /** Begins a call, and tells later what was said. */
    CompletableFuture<Said> post(String url, String type, Map<String, String> headers, byte[] body) {
        boolean challenge = type.equals("application/json");
        if (settings.origins().stream().noneMatch(origin -> url.startsWith(origin + "/"))) {
            // A twin that takes an address by mistake calls nobody outside the suite all the same.
            return CompletableFuture.completedFuture(Said.NOTHING);
        }
        var deadline = challenge ? DEADLINE : deadline();
        boolean plain = settings.breaks(Fault.EVT_022_A);
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(deadline)
                .header("Content-Type", plain ? "application/json" : type);
        if (!challenge || !settings.breaks(Fault.EVT_020_F)) {
            headers.forEach(request::header);
        }
        boolean follows = settings.breaks(challenge ? Fault.EVT_026_B : Fault.EVT_026_A);
        return (follows ? FOLLOWING : STAYING)
                .sendAsync(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> said(response, challenge), Threads.calls())
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(fault -> Said.NOTHING);
    }

    /** Reads what answers a challenge; of another answer the status is enough. */
    private Said said(HttpResponse<InputStream> response, boolean challenge) {
        try (var body = response.body()) {
            int most = settings.breaks(Fault.EVT_015_G) ? MUCH : MOST;
            boolean read = challenge || settings.breaks(Fault.EVT_024_L);
            byte[] octets = read ? body.readNBytes(most + 1) : new byte[0];
            String text = octets.length > most ? "" : new String(octets, StandardCharsets.UTF_8);
            return new Said(response.statusCode(), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
