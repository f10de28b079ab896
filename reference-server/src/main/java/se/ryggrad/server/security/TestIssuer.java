package se.ryggrad.server.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.identity.KeySource;
import se.ryggrad.core.identity.TrustedIssuer;

/**
 * Is an issuer whose key the server makes at each start, for trying the server by hand.
 *
 * <p>Only in environment {@code test} and only while nothing beyond this machine reaches the server (CORE-056).
 * The private key lies in {@code test-issuer.json} of the data folder, readable by its owner alone.
 */
public final class TestIssuer {
    /** The path of the issuer on this server. */
    public static final String PATH = "/test-issuer";

    private static final String FILE = "test-issuer.json";

    private final URI url;
    private final ECKey key;

    private TestIssuer(URI url, ECKey key) {
        this.url = url;
        this.key = key;
    }

    /** Makes a key for the server at {@code address}. */
    public static TestIssuer at(URI address) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new TestIssuer(URI.create(address + PATH), key);
        } catch (JOSEException missing) {
            throw new IllegalStateException("every JDK has P-256", missing);
        }
    }

    /** Returns the issuer as the server trusts it; its key is at hand, so that the server never asks itself for it. */
    public TrustedIssuer trusted() {
        return new TrustedIssuer(
                url.toString(),
                KeySource.of(jwks()),
                Set.of(JWSAlgorithm.ES256.getName()),
                Set.of(ActorKind.values()),
                Set.of());
    }

    /** Returns the public key as a JWK set. */
    public String jwks() {
        return new JWKSet(key).toString(true);
    }

    /** Writes the private key to {@code folder}, in place of an older one. */
    public void write(Path folder) throws IOException {
        String content = "{\"issuer\":\"" + url + "\",\"jwk\":" + key.toJSONString() + "}\n";
        Path temporary = Files.createTempFile(
                folder,
                FILE,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, content);
        Files.move(
                temporary, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
