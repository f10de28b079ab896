package se.ryggrad.core.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import se.ryggrad.api.ProblemType;
import se.ryggrad.core.rest.content.PacedStream;
import se.ryggrad.core.rest.problem.ProblemTexts;

/**
 * Reads bodies: so many at a time, half of them of the anonymous, and none that comes too slowly. Whoever holds
 * connections open with bodies that never end takes places here, and neither threads from the rest nor connections to
 * the database. Thread-safe.
 */
@ApplicationScoped
public class Intake {

    private static final int MOST_JSON = 64;
    private static final int MOST_DOCUMENTS = 24;

    private final Places json = new Places(MOST_JSON);
    private final Places documents = new Places(MOST_DOCUMENTS);

    /** Creates an intake with all its places free. */
    public Intake() {}

    /**
     * Reads JSON.
     *
     * @throws se.ryggrad.api.RyggradException {@code unavailable} when all places are taken, {@code malformed} when the
     *     body comes too slowly
     */
    public <T> T json(boolean anonymous, InputStream body, Reading<T> reading) throws IOException {
        return json.read(anonymous, body, reading);
    }

    /**
     * Reads a document.
     *
     * @throws se.ryggrad.api.RyggradException {@code unavailable} when all places are taken, {@code malformed} when the
     *     body comes too slowly
     */
    public <T> T document(boolean anonymous, InputStream body, Reading<T> reading) throws IOException {
        return documents.read(anonymous, body, reading);
    }

    /** Is what is done with a body. */
    @FunctionalInterface
    public interface Reading<T> {

        /** Reads {@code body}. */
        T read(InputStream body) throws IOException;
    }

    /** Counts who reads. */
    private static final class Places {

        private final Semaphore all;
        private final Semaphore strangers;

        Places(int most) {
            all = new Semaphore(most);
            strangers = new Semaphore(most / 2);
        }

        <T> T read(boolean anonymous, InputStream body, Reading<T> reading) throws IOException {
            return anonymous
                    ? within(strangers, () -> within(all, () -> reading.read(new PacedStream(body))))
                    : within(all, () -> reading.read(new PacedStream(body)));
        }

        private static <T> T within(Semaphore places, Taking<T> taking) throws IOException {
            if (!places.tryAcquire()) {
                throw ProblemTexts.refusal(ProblemType.UNAVAILABLE, "busy");
            }
            try {
                return taking.take();
            } finally {
                places.release();
            }
        }
    }

    /** Is what is done in a place. */
    @FunctionalInterface
    private interface Taking<T> {

        T take() throws IOException;
    }
}
