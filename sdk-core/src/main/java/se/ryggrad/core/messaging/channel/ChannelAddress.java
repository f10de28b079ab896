package se.ryggrad.core.messaging.channel;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says where a channel answers, and what it is called with.
 *
 * <p>{@link #toString()} never shows the token.
 *
 * @param url its address, without a slash at its end
 * @param token what it is called with, as a bearer token
 */
public record ChannelAddress(URI url, Optional<String> token) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

    /** Rejects what cannot be called. */
    public ChannelAddress {
        if (!plain(url)) {
            throw new IllegalArgumentException("a channel answers at an http or https address");
        }
        if (!token.map(ChannelAddress::bearer).orElse(true)) {
            throw new IllegalArgumentException("a channel is called with a bearer token");
        }
    }

    /** Returns whether a channel can be called at {@code url}: http or https, with nothing beside host and path. */
    public static boolean plain(URI url) {
        return url.getHost() != null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }

    /** Returns whether {@code text} can be a bearer token (RFC 6750 section 2.1). */
    public static boolean bearer(String text) {
        return TOKEN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "ChannelAddress[" + url + "]";
    }
}
