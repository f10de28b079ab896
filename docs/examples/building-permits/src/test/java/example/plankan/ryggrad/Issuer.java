package example.plankan.ryggrad;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Plays the identity provider of citizens and officers: serves its key, and signs access tokens with it. */
final class Issuer implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE = 32;
    private static final long LIFE_SECONDS = 300;

    private final HttpServer server;
    private final KeyPair key;
    private final String audience;
    private final String kid = UUID.randomUUID().toString();

    /** Starts the issuer, whose tokens are for {@code audience}. */
    Issuer(int port, String audience) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.key = generator.generateKeyPair();
        this.audience = audience;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        byte[] keys = jwks().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks.json", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** Returns the token of the person with {@code personnummer}. */
    String person(String personnummer) throws GeneralSecurityException {
        return token(JsonTree.object()
                .put("sub", personnummer)
                .put("name", "Alva Testsson")
                .put("https://id.oidc.se/claim/personalIdentityNumber", personnummer));
    }

    /** Returns the token of a case officer of {@code unit} at {@code authority}. */
    String officer(String authority, String unit) throws GeneralSecurityException {
        return token(JsonTree.object()
                .put("sub", "karin")
                .put("name", "Karin Provsson")
                .put("https://id.oidc.se/claim/orgAffiliation", "karin@2120002759")
                .putTexts("groups", List.of("case-officer@" + authority, "unit:" + unit + "@" + authority)));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String token(JsonBuilder claims) throws GeneralSecurityException {
        Instant now = Instant.now();
        String signed = encoded("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}") + "."
                + encoded(claims.put(
                                "iss", "http://127.0.0.1:" + server.getAddress().getPort())
                        .put("aud", audience)
                        .put("acr", "http://id.elegnamnden.se/loa/1.0/loa3")
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.plusSeconds(LIFE_SECONDS).getEpochSecond())
                        .build()
                        .json()
                        .text());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private String jwks() {
        ECPublicKey open = (ECPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"" + kid
                + "\",\"use\":\"sig\",\"alg\":\"ES256\",\"x\":\""
                + coordinate(open.getW().getAffineX()) + "\",\"y\":\""
                + coordinate(open.getW().getAffineY()) + "\"}]}";
    }

    private static String coordinate(BigInteger number) {
        byte[] octets = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(octets.length, COORDINATE);
        System.arraycopy(octets, octets.length - length, fixed, COORDINATE - length, length);
        return BASE64.encodeToString(fixed);
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
