package se.ryggrad.core.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegistryInquiry;

/**
 * Derives the opaque references to actors, and to what they may do for others (ID-025, ID-026, ID-045).
 *
 * <p>The reference is keyed: without the key nobody can find out whose it is by trying all identity
 * numbers. A person has one whatever the issuer, and another at every principal. Thread-safe.
 */
public final class ActorIds {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY = 16;

    private final SecretKeySpec key;

    /**
     * Creates the derivation.
     *
     * @param key at least 16 secret octets, the same at every node and for ever
     */
    public ActorIds(byte[] key) {
        if (key.length < LEAST_KEY) {
            throw new IllegalArgumentException("a key of at least " + LEAST_KEY + " octets");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Returns the reference to the person whom {@code identity} identifies. */
    public ActorId person(PrincipalId principal, Identity identity) {
        return new ActorId(derive("person", principal.value(), identity.scheme().code(), identity.value())
                .toString());
    }

    /** Returns the reference to the subject {@code sub} of {@code issuer}. */
    public ActorId subject(PrincipalId principal, String issuer, String sub) {
        return new ActorId(derive("subject", principal.value(), issuer, sub).toString());
    }

    /**
     * Returns the reference to a representation: bound to the principal, to both persons, and to the registry's own
     * reference.
     *
     * @param registry the name of the registry that names it
     */
    public UUID representation(RegistryInquiry inquiry, String registry, RegisteredRepresentation named) {
        return derive(
                "representation",
                inquiry.principal().value(),
                inquiry.representative().scheme().code(),
                inquiry.representative().value(),
                registry,
                named.reference(),
                named.represented().scheme().code(),
                named.represented().value());
    }

    private UUID derive(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
            return version8(digest.getLong(), digest.getLong());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    private static UUID version8(long high, long low) {
        return new UUID((high & ~0xF000L) | 0x8000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
