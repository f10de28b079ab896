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

/** Speaks the contract to a running server as one person, one officer and one system of Piteå. */
public final class Api {
    /** A test number of Skatteverket. */
    public static final String ALVA = "199001012385";

    /** A submission to the plain service of the conformance suite. */
    public static final String PLAIN =
            "{\"service\":{\"id\":\"conformance-plain\"},\"form\":{\"subject\":\"Prov\"},\"documents\":[],\"parties\":[]}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String person;
    private final String officer;
    private final String system;

    Api(ServerProcess server, Path dataDirectory) {
        base = server.uri("/ryggrad/2581/v1");
        TestTokens tokens = TestTokens.from(dataDirectory);
        person = tokens.person(base.toString(), ALVA);
        officer = tokens.officer(
                base.toString(), "2120002759", "case-officer@conformance-a", "unit:unit-a@conformance-a");
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

    /** Writes a message in the case at {@code location} under {@code key}. */
    HttpResponse<String> message(String location, UUID key) throws IOException {
        return act(at(location, "/actions", person), key, "{\"action\":\"message\",\"text\":\"När?\"}");
    }

    /** Lets the officer take the case at {@code location} under {@code key}, who has seen it at {@code tag}. */
    HttpResponse<String> assign(String location, UUID key, String tag) throws IOException {
        return act(at(location, "/actions", officer).header("If-Match", tag), key, "{\"action\":\"assign\"}");
    }

    /** Reads a case by its address. */
    HttpResponse<String> read(String location) throws IOException {
        return send(at(location, "", person).build());
    }

    /** Reads a case by its address as the officer. */
    HttpResponse<String> readAsOfficer(String location) throws IOException {
        return send(at(location, "", officer).build());
    }

    /** Reads below the base URL as the person. */
    HttpResponse<String> get(String path) throws IOException {
        return send(request(path, person).build());
    }

    /** Reads below the base URL as the system. */
    HttpResponse<String> getAsSystem(String path) throws IOException {
        return send(request(path, system).build());
    }

    private HttpResponse<String> act(HttpRequest.Builder request, UUID key, String json) throws IOException {
        return send(request.header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return as(token, URI.create(base + path));
    }

    private HttpRequest.Builder at(String location, String below, String token) {
        return as(token, base.resolve(URI.create(location).getRawPath() + below));
    }

    private static HttpRequest.Builder as(String token, URI address) {
        return HttpRequest.newBuilder(address)
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
