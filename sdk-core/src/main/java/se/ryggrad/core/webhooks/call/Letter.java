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
 * @param kind what it is
 * @param body what it says
 * @param wanted whether it is still to be sent; asked when the connection is there, before anything goes over it
 */
public record Letter(Endpoint to, String secret, String id, Kind kind, String body, BooleanSupplier wanted) {

    /** Lists what is posted. */
    public enum Kind {
        /** It asks whether anything is wanted: what the receiver says to it counts. */
        CHALLENGE("application/json"),
        /** It is an event: the status of the answer counts, and that alone (EVT-024). */
        EVENT("application/cloudevents+json");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        /** Returns what the body is. */
        public String mediaType() {
            return mediaType;
        }
    }

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
