package se.ryggrad.server.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Sends requests to a principal at a running server as one caller, each write with a key of its own. */
public final class Client {
    private static final String PITEA = "2581";
    private static final String PITEA_NUMBER = "2120002759";
    private static final byte[] DOCUMENT = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Supplier<String> token;
    private final Optional<String> representation;

    private Client(URI base, String token) {
        this(base, () -> token, Optional.empty());
    }

    private Client(URI base, Supplier<String> token, Optional<String> representation) {
        this.base = base;
        this.token = token;
        this.representation = representation;
    }

    /** Returns a person at Piteå. */
    public static Client person(ServerProcess server, Path dataDirectory) {
        return person(server, dataDirectory, PITEA);
    }

    /** Returns the same person at {@code principal}. */
    static Client person(ServerProcess server, Path dataDirectory, String principal) {
        URI base = base(server, principal);
        return new Client(base, TestTokens.from(dataDirectory).person(base.toString(), Api.ALVA));
    }

    /** Returns the person with {@code personnummer} at Piteå. */
    static Client personOf(String personnummer, ServerProcess server, Path dataDirectory) {
        URI base = base(server, PITEA);
        return new Client(base, TestTokens.from(dataDirectory).person(base.toString(), personnummer));
    }

    /** Returns the person with {@code personnummer} at Piteå, whom the issuer calls {@code name}. */
    static Client personCalled(String name, String personnummer, ServerProcess server, Path dataDirectory) {
        URI base = base(server, PITEA);
        return new Client(base, TestTokens.from(dataDirectory).person(base.toString(), personnummer, name));
    }

    /** Returns a portal that asks for the person with {@code personnummer} at Piteå, each time with a new token. */
    static Client portal(String personnummer, ServerProcess server, Path dataDirectory) {
        URI base = base(server, PITEA);
        TestTokens tokens = TestTokens.from(dataDirectory);
        return new Client(base, () -> tokens.portal(base.toString(), personnummer), Optional.empty());
    }

    /** Returns the same caller, who acts for another by the representation with this id. */
    Client by(String id) {
        return new Client(base, token, Optional.of(id));
    }

    /** Returns an officer who registers what comes to tekniska nämnden. */
    static Client registrar(ServerProcess server, Path dataDirectory) {
        return officer(server, dataDirectory, "registrar@tekniska-namnden");
    }

    /** Returns an officer of Piteå in {@code groups}. */
    static Client officer(ServerProcess server, Path dataDirectory, String... groups) {
        return officerOf(PITEA_NUMBER, server, dataDirectory, PITEA, groups);
    }

    /** Returns an officer of Piteå in {@code groups} whose level is too low. */
    static Client lowOfficer(ServerProcess server, Path dataDirectory, String... groups) {
        URI base = base(server, PITEA);
        return new Client(base, TestTokens.from(dataDirectory).lowOfficer(base.toString(), PITEA_NUMBER, groups));
    }

    /** Returns an officer of {@code organisation} in {@code groups} at {@code principal}. */
    static Client officerOf(
            String organisation, ServerProcess server, Path dataDirectory, String principal, String... groups) {
        URI base = base(server, principal);
        return new Client(base, TestTokens.from(dataDirectory).officer(base.toString(), organisation, groups));
    }

    /** Returns the officer of Piteå whom the issuer calls {@code subject}, in {@code groups}. */
    static Client colleague(String subject, ServerProcess server, Path dataDirectory, String... groups) {
        URI base = base(server, PITEA);
        TestTokens tokens = TestTokens.from(dataDirectory);
        return new Client(base, tokens.officer(base.toString(), subject, PITEA_NUMBER, Optional.empty(), groups));
    }

    /** Returns an officer of Piteå in {@code groups} whose token tells their {@code personnummer}. */
    static Client knownOfficer(String personnummer, ServerProcess server, Path dataDirectory, String... groups) {
        URI base = base(server, PITEA);
        TestTokens tokens = TestTokens.from(dataDirectory);
        return new Client(
                base, tokens.officer(base.toString(), "nils", PITEA_NUMBER, Optional.of(personnummer), groups));
    }

    /** Returns the system {@code client} with one scope at Piteå. */
    static Client systemOf(String client, ServerProcess server, Path dataDirectory, String scope) {
        URI base = base(server, PITEA);
        TestTokens tokens = TestTokens.from(dataDirectory);
        return new Client(base, tokens.system(base.toString(), client, List.of(scope)));
    }

    /** Returns somebody at Piteå who is not logged in. */
    static Client nobody(ServerProcess server) {
        return new Client(base(server, PITEA), "");
    }

    /** Returns a system with one scope at Piteå. */
    public static Client system(ServerProcess server, Path dataDirectory, String scope) {
        return system(server, dataDirectory, PITEA, scope);
    }

    /** Returns a system with one scope at {@code principal}. */
    static Client system(ServerProcess server, Path dataDirectory, String principal, String scope) {
        URI base = base(server, principal);
        return new Client(base, TestTokens.from(dataDirectory).system(base.toString(), List.of(scope)));
    }

    /** Returns a caller who shows this one's token at {@code principal}. */
    Client at(ServerProcess server, String principal) {
        return new Client(base(server, principal), token, Optional.empty());
    }

    /** Reads. */
    public HttpResponse<String> get(String path) throws IOException {
        return send(request(path));
    }

    /** Reads a file as it is. */
    HttpResponse<byte[]> download(String path) throws IOException {
        return send(request(path), BodyHandlers.ofByteArray());
    }

    /** Reads parts of a document, each asked for in a header of its own. */
    HttpResponse<String> parts(String path, String... ranges) throws IOException {
        HttpRequest.Builder request = request(path);
        for (String range : ranges) {
            request.header("Range", range);
        }
        return send(request);
    }

    HttpResponse<String> post(String path, String json) throws IOException {
        return send(write(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Replaces what is at {@code path}. */
    HttpResponse<String> put(String path, String json) throws IOException {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Takes away what is at {@code path}. */
    HttpResponse<String> delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    /** Writes under {@code key}. */
    public HttpResponse<String> post(String path, String json, UUID key) throws IOException {
        return send(request(path)
                .header("Idempotency-Key", key.toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Acts on the case at {@code path} as it was when it had {@code tag}. */
    HttpResponse<String> act(String path, String tag, String json) throws IOException {
        return send(write(path + "/actions")
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Acts on the case at {@code path}. */
    HttpResponse<String> act(String path, String json) throws IOException {
        return post(path + "/actions", json);
    }

    /** Uploads a small document. */
    HttpResponse<String> upload() throws IOException {
        return upload("application/pdf", DOCUMENT, DOCUMENT);
    }

    /** Uploads {@code content} with the digest of {@code digested}. */
    HttpResponse<String> upload(String mediaType, byte[] content, byte[] digested) throws IOException {
        return upload(mediaType, BodyPublishers.ofByteArray(content), digested);
    }

    /** Uploads {@code content} without saying how long it is. */
    HttpResponse<String> stream(String mediaType, byte[] content) throws IOException {
        return upload(mediaType, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)), content);
    }

    private HttpResponse<String> upload(String mediaType, BodyPublisher content, byte[] digested) throws IOException {
        return send(write("/documents")
                .header("Content-Type", mediaType)
                .header("Content-Digest", "sha-256=:" + digest(digested) + ":")
                .POST(content));
    }

    private static URI base(ServerProcess server, String principal) {
        return server.uri("/ryggrad/" + principal + "/v1");
    }

    private HttpRequest.Builder write(String path) {
        return request(path).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        String shown = token.get();
        if (!shown.isEmpty()) {
            request.header("Authorization", "Bearer " + shown);
        }
        representation.ifPresent(id -> request.header("On-Behalf-Of", id));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) throws IOException {
        try {
            return http.send(request.build(), body);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static String digest(byte[] octets) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
