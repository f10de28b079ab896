package se.ryggrad.core.messaging.channel;

import java.net.URI;
import java.util.Objects;
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
        Objects.requireNonNull(token, "token");
        boolean plain = url.getHost() != null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        if (!plain) {
            throw new IllegalArgumentException("the url of a channel is an http or https address");
        }
        if (token.filter(text -> !TOKEN.matcher(text).matches()).isPresent()) {
            throw new IllegalArgumentException("the token of a channel is a bearer token");
        }
    }

    /** Returns whether nobody on the way can read along. */
    public boolean encrypted() {
        return "https".equals(url.getScheme());
    }

    @Override
    public String toString() {
        return "ChannelAddress[" + url + "]";
    }
}
