package se.ryggrad.core.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import se.ryggrad.core.http.BoundedCalls;

/** Fetches a key set over HTTP, within a deadline and a limit of size. */
final class JwksFetch {

    private static final int MOST_BYTES = 256 * 1024;

    private final BoundedCalls calls;

    JwksFetch(Duration deadline) {
        this.calls = new BoundedCalls(deadline, MOST_BYTES);
    }

    JWKSet fetch(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        BoundedCalls.Answered answer = calls.send(request);
        if (answer.status() != 200) {
            throw new IOException("the key set was answered with " + answer.status());
        }
        try {
            return JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ParseException broken) {
            throw new IOException("the key set could not be read", broken);
        }
    }
}
