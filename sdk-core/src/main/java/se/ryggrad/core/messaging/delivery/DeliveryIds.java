package se.ryggrad.core.messaging.delivery;

import java.util.HexFormat;
import java.util.Random;
import java.util.function.Supplier;
import se.ryggrad.api.messaging.model.DeliveryId;

/** Gives delivery ids of 128 random bits (MSG-018). As thread-safe as its randomness. */
public final class DeliveryIds implements Supplier<DeliveryId> {

    private static final int OCTETS = 16;

    private final Random random;

    /**
     * Creates ids that nobody can guess.
     *
     * @param random a {@link java.security.SecureRandom} outside tests
     */
    public DeliveryIds(Random random) {
        this.random = random;
    }

    @Override
    public DeliveryId get() {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return new DeliveryId(HexFormat.of().formatHex(octets));
    }
}
