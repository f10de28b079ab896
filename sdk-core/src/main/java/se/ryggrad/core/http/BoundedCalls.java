package se.ryggrad.core.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Makes calls over HTTP: no redirects, a deadline to the last byte, a limit of size. Thread-safe. */
public final class BoundedCalls {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Pattern JSON_IN_UTF8 = Pattern.compile("application/json( *; *charset *= *\"?utf-8\"?)?");

    /**
     * Make the calls that somebody waits for. A call that the JDK makes by itself ends, on a machine of two processors, in a
     * thread started for it alone, which costs more than the call.
     */
    private static final ExecutorService CALLERS = Executors.newCachedThreadPool(BoundedCalls::thread);

    private final HttpClient client;
    private final Duration deadline;
    private final int mostBytes;

    /**
     * Creates calls that are all bounded alike.
     *
     * @param deadline how long a call may take, from its beginning to the last byte of the answer
     * @param mostBytes the most octets of an answer
     */
    public BoundedCalls(Duration deadline, int mostBytes) {
        this(deadline, mostBytes, bounded().build());
    }

    /**
     * Creates calls of which many are under way at a time.
     *
     * @param executor does what is to be done when something comes, and may have few threads: a call that waits takes none
     */
    public BoundedCalls(Duration deadline, int mostBytes, Executor executor) {
        this(deadline, mostBytes, bounded().executor(executor).build());
    }

    private BoundedCalls(Duration deadline, int mostBytes, HttpClient client) {
        this.client = client;
        this.deadline = deadline;
        this.mostBytes = mostBytes;
    }

    private static Thread thread(Runnable calls) {
        Thread thread = new Thread(calls, "ryggrad-call");
        thread.setDaemon(true);
        return thread;
    }

    private static HttpClient.Builder bounded() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
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
        return answered(await(request, HttpResponse.BodyHandlers.ofByteArrayConsumer(collect(body)), left), body);
    }

    /**
     * Sends {@code request} and reads the answer, of which it drops what is beyond the limit of size: for a caller to whom
     * the status says most. An answer that breaks off, or is not whole in time, is returned without its body, and not {@linkplain
     * Answered#whole() whole}.
     *
     * @throws IOException when not even status and headers come in time, or nobody is there; says nothing of the content
     */
    public Answered sendCutting(HttpRequest request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse.ResponseInfo> head = new CompletableFuture<>();
        HttpResponse.BodyHandler<Void> reading = info -> {
            head.complete(info);
            return HttpResponse.BodySubscribers.ofByteArrayConsumer(cut(body));
        };
        try {
            return answered(await(request, reading, deadline), body);
        } catch (IOException broken) {
            if (!head.isDone()) {
                throw broken;
            }
            HttpResponse.ResponseInfo known = head.join();
            return new Answered(known.statusCode(), known.headers(), new ByteArrayOutputStream(), false);
        }
    }

    /**
     * Sends {@code request} and writes the body of an answer of 200 to {@code target} as it comes; any other answer is read whole.
     *
     * @param mostWritten the most octets that are written
     * @throws IOException as {@link #send(HttpRequest)} does; part of an answer may be written then
     */
    public Answered sendInto(OutputStream target, long mostWritten, HttpRequest request, Duration left)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Consumer<Optional<byte[]>> writing = pour(target, mostWritten);
        HttpResponse.BodyHandler<Void> reading = info ->
                HttpResponse.BodySubscribers.ofByteArrayConsumer(info.statusCode() == 200 ? writing : collect(body));
        return answered(await(request, reading, left), body);
    }

    /** Waits beside the call, since a look-up of the host's address has no deadline of its own. */
    private HttpResponse<Void> await(HttpRequest request, HttpResponse.BodyHandler<Void> reading, Duration left)
            throws IOException {
        Future<HttpResponse<Void>> call = CALLERS.submit(() -> client.send(request, reading));
        try {
            return call.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new IOException("not answered in time", late);
        } catch (ExecutionException broken) {
            throw new IOException("not answered whole", broken);
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static Answered answered(HttpResponse<Void> whole, ByteArrayOutputStream body) {
        return new Answered(whole.statusCode(), whole.headers(), body, true);
    }

    /** Begins to send {@code request} and returns at once; no thread waits for the answer, whatever its status. */
    public Call begin(HttpRequest request) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return new Call(client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArrayConsumer(collect(body))), body);
    }

    /**
     * Returns whether a call broke because the connection, kept from an earlier one, had ended before the request was heard. The
     * JDK repeats a GET then, and leaves it to whoever sends something else.
     */
    public static boolean unheard(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("received no bytes")) {
                return true;
            }
        }
        return false;
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

    private static Consumer<Optional<byte[]>> pour(OutputStream target, long most) {
        AtomicLong room = new AtomicLong(most);
        return chunk -> {
            byte[] octets = chunk.orElse(new byte[0]);
            if (room.addAndGet(-octets.length) < 0) {
                throw new IllegalStateException("the answer is too large");
            }
            try {
                target.write(octets);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        };
    }

    private Consumer<Optional<byte[]>> cut(ByteArrayOutputStream body) {
        return chunk -> {
            byte[] octets = chunk.orElse(new byte[0]);
            body.write(octets, 0, Math.min(octets.length, mostBytes - body.size()));
        };
    }

    /** Is a call under way. */
    public static final class Call {

        private final CompletableFuture<HttpResponse<Void>> call;
        private final CompletableFuture<Answered> answer;

        private Call(CompletableFuture<HttpResponse<Void>> call, ByteArrayOutputStream body) {
            this.call = call;
            this.answer = call.thenApply(whole -> answered(whole, body));
        }

        /** Returns the answer when it is whole, or why there is none. */
        public CompletableFuture<Answered> answer() {
            return answer;
        }

        /** Stops waiting, and closes the connection. */
        public void cancel() {
            call.cancel(true);
        }
    }

    /** Is an answer, whole unless it was asked for otherwise. */
    public static final class Answered {

        private final int status;
        private final HttpHeaders headers;
        private final ByteArrayOutputStream body;
        private final boolean whole;

        private Answered(int status, HttpHeaders headers, ByteArrayOutputStream body, boolean whole) {
            this.status = status;
            this.headers = headers;
            this.body = body;
            this.whole = whole;
        }

        /** Returns whether it came to its end. */
        public boolean whole() {
            return whole;
        }

        /** Returns the status. */
        public int status() {
            return status;
        }

        /** Returns whether the answer says that it is JSON in UTF-8, not packed in any way. */
        public boolean json() {
            return headers.firstValue("Content-Encoding").isEmpty()
                    && headers.firstValue("Content-Type")
                            .map(text -> text.strip().toLowerCase(Locale.ROOT))
                            .filter(text -> JSON_IN_UTF8.matcher(text).matches())
                            .isPresent();
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
