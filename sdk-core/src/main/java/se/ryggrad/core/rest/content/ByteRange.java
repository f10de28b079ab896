package se.ryggrad.core.rest.content;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is the part of a document that is asked for (RFC 9110 section 14).
 *
 * @param from the first octet
 * @param length how many octets
 * @param partial whether it is a part and not the whole
 * @param outside whether it lies beyond the end
 */
public record ByteRange(long from, long length, boolean partial, boolean outside) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d*)-(\\d*)\\s*");

    /** Reads a range; what is no single range of bytes asks for the whole. */
    public static ByteRange parse(@Nullable String header, long size) {
        Matcher match = header == null ? null : ONE.matcher(header);
        boolean one = match != null && match.matches() && !"-".equals(match.group(1) + "-" + match.group(2));
        if (match == null || !one) {
            return new ByteRange(0, size, false, false);
        }
        return match.group(1).isEmpty()
                ? suffix(number(match.group(2)), size)
                : between(number(match.group(1)), match.group(2), size);
    }

    /** Returns a position; one that no document reaches is the last that there is. */
    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    private static ByteRange suffix(long count, long size) {
        long length = Math.min(count, size);
        return length == 0 ? new ByteRange(0, 0, true, true) : new ByteRange(size - length, length, true, false);
    }

    private static ByteRange between(long first, String lastText, long size) {
        long last = lastText.isEmpty() ? size - 1 : Math.min(number(lastText), size - 1);
        if (!lastText.isEmpty() && number(lastText) < first) {
            return new ByteRange(0, size, false, false);
        }
        return first >= size ? new ByteRange(0, 0, true, true) : new ByteRange(first, last - first + 1, true, false);
    }

    /** Returns the value of {@code Content-Range} for a document of {@code size} octets. */
    public String contentRange(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
