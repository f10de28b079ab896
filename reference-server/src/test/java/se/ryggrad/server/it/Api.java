package se.ryggrad.server.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Speaks the contract to a running server as one person and one system of Piteå. */
final class Api {
    /** A test number of Skatteverket. */
    static final String ALVA = "199001012385";

    private static final String PLAIN =
            "{\"service\":{\"id\":\"conformance-plain\"},\"form\":{\"subject\":\"Prov\"},\"documents\":[],\"parties\":[]}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String person;
    private final String system;

    Api(ServerProcess server, Path dataDirectory) {
        base = server.uri("/ryggrad/2581/v1");
        TestTokens tokens = TestTokens.from(dataDirectory);
        person = tokens.person(base.toString(), ALVA);
        system = tokens.system(base.toString(), List.of("events:read", "cases:read"));
    }

    /** Creates a case under {@code key}. */
    HttpResponse<String> create(UUID key) throws IOException {
        return send(request("/cases", person)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(PLAIN))
                .build());
    }

    /** Reads a case by its address. */
    HttpResponse<String> read(String location) throws IOException {
        URI address = URI.create(location);
        return send(HttpRequest.newBuilder(base.resolve(address.getRawPath()))
                .header("Authorization", "Bearer " + person)
                .timeout(Duration.ofSeconds(60))
                .build());
    }

    /** Reads below the base URL as the person. */
    HttpResponse<String> get(String path) throws IOException {
        return send(request(path, person).build());
    }

    /** Reads below the base URL as the system. */
    HttpResponse<String> getAsSystem(String path) throws IOException {
        return send(request(path, system).build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
