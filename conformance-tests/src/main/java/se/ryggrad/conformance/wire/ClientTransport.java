package se.ryggrad.conformance.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends through the JDK's client: HTTP/1.1, connections kept, no redirects followed. Safe for many threads. */
public final class ClientTransport implements Transport {

    private final HttpClient client;
    private final Duration timeout;

    /** Creates a transport that gives up on an answer after the given time. */
    public ClientTransport(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Received send(Sent request) throws IOException {
        try {
            return received(client.send(translated(request), BodyHandlers.ofByteArray()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(interrupted);
        }
    }

    private HttpRequest translated(Sent request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout);
        request.headers().forEach(h -> builder.header(h.name(), h.value()));
        boolean empty = request.body().size() == 0;
        return builder.method(
                        request.method(),
                        empty
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body().bytes()))
                .build();
    }

    private static Received received(HttpResponse<byte[]> response) {
        List<Header> headers = new ArrayList<>();
        response.headers().map().forEach((name, values) -> values.forEach(v -> headers.add(new Header(name, v))));
        return new Received(response.statusCode(), headers, Octets.of(response.body()));
    }
}
