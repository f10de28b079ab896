package se.ryggrad.core.rest.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import se.ryggrad.api.ProblemType;
import se.ryggrad.core.rest.problem.ProblemTexts;

/**
 * Is a body that must come at a pace: after a while of grace at 16 KiB a second on the whole. Ends with {@code
 * malformed} otherwise. Not thread-safe.
 */
public final class PacedStream extends FilterInputStream {

    private static final long GRACE = Duration.ofSeconds(20).toNanos();
    private static final long EACH_OCTET = Duration.ofSeconds(1).toNanos() / 16_384;

    private final LongSupplier nanoTime;
    private final long start;
    private long octets;

    /** Creates a stream whose time runs from now. */
    public PacedStream(InputStream body) {
        this(body, System::nanoTime);
    }

    PacedStream(InputStream body, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        keepPace(octet < 0 ? octet : 1);
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        keepPace(count);
        return count;
    }

    private void keepPace(int count) {
        octets += Math.max(count, 0);
        boolean late = nanoTime.getAsLong() - start > GRACE + octets * EACH_OCTET;
        if (late && count >= 0) {
            throw ProblemTexts.refusal(ProblemType.MALFORMED, "too-slow");
        }
    }
}
