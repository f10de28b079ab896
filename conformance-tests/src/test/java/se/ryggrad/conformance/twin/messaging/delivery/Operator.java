package se.ryggrad.conformance.twin.messaging.delivery;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Calls whoever delivers by a channel. */
final class Operator {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int MOST = 65_536;
    private static final String TOKEN = "suite-channel-token";
    private static final HttpClient STAYING = client(Redirect.NEVER);
    private static final HttpClient FOLLOWING = client(Redirect.ALWAYS);

    private final TwinSettings settings;

    Operator(TwinSettings settings) {
        this.settings = settings;
    }

    private static HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirect)
                .executor(Threads.calls())
                .build();
    }

    /** A status, the pause it asks for, and the text that came with it where it is read. */
    record Said(int status, Duration pause, String body) {}

    /** Returns what a channel says to a question, or nothing when it is silent. */
    Optional<Said> post(Channel channel, String path, ObjectNode body) {
        try {
            return Optional.of(said(request(channel, path, body)));
        } catch (IOException | TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest request(Channel channel, String path, ObjectNode body) {
        var recipient = body.path("recipient");
        String number = recipient.path("identity").path("value").asString("");
        String phone = recipient.path("phone").asString("");
        boolean searched = !number.isEmpty() && settings.breaks(Fault.MSG_022_A);
        boolean called = !phone.isEmpty() && settings.breaks(Fault.MSG_022_C);
        String query = (searched ? "?recipient=" + number : "") + (called ? "?phone=" + phone.substring(1) : "");
        var request = HttpRequest.newBuilder(URI.create(channel.url() + path + query))
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + TOKEN);
        if (!number.isEmpty() && settings.breaks(Fault.MSG_022_B)) {
            request.header("X-Recipient", number);
        }
        return request.POST(BodyPublishers.ofByteArray(Json.bytes(body))).build();
    }

    private Said said(HttpRequest request)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        var client = settings.breaks(Fault.MSG_023_A) ? FOLLOWING : STAYING;
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            boolean read = request.uri().getPath().endsWith("/reachability") || response.statusCode() >= 400;
            var reading = CompletableFuture.supplyAsync(() -> read ? text(in) : "", Threads.calls());
            String body = reading.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return new Said(response.statusCode(), pause(response), body);
        }
    }

    private static String text(InputStream in) {
        try {
            byte[] octets = in.readNBytes(MOST + 1);
            return octets.length > MOST ? "" : new String(octets, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what Retry-After asks for: seconds, an hour at most. */
    private static Duration pause(HttpResponse<?> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("").strip();
        boolean whole = seconds.matches("[0-9]{1,9}");
        return Duration.ofSeconds(whole ? Math.min(3600, Integer.parseInt(seconds)) : 0);
    }
}
