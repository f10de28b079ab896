package se.ryggrad.core.rest;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is the trace of a request (W3C Trace Context, CORE-040).
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param parent the {@code traceparent} that is returned and handed on
 */
public record Trace(String traceId, String parent) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Takes up the trace of a valid {@code traceparent}, or makes a new one; the span is always new. */
    public static Trace of(@Nullable String traceparent) {
        String traceId = Optional.ofNullable(traceparent).flatMap(Trace::valid).orElseGet(() -> random(16));
        return new Trace(traceId, "00-" + traceId + "-" + random(8) + "-01");
    }

    private static Optional<String> valid(String traceparent) {
        var match = FORM.matcher(traceparent.strip());
        if (!match.matches() || "ff".equals(match.group(1))) {
            return Optional.empty();
        }
        boolean zeros = match.group(2).matches("0+") || match.group(3).matches("0+");
        boolean surplus = "00".equals(match.group(1)) && match.group(5) != null;
        return zeros || surplus ? Optional.empty() : Optional.of(match.group(2));
    }

    private static String random(int octets) {
        byte[] drawn = new byte[octets];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
