package se.ryggrad.conformance.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads an answer that may be long and slow, but neither endless: 100 MB and five minutes at the most. */
final class BoundedAnswer extends FilterInputStream {

    static final long MOST_OCTETS = 100_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final long end;
    private final long most;
    private long read;

    private BoundedAnswer(InputStream answer, Duration longest, long most) {
        super(answer);
        this.end = System.nanoTime() + longest.toNanos();
        this.most = most;
    }

    static InputStream of(InputStream answer) {
        return of(answer, LONGEST, MOST_OCTETS);
    }

    static InputStream of(InputStream answer, Duration longest, long most) {
        return new BoundedAnswer(answer, longest, most);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int octets = super.read(into, from, length);
        count(Math.max(0, octets));
        return octets;
    }

    private void count(int octets) throws IOException {
        read += octets;
        if (read > most) {
            throw new IOException("the answer is larger than " + most + " octets");
        }
        if (System.nanoTime() - end > 0) {
            throw new IOException("the answer did not end in time");
        }
    }
}
