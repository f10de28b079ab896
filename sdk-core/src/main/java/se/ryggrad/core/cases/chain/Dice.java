package se.ryggrad.core.cases.chain;

import java.util.Random;
import java.util.UUID;

/**
 * Gives ids, salts and codes. The randomness is injected: a {@link java.security.SecureRandom} outside
 * tests, because ids and codes are not to be guessed.
 */
public final class Dice {

    private static final int SALT_OCTETS = 32;
    private static final int CODE_OCTETS = 16;

    private final Random random;

    /** Creates dice over {@code random}. */
    public Dice(Random random) {
        this.random = random;
    }

    /** Returns a random UUID (RFC 9562, version 4). */
    public UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Returns 32 random octets. */
    public byte[] salt() {
        return octets(SALT_OCTETS);
    }

    /** Returns 128 random bits. */
    public byte[] code() {
        return octets(CODE_OCTETS);
    }

    private byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
