package se.ryggrad.conformance.checks.documents;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.NotObserved;

/** Sends a document of any size without holding it. */
final class LargeUpload {

    private final URI base;
    private final Credential actor;

    LargeUpload(URI base, Credential actor) {
        this.base = base;
        this.actor = actor;
    }

    /** Sends that many zeros and returns the status of the answer, which may come before the last of them. */
    int send(long size) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/documents"))
                .timeout(Duration.ofSeconds(30))
                .expectContinue(true)
                .header("Authorization", "Bearer " + actor.bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/pdf")
                .header("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(size)), size))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException fault) {
            Finding finding = Finding.of("an answer to " + size + " octets", "none: " + fault.getMessage());
            throw (NotObserved) new NotObserved(finding, Blame.NETWORK).initCause(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Gives zeros until there have been enough. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + given, (byte) 0);
            left -= given;
            return given;
        }
    }
}
