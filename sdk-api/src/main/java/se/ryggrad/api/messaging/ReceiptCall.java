package se.ryggrad.api.messaging;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells what became of a delivery; the rest of the body is looked at only after it is clear that the delivery is the
 * channel's.
 *
 * @param delivery what the channel knows the message as, in whatever form; absent where the body does not say
 * @param body gives the receipt, or throws {@code validation} with all faults of the body
 */
public record ReceiptCall(Optional<String> delivery, Supplier<Receipt> body) {

    /** Rejects absent parts. */
    public ReceiptCall {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(body, "body");
    }

    /** Returns the call of a receipt that is at hand. */
    public static ReceiptCall of(String delivery, Receipt receipt) {
        return new ReceiptCall(Optional.of(delivery), () -> receipt);
    }
}
