package se.ryggrad.api.messaging.channel;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;

/**
 * Says what a channel is (MSG-001).
 *
 * @param id its name
 * @param kinds what it takes, one kind at least
 * @param title what people call it
 * @param address what it needs of the recipient of a notice; present when it takes notices, and only then
 * @param client the client of the issuer that sends its receipts; absent where none does
 */
public record ChannelDescription(
        ChannelId id,
        Set<MessageKind> kinds,
        LocalizedText title,
        Optional<AddressKind> address,
        Optional<String> client) {

    /** Rejects absent parts, a channel that takes nothing, and an address without need or a lack of one. */
    public ChannelDescription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(client, "client");
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty() || kinds.contains(MessageKind.NOTICE) != address.isPresent()) {
            throw new IllegalArgumentException("a channel takes letters, or notices to a kind of address");
        }
    }

    /** Returns whether it takes messages of {@code kind}. */
    public boolean takes(MessageKind kind) {
        return kinds.contains(kind);
    }
}
