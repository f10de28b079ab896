package se.ryggrad.api.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import se.ryggrad.api.Fault;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.MessageKind;

/**
 * Asks to send a message; the body is looked at only after right and idempotency key are clear.
 *
 * @param named whether the body names an identity, readable or not; no officer may (MSG-003)
 * @param body gives what could be read of the message, and all that is wrong with the rest
 */
public record SendCall(boolean named, Supplier<Draft> body) {

    /** Rejects an absent body. */
    public SendCall {
        Objects.requireNonNull(body, "body");
    }

    /** Returns the call of a message that is at hand. */
    public static SendCall of(NewMessage message) {
        return new SendCall(message.to() instanceof NewMessage.Somebody, () -> Draft.of(message));
    }

    /**
     * Is what could be read of a message. Where it has no faults, its kind and its addressee are there, and subject and body of a
     * letter.
     *
     * @param kind its kind
     * @param identity to whom, where {@code to} names somebody
     * @param in the case, where {@code to} names one
     * @param party the party, where {@code to} names one
     * @param subject the subject of a letter
     * @param body the body of a letter
     * @param channels the names given, known or not; absent where none were
     * @param timeToLive how long it is tried, within limits or not; absent where it is not said
     * @param faults what is wrong with the rest
     */
    public record Draft(
            Optional<MessageKind> kind,
            Optional<Identity> identity,
            Optional<CaseId> in,
            Optional<PartyId> party,
            Optional<String> subject,
            Optional<Content.Body> body,
            Optional<List<String>> channels,
            Optional<Duration> timeToLive,
            List<Fault> faults) {

        /** Copies the lists. */
        public Draft {
            channels = channels.map(List::copyOf);
            faults = List.copyOf(faults);
        }

        /** Returns the draft of a message that has nothing wrong in itself. */
        public static Draft of(NewMessage message) {
            Optional<NewMessage.Party> party =
                    message.to() instanceof NewMessage.Party of ? Optional.of(of) : Optional.empty();
            return new Draft(
                    Optional.of(message.kind()),
                    message.to() instanceof NewMessage.Somebody named
                            ? Optional.of(named.identity())
                            : Optional.empty(),
                    party.map(NewMessage.Party::in),
                    party.map(NewMessage.Party::party),
                    message.content().map(Content::subject),
                    message.content().map(Content::body),
                    Optional.of(message.channels().stream()
                                    .map(ChannelId::value)
                                    .toList())
                            .filter(names -> !names.isEmpty()),
                    message.timeToLive(),
                    List.of());
        }
    }
}
