package se.ryggrad.core.minasidor.portal;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;

/**
 * Leaves a source alone for a while after five calls in a row that it did not answer, whoever they were for (MINA-032, MINA-033).
 * Thread-safe.
 */
final class SourceBreaker {

    /** How many calls in a row. */
    static final int FAULTS = 5;

    /** How long it is left alone; the answer of the call after that comes within the 30 seconds of the standard. */
    static final Duration REST = Duration.ofSeconds(20);

    private static final System.Logger LOG = System.getLogger(SourceBreaker.class.getName());

    private final CircuitBreaker<Outcome> circuit;
    private volatile Reason last = Reason.FAILED;

    /** Creates it for a source that is named {@code source} in the log. */
    SourceBreaker(String source) {
        this(source, REST);
    }

    SourceBreaker(String source, Duration rest) {
        this.circuit = CircuitBreaker.<Outcome>builder()
                .withFailureThreshold(FAULTS)
                .withSuccessThreshold(1)
                .withDelay(rest)
                .onOpen(opened ->
                        LOG.log(System.Logger.Level.WARNING, "source {0} is left alone for {1}", source, rest))
                .onClose(closed -> LOG.log(System.Logger.Level.INFO, "source {0} answers again", source))
                .build();
    }

    /** Returns whether the source is not to be asked just now. */
    boolean rests() {
        return circuit.isOpen() && !circuit.getRemainingDelay().isZero();
    }

    /** Takes leave to call the source; whoever gets it tells what became of the call. */
    boolean begin() {
        return circuit.tryAcquirePermit();
    }

    /** Tells what became of a call that {@link #begin} gave leave to. */
    void end(Optional<Reason> unanswered) {
        Optional<Reason> fault = unanswered.filter(Reason::fault);
        fault.ifPresent(reason -> last = reason);
        if (fault.isPresent()) {
            circuit.recordFailure();
        } else {
            circuit.recordSuccess();
        }
    }

    /**
     * Tells that a call that {@link #begin} gave leave to says nothing of the source: it is counted neither way. After a rest the
     * source rests again, as it would if it had not been called.
     */
    void excuse() {
        if (circuit.isHalfOpen()) {
            circuit.recordFailure();
        }
    }

    /** Returns what the last call that it did not answer came to. */
    Reason last() {
        return last;
    }
}
