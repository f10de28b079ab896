package se.ryggrad.conformance.twin.mandates;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a question to a registry, and reads an answer that is whole in time and not too large. */
public final class RegistryPost {

    private static final int MOST = 1024 * 1024;
    private static final HttpClient STAYING = client(Redirect.NEVER);
    private static final HttpClient FOLLOWING = client(Redirect.ALWAYS);

    private static final ExecutorService READERS = Executors.newCachedThreadPool(RegistryPost::daemon);

    private RegistryPost() {}

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "twin-registry");
        thread.setDaemon(true);
        return thread;
    }

    private static HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirect)
                .build();
    }

    /** Returns the octets of an answer; whatever else comes, or does not come within the deadline, ends with a fault. */
    public static byte[] answer(HttpRequest.Builder request, Duration deadline, boolean following) throws IOException {
        try {
            return awaited(request.timeout(deadline).build(), deadline, following ? FOLLOWING : STAYING);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static byte[] awaited(HttpRequest request, Duration deadline, HttpClient client)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        long end = System.nanoTime() + deadline.toNanos();
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200 || !isJson(response)) {
                throw new IOException("another answer than the contract's");
            }
            var reading = CompletableFuture.supplyAsync(() -> read(body), READERS);
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
