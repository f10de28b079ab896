package se.ryggrad.core.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Plays an issuer: keys, a JWKS over HTTP that counts its fetches, and tokens. */
final class IssuerFixture implements AutoCloseable {

    /** An RSA key takes long to make: all issuers have the same. */
    private static final RSAKey RSA = newRsa();

    private final HttpServer server;
    private final List<JWK> published = new ArrayList<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private final JWK curve;
    private volatile int status = 200;
    private volatile CompletableFuture<Void> hold = CompletableFuture.completedFuture(null);

    IssuerFixture() throws IOException, JOSEException {
        curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        published.addAll(List.of(curve, RSA));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks.json", exchange -> {
            fetches.incrementAndGet();
            hold.join();
            byte[] body = new JWKSet(published).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere.json");
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int fetches() {
        return fetches.get();
    }

    /** Lets every fetch from now on wait until {@link #goOn}. */
    void hang() {
        hold = new CompletableFuture<>();
    }

    void goOn() {
        hold.complete(null);
    }

    void awaitFetches(int number) throws InterruptedException {
        while (fetches() < number) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    void answer(int with) {
        status = with;
    }

    JWK curve() {
        return curve;
    }

    RSAKey rsa() {
        return RSA;
    }

    private static RSAKey newRsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    JWK newKey(String kid) throws JOSEException {
        JWK key = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        published.add(key);
        return key;
    }

    TrustedIssuer trusted(ActorKind... kinds) {
        return new TrustedIssuer(
                url(),
                KeySource.at(URI.create(url() + "/jwks.json")),
                Set.copyOf(TrustedIssuer.ALGORITHMS),
                Set.of(kinds),
                Set.of());
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm, JWK key) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
    }

    String token(JWTClaimsSet claims) throws JOSEException {
        return sign(header(JWSAlgorithm.ES256, curve).build(), claims, curve);
    }

    String token(UnaryOperator<JWSHeader.Builder> change, JWTClaimsSet claims) throws JOSEException {
        return sign(change.apply(header(JWSAlgorithm.ES256, curve)).build(), claims, curve);
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, JWK key) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims);
        JWSSigner signer = key instanceof RSAKey rsaKey ? new RSASSASigner(rsaKey) : new ECDSASigner(key.toECKey());
        jwt.sign(signer);
        return jwt.serialize();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
