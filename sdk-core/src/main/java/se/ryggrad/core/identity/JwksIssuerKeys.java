package se.ryggrad.core.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;

/**
 * Reads keys from the JWKS of each issuer and keeps them; a set that is at hand needs no reading.
 *
 * <p>An unknown {@code kid} fetches the set again, so that a new key works without a restart (ID-012). A set
 * older than 5 minutes is fetched again, so that a withdrawn key stops working. Fetches of one issuer begin at
 * least 10 seconds apart, failed ones included (ID-013), so that neither forged tokens nor a silent issuer make
 * it a burden: whoever comes in between is answered from the keys that are known, without waiting. Only where no
 * key was ever read do requests wait, together, for the fetch under way. Thread-safe.
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
        private final AtomicReference<@Nullable Attempt> latest = new AtomicReference<>();
        private volatile @Nullable KeySet current;

        Shelf(String issuer, URI address) {
            this.issuer = issuer;
            this.address = address;
        }

        Optional<JWK> find(String kid) {
            KeySet seen = current;
            boolean fresh =
                    seen != null && clock.instant().isBefore(seen.readAt().plus(MOST_AGE));
            if (fresh && seen != null && seen.find(kid).isPresent()) {
                return seen.find(kid);
            }
            Attempt attempt = attempt();
            KeySet known = current;
            return (known == null ? attempt.outcome() : known).find(kid);
        }

        /** Returns the latest attempt, made now by this thread when none is under way and the last is old enough. */
        private Attempt attempt() {
            Attempt last = latest.get();
            if (last != null && !last.over(clock.instant())) {
                return last;
            }
            Attempt mine = new Attempt(clock.instant(), new CompletableFuture<>());
            if (latest.compareAndSet(last, mine)) {
                fetch(mine);
                return mine;
            }
            return Objects.requireNonNull(latest.get());
        }

        private void fetch(Attempt attempt) {
            try {
                KeySet renewed = new KeySet(fetch.fetch(address), clock.instant());
                current = renewed;
                attempt.answer().complete(renewed);
            } catch (IOException | RuntimeException broken) {
                LOG.log(System.Logger.Level.WARNING, "the keys of issuer " + issuer + " cannot be read", broken);
                attempt.answer().completeExceptionally(broken);
            }
        }
    }

    /**
     * Is one fetch, under way or ended, well or badly.
     *
     * @param beganAt when it began
     * @param answer what it brought
     */
    private record Attempt(Instant beganAt, CompletableFuture<KeySet> answer) {

        boolean over(Instant now) {
            return answer.isDone() && !now.isBefore(beganAt.plus(COOL_DOWN));
        }

        /** Returns what the fetch brings, waiting for it if need be; it has a deadline of its own. */
        KeySet outcome() {
            try {
                return answer.join();
            } catch (CompletionException broken) {
                throw unreachable(broken);
            }
        }
    }

    private static RyggradException unreachable(CompletionException cause) {
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
