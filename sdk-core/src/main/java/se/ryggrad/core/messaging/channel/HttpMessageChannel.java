package se.ryggrad.core.messaging.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.Delivery;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.channel.Question;
import se.ryggrad.api.messaging.channel.Reach;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.messaging.ChannelCalls;

/**
 * Calls a channel over HTTP, by the contract of the standard (MSG-016 to MSG-023).
 *
 * <p>Who is written to stands in the body alone, and what is logged is the channel's id and how it answers. Whatever is not an
 * answer after the contract within 10 seconds is silence. What a channel says of a delivery by its status alone holds, whether or
 * not the rest follows: it has delivered, and would deliver once more. Thread-safe.
 */
public final class HttpMessageChannel implements MessageChannel {

    private static final System.Logger LOG = System.getLogger(HttpMessageChannel.class.getName());
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String JSON = "application/json";
    private static final Pattern JSON_IN_UTF8 = Pattern.compile("application/json( *; *charset *= *\"?utf-8\"?)?");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final long LONGEST_RETRY_AFTER = Duration.ofHours(1).toSeconds();

    private final ChannelDescription description;
    private final ChannelAddress address;
    private final BoundedCalls calls;

    /** Creates the channel that answers at {@code address}, which is called when a message is to go there. */
    public HttpMessageChannel(ChannelDescription description, ChannelAddress address) {
        this(description, address, DEADLINE);
    }

    HttpMessageChannel(ChannelDescription description, ChannelAddress address, Duration deadline) {
        this.description = description;
        this.address = address;
        this.calls = new BoundedCalls(deadline, ChannelCalls.MOST_BYTES);
    }

    @Override
    public ChannelDescription description() {
        return description;
    }

    @Override
    public Reach reach(Question question) {
        try {
            BoundedCalls.Answered answer =
                    calls.send(request("/reachability", ChannelCalls.question(question), question.traceparent()));
            if (answer.status() != 200) {
                return silent(answer, "answers with " + answer.status());
            }
            return Optional.of(answer)
                    .filter(given -> announcesJson(given.headers()))
                    .flatMap(given -> ChannelCalls.reach(given.body()))
                    .orElseGet(() -> silent(answer, "answers with another content"));
        } catch (IOException broken) {
            return silent("does not answer whole and in time");
        }
    }

    @Override
    public Handover deliver(Delivery delivery) {
        try {
            BoundedCalls.Answered answer =
                    calls.sendCutting(request("/deliveries", ChannelCalls.delivery(delivery), delivery.traceparent()));
            int status = answer.status();
            if (status == 200) {
                return new Handover.Delivered();
            } else if (status == 202) {
                return new Handover.Accepted();
            } else if (status >= 400 && status < 500 && status != 408 && status != 429) {
                return answer.whole()
                        ? new Handover.Refused(ChannelCalls.refusal(answer.body()))
                        : silent("does not say in time why it refuses");
            }
            return silent(answer, "answers with " + status);
        } catch (IOException broken) {
            return silent("does not answer in time");
        }
    }

    private HttpRequest request(String path, JsonTree body, String traceparent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.url() + path))
                .header("Content-Type", JSON)
                .header("Accept", JSON)
                .header("traceparent", traceparent)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JsonOutput.bytes(body)));
        address.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    private static boolean announcesJson(HttpHeaders headers) {
        return headers.firstValue("Content-Encoding").isEmpty()
                && headers.firstValue("Content-Type")
                        .map(type -> type.strip().toLowerCase(Locale.ROOT))
                        .filter(type -> JSON_IN_UTF8.matcher(type).matches())
                        .isPresent();
    }

    private Silence silent(BoundedCalls.Answered answer, String how) {
        silent(how);
        return new Silence(answer.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_RETRY_AFTER))));
    }

    private Silence silent(String how) {
        LOG.log(System.Logger.Level.WARNING, "channel {0} {1}", description.id().value(), how);
        return Silence.WHOLE;
    }
}
