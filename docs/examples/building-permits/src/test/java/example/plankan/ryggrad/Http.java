package example.plankan.ryggrad;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonTree;

/** Calls the contract, as somebody with a token, and Plankan, as an officer of its own. */
final class Http {

    private static final String BASE = System.getProperty("target");
    private static final String PLANKAN = System.getProperty("plankan");
    private static final String ANLU =
            "Basic " + Base64.getEncoder().encodeToString("ANLU:prov".getBytes(StandardCharsets.UTF_8));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Reads from the contract. */
    JsonTree.ObjectNode get(String token, String path) throws IOException, InterruptedException {
        return json(send(request(token, path).GET()));
    }

    /** Sends JSON to the contract. */
    HttpResponse<String> post(String token, String path, Optional<String> seen, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(token, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        seen.ifPresent(tag -> request.header("If-Match", tag));
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    /** Acts on a case as it is shown now. */
    HttpResponse<String> act(String token, String id, String body) throws IOException, InterruptedException {
        Optional<String> tag =
                send(request(token, "/cases/" + id).GET()).headers().firstValue("ETag");
        return post(token, "/cases/" + id + "/actions", tag, body);
    }

    /** Uploads a site plan and returns its id. */
    String upload(String token) throws IOException, InterruptedException, NoSuchAlgorithmException {
        byte[] plan = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(plan);
        return json(send(request(token, "/documents")
                        .header("Content-Type", "application/pdf")
                        .header(
                                "Content-Digest",
                                "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArray(plan))))
                .text("id")
                .orElseThrow();
    }

    /** Reads from Plankan. */
    JsonTree.ObjectNode akt(String diarienr) throws IOException, InterruptedException {
        return json(send(plankan(diarienr, "").GET()));
    }

    /** Tells Plankan who answers for the controls. */
    int kontrollansvarig(String diarienr, String namn) throws IOException, InterruptedException {
        return send(plankan(diarienr, "/kontrollansvarig")
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .PUT(BodyPublishers.ofString(namn)))
                .statusCode();
    }

    /** Lists Plankan's ärenden. */
    String lista() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(PLANKAN)).header("Authorization", ANLU))
                .body();
    }

    /** Returns the JSON of an answer, which is to be good. */
    static JsonTree.ObjectNode json(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer + ": " + answer.body());
        }
        return JsonTree.parse(new JsonText(answer.body())).asObject().orElseThrow();
    }

    private static HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(BASE + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder plankan(String diarienr, String path) {
        return HttpRequest.newBuilder(URI.create(PLANKAN + "/" + diarienr.replace(" ", "%20") + path))
                .header("Authorization", ANLU);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
