package se.ryggrad.conformance.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.wire.Exchange;

/**
 * What a check found that it should not have.
 *
 * @param expected what the requirement leads one to expect
 * @param actual what was there instead
 * @param pointer where in the body, after RFC 6901, or null
 * @param exchange the exchange that shows it, or null
 * @param hint what a developer could look at, or null
 */
public record Finding(
        String expected,
        String actual,
        @Nullable String pointer,
        @Nullable Exchange exchange,
        @Nullable String hint) {

    /** Creates a finding that no single exchange shows. */
    public static Finding of(String expected, String actual) {
        return new Finding(expected, actual, null, null, null);
    }

    /** Returns the exchange that shows it, if there is one. */
    public Optional<Exchange> shownBy() {
        return Optional.ofNullable(exchange);
    }

    /** Returns one sentence for a log or a stack trace. */
    public String sentence() {
        String where = pointer == null ? "" : " at " + (pointer.isEmpty() ? "the root" : pointer);
        return "expected " + expected + where + ", was " + actual;
    }
}
