package se.ryggrad.core.rest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether the parts of an address are such (RFC 3986 sections 2.1, 3.3 and 3.4), and in UTF-8. */
public final class PercentEncoding {

    private static final String ALLOWED = "[A-Za-z0-9._~!$&'()*+,;=:@/%s-]|%%(?!00)[0-9A-Fa-f]{2}";
    private static final Pattern PATH = Pattern.compile("(?:" + ALLOWED.formatted("") + ")*+");
    private static final Pattern QUERY = Pattern.compile("(?:" + ALLOWED.formatted("?") + ")*+");
    private static final int HEXADECIMAL = 16;

    private PercentEncoding() {}

    /** Returns whether {@code text} is a path, still encoded. */
    public static boolean path(String text) {
        return PATH.matcher(text).matches() && isUtf8(text);
    }

    /** Returns whether {@code text} is a query, still encoded; none at all is one. */
    public static boolean query(@Nullable String text) {
        return text == null || (QUERY.matcher(text).matches() && isUtf8(text));
    }

    private static boolean isUtf8(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) == '%') {
                octets.write(Integer.parseInt(text.substring(place + 1, place + 3), HEXADECIMAL));
                place += 2;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray()));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
