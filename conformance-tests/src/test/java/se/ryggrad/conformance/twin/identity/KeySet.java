package se.ryggrad.conformance.twin.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds the public keys of one issuer, fetched again for an unknown key at most once per 10 seconds. */
public final class KeySet {

    private static final Duration COOL_DOWN = Duration.ofSeconds(10);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final URI address;
    private final Clock clock;
    private final boolean eager;
    private final boolean frozen;
    private JWKSet keys = new JWKSet();
    private Instant fetchedAt = Instant.MIN;

    /**
     * Keeps the address; nothing is fetched yet.
     *
     * @param eager whether it fetches without cool-down
     * @param frozen whether it never fetches again
     */
    public KeySet(URI address, Clock clock, boolean eager, boolean frozen) {
        this.address = address;
        this.clock = clock;
        this.eager = eager;
        this.frozen = frozen;
    }

    /** Returns the key with an id. */
    public synchronized Optional<JWK> find(String id) {
        var known = Optional.ofNullable(keys.getKeyByKeyId(id));
        if (known.isPresent() || !mayFetch()) {
            return known;
        }
        fetch();
        return Optional.ofNullable(keys.getKeyByKeyId(id));
    }

    /** Returns some key: what a server does that does not ask for a key id. */
    public synchronized Optional<JWK> any() {
        if (mayFetch()) {
            fetch();
        }
        return keys.getKeys().stream().findFirst();
    }

    private boolean mayFetch() {
        if (fetchedAt.equals(Instant.MIN) || eager) {
            return true;
        }
        return !frozen && clock.instant().isAfter(fetchedAt.plus(COOL_DOWN));
    }

    private void fetch() {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            keys = JWKSet.parse(answer.body());
            fetchedAt = clock.instant();
        } catch (IOException | ParseException e) {
            keys = new JWKSet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
