package se.ryggrad.conformance.issuer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** One issuer that the suite plays: its address, its keys, and how often those were fetched. Safe for many threads. */
public final class Issuer {

    private final String url;
    private final SigningKey key;
    private final SigningKey rsaKey;
    private final List<SigningKey> published = new CopyOnWriteArrayList<>();
    private final List<Long> fetches = new CopyOnWriteArrayList<>();

    Issuer(String url, SigningKey rsaKey) {
        this.url = url;
        this.key = SigningKey.elliptic();
        this.rsaKey = rsaKey;
        published.add(key);
        published.add(rsaKey);
    }

    /** Returns the issuer's identifier, the {@code iss} of its tokens. */
    public String url() {
        return url;
    }

    /** Returns the key that signs its tokens, for ES256. */
    public SigningKey key() {
        return key;
    }

    /** Returns its RSA key, for RS256 and PS256. */
    public SigningKey rsaKey() {
        return rsaKey;
    }

    /** Makes one more key and publishes it beside the others. */
    public SigningKey publishNewKey() {
        SigningKey added = SigningKey.elliptic();
        published.add(added);
        return added;
    }

    /** Returns when its keys were fetched, each as {@link System#nanoTime()}, in order. */
    public List<Long> fetches() {
        return List.copyOf(fetches);
    }

    /** Returns the published keys as a JWK set. */
    public ObjectNode keySet() {
        return Json.object(
                "keys", Json.array(published.stream().map(SigningKey::publicJwk).toArray()));
    }

    void fetched() {
        fetches.add(System.nanoTime());
    }
}
