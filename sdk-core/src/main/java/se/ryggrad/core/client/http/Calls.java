package se.ryggrad.core.client.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.http.ContentDigest;
import se.ryggrad.core.text.Wording;

/**
 * Calls another system until it answers, as long as its patience lasts. Redirects are not followed: a token goes nowhere but to
 * the system. Thread-safe.
 */
public final class Calls {

    private static final int MOST_BYTES = 16_777_216;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final RemoteSystem system;
    private final TokenSource tokens;
    private final BoundedCalls calls;

    /** Creates the calls of {@code system}, where callers are known by {@code tokens}. */
    public Calls(RemoteSystem system, TokenSource tokens) {
        this.system = system;
        this.tokens = tokens;
        this.calls = new BoundedCalls(system.patience().deadline(), MOST_BYTES);
    }

    /**
     * Asks, and returns an answer of success.
     *
     * @throws RyggradException the problem that the system answers, {@code unavailable} when it does not answer whole and in time,
     *     {@code not-authenticated} when there is no token
     */
    public Reply send(Ask ask) {
        return send(ask, calls::send);
    }

    /**
     * Asks for octets and writes them to {@code target}, from its beginning at each try.
     *
     * @param most the most octets that are written
     * @throws RyggradException as {@link #send(Ask)} does
     * @throws UncheckedIOException when the file cannot be opened
     */
    public Reply receive(Ask ask, Path target, long most) {
        return send(ask, (request, left) -> {
            try (OutputStream file = opened(target)) {
                return calls.sendInto(file, most, request, left);
            }
        });
    }

    private Reply send(Ask ask, Sending sending) {
        HttpRequest request = request(ask);
        Tries tries = new Tries(system.patience());
        Reply reply = reply(request, sending, tries);
        while (!reply.succeeded() && tries.again(reply)) {
            reply = reply(request, sending, tries);
        }
        if (!reply.succeeded()) {
            throw ProblemReader.of(reply);
        }
        return reply;
    }

    /** Returns the next answer; tries without one count as well. */
    private static Reply reply(HttpRequest request, Sending sending, Tries tries) {
        while (true) {
            try {
                return new Reply(sending.send(request, tries.left()));
            } catch (IOException broken) {
                if (!tries.again()) {
                    throw RyggradException.of(ProblemType.UNAVAILABLE, Wording.text("problem.unanswered"), broken);
                }
            }
        }
    }

    private static OutputStream opened(Path target) {
        try {
            return Files.newOutputStream(target);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private HttpRequest request(Ask ask) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.url() + ask.path()))
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", system.language().tag());
        token(ask.caller()).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        ask.caller()
                .representation()
                .ifPresent(by -> request.header("On-Behalf-Of", by.id().toString()));
        Optional.of(ask.caller().traceparent())
                .filter(trace -> TRACE.matcher(trace).matches())
                .ifPresent(trace -> request.header("traceparent", trace));
        ask.key().ifPresent(key -> request.header("Idempotency-Key", key.value().toString()));
        ask.ifMatch().ifPresent(tag -> request.header("If-Match", tag));
        ask.content().ifPresent(content -> {
            request.header("Content-Type", content.mediaType()).POST(content.octets());
            content.digest().ifPresent(digest -> request.header(ContentDigest.HEADER, digest));
        });
        return request.build();
    }

    private Optional<String> token(Caller caller) {
        if (!caller.principal().equals(system.principal())) {
            throw new IllegalArgumentException(
                    "this client speaks to " + system.principal().value() + ", not to "
                            + caller.principal().value());
        }
        if (caller.actor() instanceof Actor.Anonymous) {
            return Optional.empty();
        }
        String token = tokens.token(caller)
                .orElseThrow(
                        () -> RyggradException.of(ProblemType.NOT_AUTHENTICATED, Wording.text("problem.no-token")));
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("the source of tokens gave what is no bearer token");
        }
        return Optional.of(token);
    }

    /** Is how a request is sent once, within what is left of the deadline. */
    @FunctionalInterface
    private interface Sending {

        BoundedCalls.Answered send(HttpRequest request, Duration left) throws IOException;
    }
}
