package se.ryggrad.api.messaging.channel;

import java.util.Objects;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.AddressKind;

/** Is whom a channel shall reach: all that it is told of them (MSG-017). As text it never shows who. */
public sealed interface Recipient {

    /**
     * Is who is known by identity, for letters.
     *
     * @param identity who
     */
    record Known(Identity identity) implements Recipient {

        /** Rejects an absent identity. */
        public Known {
            Objects.requireNonNull(identity, "identity");
        }
    }

    /**
     * Is whoever has an address, for notices.
     *
     * @param kind what kind of address
     * @param address a phone number (E.164) or an e-mail address
     */
    record At(AddressKind kind, String address) implements Recipient {

        /** Rejects absent parts. */
        public At {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(address, "address");
        }

        @Override
        public String toString() {
            return "At[" + kind.code() + "]";
        }
    }
}
