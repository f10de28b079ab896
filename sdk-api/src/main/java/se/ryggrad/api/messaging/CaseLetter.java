package se.ryggrad.api.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.MessageKind;

/**
 * Is a letter that an act in a case sends, to each party that the act tells something (MSG-039). The act says to whom.
 *
 * @param content what it says
 * @param channels the channels to try, in order; empty for all that take letters
 * @param timeToLive how long it is tried; absent for as long as the system does
 */
public record CaseLetter(Content content, List<ChannelId> channels, Optional<Duration> timeToLive) {

    /** Rejects absent parts, and copies the channels. */
    public CaseLetter {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(timeToLive, "timeToLive");
        channels = List.copyOf(channels);
    }

    /** Creates a letter by all channels that take letters. */
    public static CaseLetter of(Content content) {
        return new CaseLetter(content, List.of(), Optional.empty());
    }

    /** Returns the draft of the letter; the act says to whom it goes. */
    public SendCall.Draft draft() {
        return new SendCall.Draft(
                Optional.of(MessageKind.LETTER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(content.subject()),
                Optional.of(content.body()),
                Optional.of(channels.stream().map(ChannelId::value).toList()).filter(names -> !names.isEmpty()),
                timeToLive,
                List.of());
    }
}
