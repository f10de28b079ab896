package se.ryggrad.core.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Fetches a key set over HTTP: no redirects, a deadline to the last byte, a limit of size. */
final class JwksFetch {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration deadline;

    JwksFetch(Duration deadline) {
        this.deadline = deadline;
    }

    JWKSet fetch(URI address) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArrayConsumer(collect(body)));
        try {
            int status = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status != 200) {
                throw new IOException("the key set was answered with " + status);
            }
            return JWKSet.parse(body.toString(StandardCharsets.UTF_8));
        } catch (TimeoutException | ExecutionException | ParseException broken) {
            answer.cancel(true);
            throw new IOException("the key set could not be read", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static Consumer<Optional<byte[]>> collect(ByteArrayOutputStream body) {
        return chunk -> {
            byte[] octets = chunk.orElse(new byte[0]);
            if (body.size() + octets.length > MOST_BYTES) {
                throw new IllegalStateException("the key set is too large");
            }
            body.writeBytes(octets);
        };
    }
}
