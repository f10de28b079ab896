package se.ryggrad.api.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.MessageKind;

/**
 * Is a message to send: a letter with content, or a notice without.
 *
 * @param to to whom
 * @param content what the letter says; absent for a notice
 * @param channels the channels to try, in order; empty for all that take its kind
 * @param timeToLive how long it is tried; absent for as long as the system does
 */
public record NewMessage(To to, Optional<Content> content, List<ChannelId> channels, Optional<Duration> timeToLive) {

    /** Rejects absent parts, and copies the channels. */
    public NewMessage {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(timeToLive, "timeToLive");
        channels = List.copyOf(channels);
    }

    /** Creates a letter by all channels that take letters. */
    public static NewMessage letter(To to, Content content) {
        return new NewMessage(to, Optional.of(content), List.of(), Optional.empty());
    }

    /** Creates a notice by all channels that take notices. */
    public static NewMessage notice(To to) {
        return new NewMessage(to, Optional.empty(), List.of(), Optional.empty());
    }

    /** Returns what kind it is. */
    public MessageKind kind() {
        return content.isPresent() ? MessageKind.LETTER : MessageKind.NOTICE;
    }

    /** Is to whom: somebody named, or a party of a case. */
    public sealed interface To {}

    /**
     * Is somebody named.
     *
     * @param identity who
     */
    public record Somebody(Identity identity) implements To {}

    /**
     * Is a party of a case.
     *
     * @param in the case
     * @param party the party
     */
    public record Party(CaseId in, PartyId party) implements To {}
}
