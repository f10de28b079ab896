package se.ryggrad.core.webhooks.call;

import java.util.function.BooleanSupplier;
import se.ryggrad.core.webhooks.address.Endpoint;

/**
 * Is what is posted to a receiver.
 *
 * <p>{@link #toString()} shows neither secret nor body.
 *
 * @param to the receiver
 * @param secret what signs it
 * @param id its id, the same at each try
 * @param mediaType what the body is
 * @param body what it says
 * @param wanted whether it is still to be sent; asked when the connection is there, before anything goes over it
 */
public record Letter(Endpoint to, String secret, String id, String mediaType, String body, BooleanSupplier wanted) {

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
