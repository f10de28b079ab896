package se.ryggrad.core.messaging.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.core.contract.messaging.MessageChannelContract;

/** Holds a channel that is called over HTTP against the contract. */
class HttpChannelTest extends MessageChannelContract {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration IMPATIENCE = Duration.ofMillis(500);
    private static final byte[] REACHED = "{\"reachable\": true}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private @Nullable PlayedChannel played;
    private @Nullable MessageChannel channel;

    @Override
    protected MessageChannel channel() {
        return Objects.requireNonNull(channel);
    }

    @Override
    protected void takeAll() {
        play(() -> new PlayedChannel(200, JSON, REACHED, Duration.ZERO), PATIENCE);
    }

    @Override
    protected void refuse() {
        play(PlayedChannel::refusing, PATIENCE);
    }

    @Override
    protected void fail() {
        play(() -> new PlayedChannel(503, ""), PATIENCE);
    }

    @Override
    protected void hang() {
        play(() -> new PlayedChannel(200, JSON, REACHED, Duration.ofSeconds(30)), IMPATIENCE);
    }

    @AfterEach
    void close() {
        if (played != null) {
            played.close();
        }
    }

    private void play(Opening opening, Duration deadline) {
        close();
        try {
            PlayedChannel now = opening.open();
            played = now;
            channel = now.channel(deadline);
        } catch (IOException unopened) {
            throw new UncheckedIOException(unopened);
        }
    }

    /** Opens what plays a channel. */
    @FunctionalInterface
    private interface Opening {
        PlayedChannel open() throws IOException;
    }
}
