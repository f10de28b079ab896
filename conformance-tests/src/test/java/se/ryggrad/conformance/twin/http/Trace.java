package se.ryggrad.conformance.twin.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Holds the W3C trace context of one request. */
public record Trace(String traceId, String spanId) {

    private static final Pattern PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Takes up a valid traceparent, or begins a trace. */
    public static Trace of(String header) {
        var match = PARENT.matcher(header);
        return new Trace(match.matches() ? match.group(1) : random(16), random(8));
    }

    private static String random(int octets) {
        byte[] bytes = new byte[octets];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns the header of the answer. */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-01";
    }
}
