package se.ryggrad.core.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Makes calls over HTTP: no redirects, a deadline to the last byte, a limit of size. Thread-safe. */
public final class BoundedCalls {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration deadline;
    private final int mostBytes;

    /**
     * Creates calls that are all bounded alike.
     *
     * @param deadline how long a call may take, from its beginning to the last byte of the answer
     * @param mostBytes the most octets of an answer
     */
    public BoundedCalls(Duration deadline, int mostBytes) {
        this.deadline = deadline;
        this.mostBytes = mostBytes;
    }

    /**
     * Sends {@code request} and reads the answer whole, whatever its status.
     *
     * @throws IOException when it is not whole in time, too large, or nobody is there; says nothing of the content
     */
    public Answered send(HttpRequest request) throws IOException {
        return send(request, deadline);
    }

    /**
     * Sends {@code request} and reads the answer whole, within what is left of the deadline.
     *
     * @throws IOException as {@link #send(HttpRequest)} does
     */
    public Answered send(HttpRequest request, Duration left) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return send(request, left, body, collect(body));
    }

    /**
     * Sends {@code request} and reads the answer, of which it drops what is beyond the limit of size: for a caller to whom
     * the status says most.
     *
     * @throws IOException when it is not whole in time, or nobody is there; says nothing of the content
     */
    public Answered sendCutting(HttpRequest request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return send(request, deadline, body, chunk -> {
            byte[] octets = chunk.orElse(new byte[0]);
            body.write(octets, 0, Math.min(octets.length, mostBytes - body.size()));
        });
    }

    private Answered send(
            HttpRequest request, Duration left, ByteArrayOutputStream body, Consumer<Optional<byte[]>> collect)
            throws IOException {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArrayConsumer(collect));
        try {
            HttpResponse<Void> whole = answer.get(left.toMillis(), TimeUnit.MILLISECONDS);
            return new Answered(whole.statusCode(), whole.headers(), body);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("not answered in time", late);
        } catch (ExecutionException broken) {
            throw new IOException("not answered whole", broken);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private Consumer<Optional<byte[]>> collect(ByteArrayOutputStream body) {
        return chunk -> {
            byte[] octets = chunk.orElse(new byte[0]);
            if (body.size() + octets.length > mostBytes) {
                throw new IllegalStateException("the answer is too large");
            }
            body.writeBytes(octets);
        };
    }

    /** Is an answer, whole. */
    public static final class Answered {

        private final int status;
        private final HttpHeaders headers;
        private final ByteArrayOutputStream body;

        private Answered(int status, HttpHeaders headers, ByteArrayOutputStream body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** Returns the status. */
        public int status() {
            return status;
        }

        /** Returns the headers. */
        public HttpHeaders headers() {
            return headers;
        }

        /** Returns the body. */
        public byte[] body() {
            return body.toByteArray();
        }
    }
}
