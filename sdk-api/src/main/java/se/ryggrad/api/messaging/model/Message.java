package se.ryggrad.api.messaging.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Is a message and what became of it.
 *
 * @param id its id
 * @param principal whose message
 * @param sender who sent it
 * @param kind what kind it is
 * @param to to whom
 * @param content what it says; present with a letter, and only then
 * @param createdAt when it was taken, in milliseconds
 * @param expiresAt when it is sent no more
 * @param channels the channels to try, in order, each once
 * @param attempts how it went with those that were tried, in order
 * @param due when it is to be worked on; absent while nothing is to be done
 * @param report how far its case was told that it cannot be delivered; absent where no case is to be told
 * @param traceparent the trace of the request that sent it
 */
public record Message(
        MessageId id,
        PrincipalId principal,
        ActorId sender,
        MessageKind kind,
        Addressee to,
        Optional<Content> content,
        Instant createdAt,
        Instant expiresAt,
        List<ChannelId> channels,
        List<Attempt> attempts,
        Optional<Instant> due,
        Optional<Report> report,
        String traceparent) {

    /** Copies the lists; rejects attempts that do not follow the channels, and content that is not its kind's. */
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(report, "report");
        channels = List.copyOf(channels);
        attempts = List.copyOf(attempts);
        if ((kind == MessageKind.LETTER) != content.isPresent()) {
            throw new IllegalArgumentException("letters have content, notices none");
        }
        List<ChannelId> tried = attempts.stream().map(Attempt::channel).toList();
        if (tried.size() > channels.size() || !channels.subList(0, tried.size()).equals(tried)) {
            throw new IllegalArgumentException("channels are tried in their order");
        }
    }

    /** Returns the attempt at the channel tried last. */
    public Optional<Attempt> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    /** Returns the channel whose turn comes after those that were tried. */
    public Optional<ChannelId> next() {
        return attempts.size() < channels.size() ? Optional.of(channels.get(attempts.size())) : Optional.empty();
    }

    /**
     * Returns the channel that is being tried, or else the one whose turn comes. While the case is to be told it is the inbox,
     * which needs no call either and so has no other work.
     */
    public Optional<ChannelId> turn() {
        if (tellsCase()) {
            return Optional.of(ChannelId.MINA_SIDOR);
        }
        return last().filter(attempt -> attempt.outcome() == Outcome.TRYING)
                .map(Attempt::channel)
                .or(this::next);
    }

    /** Returns the attempt that a channel knows as {@code delivery}. */
    public Optional<Attempt> attempt(DeliveryId delivery) {
        return attempts.stream()
                .filter(attempt -> attempt.delivery().equals(delivery))
                .findFirst();
    }

    /** Returns whether its case is to be told now that it cannot be delivered. */
    public boolean tellsCase() {
        return report.equals(Optional.of(Report.DUE));
    }

    /** Returns how far it has got (MSG-013); one that goes to no channel any more gets no further, whatever remains. */
    public MessageState state() {
        return last().map(this::after).orElse(goesOn() ? MessageState.QUEUED : MessageState.UNDELIVERABLE);
    }

    private boolean goesOn() {
        return due.isPresent() && !tellsCase();
    }

    private MessageState after(Attempt last) {
        return switch (last.outcome()) {
            case TRYING, ACCEPTED -> MessageState.SENDING;
            case DELIVERED -> MessageState.DELIVERED;
            case UNREACHABLE, FAILED ->
                next().isPresent() && goesOn() ? MessageState.FAILED : MessageState.UNDELIVERABLE;
        };
    }

    /** Returns since when it lies in the inbox of its addressee; nothing when it does not (MSG-028). */
    public Optional<Instant> received() {
        return attempts.stream()
                .filter(attempt -> attempt.channel().equals(ChannelId.MINA_SIDOR))
                .filter(attempt -> attempt.outcome() == Outcome.DELIVERED)
                .map(Attempt::at)
                .findFirst();
    }

    /** Returns the same message after something happened to it. */
    public Message with(List<Attempt> happened, Optional<Instant> then) {
        return new Message(
                id,
                principal,
                sender,
                kind,
                to,
                content,
                createdAt,
                expiresAt,
                channels,
                happened,
                then,
                report,
                traceparent);
    }

    /** Returns the same message with its case told so far. */
    public Message reported(Report far) {
        return new Message(
                id,
                principal,
                sender,
                kind,
                to,
                content,
                createdAt,
                expiresAt,
                channels,
                attempts,
                due,
                Optional.of(far),
                traceparent);
    }

    /** Returns the same message to be worked on at another time. */
    public Message dueAt(Optional<Instant> then) {
        return with(attempts, then);
    }
}
