package se.ryggrad.core.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.RegistryReader;
import se.ryggrad.core.text.Wording;

/**
 * Puts one question to a registry over HTTP, whatever the question is (ID-051, ID-054).
 *
 * <p>Identity numbers stand in the body alone. Whatever is not an answer after the contract, whole and in time, is no
 * answer. At most 32 calls run at a time: a slow registry does not take all threads. Thread-safe.
 */
final class RegistryClient {

    private static final System.Logger LOG = System.getLogger(RegistryClient.class.getName());
    private static final int MOST_CALLS = 32;
    private static final String JSON = "application/json";

    private final RegistryAddress address;
    private final URI searches;
    private final BoundedCalls calls;
    private final Semaphore places = new Semaphore(MOST_CALLS);

    /** Creates a client that asks below {@code path} of {@code address}. */
    RegistryClient(RegistryAddress address, String path) {
        this.address = address;
        this.searches = URI.create(address.url() + path);
        this.calls = new BoundedCalls(address.timeout(), RegistryReader.MOST_BYTES);
    }

    /**
     * Asks, and reads the answer.
     *
     * @param read reads the octets of an answer; nothing when they are not after the contract
     * @throws RyggradException {@code unavailable} when there is no answer
     */
    <T> T ask(JsonTree question, String traceparent, Function<byte[], Optional<T>> read) {
        long begun = System.nanoTime();
        takePlace();
        try {
            Duration left = address.timeout().minusNanos(System.nanoTime() - begun);
            byte[] answer = content(calls.send(request(question, traceparent), left));
            return read.apply(answer).orElseThrow(() -> silent("answers with another content"));
        } catch (IOException broken) {
            throw silent("does not answer whole and in time");
        } finally {
            places.release();
        }
    }

    /** Waits for a place among those who ask, no longer than an answer may take. */
    private void takePlace() {
        try {
            if (!places.tryAcquire(address.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw silent("is asked by too many at once");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw silent("was not asked");
        }
    }

    private HttpRequest request(JsonTree question, String traceparent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(searches)
                .header("Content-Type", JSON)
                .header("Accept", JSON)
                .header("traceparent", traceparent)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JsonOutput.bytes(question)));
        address.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    private byte[] content(BoundedCalls.Answered answer) {
        if (answer.status() != 200) {
            throw silent("answers with " + answer.status());
        }
        if (!answer.json()) {
            throw silent("answers with another media type");
        }
        return answer.body();
    }

    private RyggradException silent(String how) {
        LOG.log(System.Logger.Level.WARNING, "registry {0} {1}", address.name(), how);
        return RyggradException.of(ProblemType.UNAVAILABLE, Wording.text("problem.registry"));
    }
}
