package se.ryggrad.api.identity;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/**
 * Refers to an actor without naming anybody: opaque, and stable for an issuer and its subject.
 *
 * @param value a UUID as text, or {@code anonymous}
 */
public record ActorId(String value) {

    /** Who acts without a token. */
    public static final ActorId ANONYMOUS = new ActorId("anonymous");

    /** Rejects an absent value. */
    public ActorId {
        Objects.requireNonNull(value, "value");
    }

    /** Derives the id of the subject {@code sub} of {@code issuer}. */
    public static ActorId of(String issuer, String sub) {
        byte[] name = (issuer + '\n' + sub).getBytes(StandardCharsets.UTF_8);
        return new ActorId(UUID.nameUUIDFromBytes(name).toString());
    }
}
