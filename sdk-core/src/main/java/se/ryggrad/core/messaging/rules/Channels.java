package se.ryggrad.core.messaging.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;

/** Knows the channels: the inbox first, then those that are plugged in, in the order of their ids (MSG-001). Thread-safe. */
public final class Channels {

    private static final ChannelDescription INBOX = new ChannelDescription(
            ChannelId.MINA_SIDOR,
            Set.of(MessageKind.LETTER),
            new LocalizedText("Mina sidor", "Mina sidor"),
            Optional.empty(),
            Optional.empty());

    private final Map<ChannelId, MessageChannel> plugged = new TreeMap<>(Comparator.comparing(ChannelId::value));

    /**
     * Creates the channels beside the inbox.
     *
     * @throws IllegalArgumentException when two are called the same, or one like the inbox
     */
    public Channels(List<MessageChannel> beside) {
        for (MessageChannel channel : beside) {
            ChannelId id = channel.description().id();
            if (id.equals(ChannelId.MINA_SIDOR) || plugged.put(id, channel) != null) {
                throw new IllegalArgumentException("channel " + id.value() + " is there twice");
            }
        }
    }

    /** Returns what they are, in the order in which they are tried. */
    public List<ChannelDescription> descriptions() {
        return Stream.concat(Stream.of(INBOX), plugged.values().stream().map(MessageChannel::description))
                .toList();
    }

    /** Returns the channel with {@code id}; nothing for the inbox, which needs no call, and for one that is gone. */
    public Optional<MessageChannel> find(ChannelId id) {
        return Optional.ofNullable(plugged.get(id));
    }

    /** Returns those that take messages of {@code kind}, in the order in which they are tried. */
    public List<ChannelId> taking(MessageKind kind) {
        return descriptions().stream()
                .filter(each -> each.takes(kind))
                .map(ChannelDescription::id)
                .toList();
    }

    /** Returns whether {@code client} sends the receipts of the channel with {@code id}. */
    public boolean answersFor(String client, ChannelId id) {
        return find(id).flatMap(channel -> channel.description().client())
                .filter(client::equals)
                .isPresent();
    }
}
