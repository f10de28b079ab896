package se.ryggrad.conformance.twin.portal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Sends requests whose answers must be whole at one moment. */
final class Calls {

    private static final HttpClient STAYING = client(Redirect.NEVER);
    private static final HttpClient FOLLOWING = client(Redirect.ALWAYS);

    private final TwinSettings settings;
    private final long end;

    /** Creates calls that end at a moment on the clock of {@link System#nanoTime()}. */
    Calls(TwinSettings settings, long end) {
        this.settings = settings;
        this.end = end;
    }

    private static HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirect)
                .build();
    }

    HttpResponse<byte[]> toIssuer(HttpRequest.Builder request) throws SourceFault {
        long until = settings.breaks(Fault.MINA_018_C) ? end + TimeUnit.SECONDS.toNanos(2) : end;
        return sent(request, settings.breaks(Fault.MINA_021_B), until);
    }

    HttpResponse<byte[]> toSource(HttpRequest.Builder request) throws SourceFault {
        long until = settings.breaks(Fault.MINA_018_A) ? end + TimeUnit.SECONDS.toNanos(2) : end;
        return sent(request, settings.breaks(Fault.MINA_021_A), until);
    }

    private HttpResponse<byte[]> sent(HttpRequest.Builder request, boolean following, long until) throws SourceFault {
        var client = following ? FOLLOWING : STAYING;
        var body = new Body(settings);
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), info -> body.begin(info));
        try {
            return answered(answer, body, until);
        } catch (TimeoutException e) {
            throw SourceFault.of(State.TIMEOUT);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                throw SourceFault.of(State.FAILED);
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceFault.of(State.TIMEOUT);
        } finally {
            answer.cancel(true);
        }
    }

    /** A broken twin goes on to listen as long as something comes. */
    private HttpResponse<byte[]> answered(CompletableFuture<HttpResponse<byte[]>> answer, Body body, long until)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (body.hasBegun() && settings.breaks(Fault.MINA_018_B)) {
                return answer.get(2, TimeUnit.SECONDS);
            }
            throw e;
        }
    }
}
