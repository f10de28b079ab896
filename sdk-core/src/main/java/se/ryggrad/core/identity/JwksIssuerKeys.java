package se.ryggrad.core.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;

/**
 * Reads keys from the JWKS of each issuer and keeps them; a set that is at hand needs no reading.
 *
 * <p>An unknown {@code kid} fetches the set again, at most once in 10 seconds (ID-013), so that a new key
 * works without a restart (ID-012). A set older than 5 minutes is fetched again, so that a withdrawn key
 * stops working. A failed fetch is never kept: the keys there were go on, and the next request tries
 * again. Requests that need the same fetch share it. Thread-safe.
 */
final class JwksIssuerKeys implements IssuerKeys {

    private static final System.Logger LOG = System.getLogger(JwksIssuerKeys.class.getName());
    private static final Duration COOL_DOWN = Duration.ofSeconds(10);
    private static final Duration MOST_AGE = Duration.ofMinutes(5);

    private final JwksFetch fetch;
    private final Clock clock;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    JwksIssuerKeys(JwksFetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public Optional<JWK> find(TrustedIssuer issuer, String kid) {
        if (issuer.keys() instanceof KeySource.Held held) {
            return Optional.ofNullable(held.keys().getKeyByKeyId(kid));
        }
        KeySource.Published published = (KeySource.Published) issuer.keys();
        return shelves.computeIfAbsent(issuer.url(), url -> new Shelf(url, published.address()))
                .find(kid);
    }

    /** Holds the keys of one issuer. */
    private final class Shelf {

        private final String issuer;
        private final URI address;
        private volatile @Nullable KeySet current;

        Shelf(String issuer, URI address) {
            this.issuer = issuer;
            this.address = address;
        }

        Optional<JWK> find(String kid) {
            KeySet seen = current;
            boolean fresh =
                    seen != null && clock.instant().isBefore(seen.readAt().plus(MOST_AGE));
            if (fresh && seen != null && seen.keys().getKeyByKeyId(kid) != null) {
                return seen.find(kid);
            }
            return renewed(fresh).find(kid);
        }

        private synchronized KeySet renewed(boolean unknownKid) {
            KeySet there = current;
            Duration rest = unknownKid ? COOL_DOWN : MOST_AGE;
            if (there != null && clock.instant().isBefore(there.readAt().plus(rest))) {
                return there;
            }
            try {
                KeySet renewed = new KeySet(fetch.fetch(address), clock.instant());
                current = renewed;
                return renewed;
            } catch (IOException broken) {
                LOG.log(System.Logger.Level.WARNING, "the keys of issuer " + issuer + " cannot be read", broken);
                return Optional.ofNullable(there).orElseThrow(() -> unreachable(broken));
            }
        }
    }

    private static RyggradException unreachable(IOException cause) {
        LocalizedText detail = new LocalizedText(
                "Inloggningen kan inte kontrolleras just nu. Försök igen om en stund.",
                "The login cannot be checked right now. Try again in a while.");
        return RyggradException.of(ProblemType.UNAVAILABLE, detail, cause);
    }

    private record KeySet(JWKSet keys, Instant readAt) {

        Optional<JWK> find(String kid) {
            return Optional.ofNullable(keys.getKeyByKeyId(kid));
        }
    }
}
