package se.ryggrad.api.messaging;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import se.ryggrad.api.messaging.channel.ChannelDescription;

/**
 * Says what a message service offers (MSG-001).
 *
 * @param channels the channels, in the order in which they are tried when nothing else is said
 * @param limits the rest
 */
public record MessageTerms(List<ChannelDescription> channels, Limits limits) {

    /** Copies the channels. */
    public MessageTerms {
        channels = List.copyOf(channels);
        Objects.requireNonNull(limits, "limits");
    }

    /**
     * Bounds how messages are tried.
     *
     * @param tries how often a channel is tried, 2 to 20
     * @param firstRetry how long a channel that was silent is left in peace, then twice that each time; at most five minutes
     * @param maximumTimeToLive how long a message is tried at the most, seven days at least
     * @param noticeLink where notices say that there is something to read: an https address
     */
    public record Limits(int tries, Duration firstRetry, Duration maximumTimeToLive, URI noticeLink) {

        private static final int FEWEST = 2;
        private static final int MOST = 20;
        private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
        private static final Duration SHORTEST_LIFE = Duration.ofDays(7);

        /** Rejects what the standard does not allow. */
        public Limits {
            if (tries < FEWEST || tries > MOST) {
                throw new IllegalArgumentException("tries are 2 to 20");
            }
            if (firstRetry.isNegative() || firstRetry.isZero() || firstRetry.compareTo(LONGEST_RETRY) > 0) {
                throw new IllegalArgumentException("the first retry is within five minutes");
            }
            if (maximumTimeToLive.compareTo(SHORTEST_LIFE) < 0) {
                throw new IllegalArgumentException("the maximum time to live is seven days at least");
            }
            if (!"https".equals(noticeLink.getScheme()) || noticeLink.getHost() == null) {
                throw new IllegalArgumentException("the link of notices is an https address");
            }
        }
    }
}
